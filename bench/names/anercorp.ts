/** Precision and recall of places and actors against the LOC and ORG of ANERcorp (CAMeL split, training part). */
import { existsSync, readFileSync } from 'node:fs'
import type { Lexicon } from '../../src/lexicon/lexicon.ts'
import type { Span } from '../../src/model.ts'
import { hasOverlap, mentionsOf, type NameMention, SHARED, share } from './mentions.ts'

interface Name {
  readonly tag: string
  readonly span: [number, number]
}

const FILE = 'data/anercorp/train.txt'
/** Kinds of actors that are no organisation: persons, and common words for people. */
const PEOPLE = new Set(['person', 'category'])

/** The figures; `wrong` takes a line for each mention that the corpus has no name for. */
export function measureAnercorp(lexicon: Lexicon, wrong: (line: string) => void = () => {}): string[] {
  if (!existsSync(SHARED + FILE)) return ['anercorp: not there, nothing measured']
  const { text, names } = readCorpus(readFileSync(SHARED + FILE, 'utf8'))
  const mentions = mentionsOf(lexicon, text)
  const places = mentions.filter(mention => mention.kind === 'place' && mention.place !== null)
  const bodies = mentions.filter(mention => isBody(lexicon, mention))
  return [...compare('LOC', places), ...compare('ORG', bodies)]

  function compare(tag: string, found: readonly NameMention[]): string[] {
    const wanted = names.filter(name => name.tag === tag)
    const isName = (span: Span): boolean =>
      names.some(name => isOf(name.tag, tag) && hasOverlap(name.span, span))
    const right = found.filter(({ span }) => isName(span))
    for (const { span, text: words } of found) {
      if (!isName(span)) wrong(`${tag} ${words} · ${text.slice(span[0] - 40, span[1] + 30)}`)
    }
    const touched = wanted.filter(({ span }) => mentions.some(mention => hasOverlap(mention.span, span)))
    return [
      `anercorp ${tag} precision ${share(right.length, found.length)}, recall ${share(touched.length, wanted.length)}`,
    ]
  }
}

/** A country that acts is a LOC in the corpus: for actors both tags are right. */
function isOf(tag: string, wanted: string): boolean {
  return tag === wanted || (wanted === 'ORG' && tag === 'LOC')
}

function isBody({ rows }: Lexicon, mention: NameMention): boolean {
  if (mention.kind !== 'actor' || mention.actor === null || mention.force !== undefined) return false
  const row = rows.actors.get(mention.row ?? mention.actor)
  return !PEOPLE.has(row?.cells.kind ?? '')
}

/** Tokens with tags → one text and the spans of its names. */
function readCorpus(source: string): { text: string; names: Name[] } {
  const names: Name[] = []
  let text = ''
  for (const line of source.split('\n')) {
    const [word = '', tag = 'O'] = line.split(' ')
    const start = text.length
    text += line === '' ? '\n' : `${word} `
    const last = names.at(-1)
    if (tag.startsWith('B-')) names.push({ tag: tag.slice(2), span: [start, start + word.length] })
    else if (tag.startsWith('I-') && last !== undefined) last.span[1] = start + word.length
  }
  return { text, names }
}
