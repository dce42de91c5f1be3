/** Precision and recall of places and actors against the LOC and ORG of ANERcorp (CAMeL split, training part). */
import { existsSync, readFileSync } from 'node:fs'
import type { Lexicon } from '../../src/lexicon/lexicon.ts'
import { foldWord } from '../../src/text/fold.ts'
import { hasOverlap, mentionsOf, type NameMention, SHARED, share } from './mentions.ts'

interface Name {
  readonly tag: string
  readonly span: [number, number]
}

const FILE = 'data/anercorp/train.txt'
/** Kinds of actors that the corpus does not tag as organisations: persons, common words for people, states and their forces. */
const UNTAGGED = new Set('person category state government army air-force police'.split(' '))
/** The corpus does not say where an article ends: so many sentences are read as one. */
const SENTENCES = 10

interface Part {
  readonly text: string
  readonly names: readonly Name[]
  readonly mentions: readonly NameMention[]
}

/**
 * The figures: what is named with a row ("the town" and "the army" are no names) against the names of the corpus. `wrong`
 * takes a line for each mention that the corpus has no name for.
 */
export function measureAnercorp(lexicon: Lexicon, wrong: (line: string) => void = () => {}): string[] {
  if (!existsSync(SHARED + FILE)) return ['anercorp: not there, nothing measured']
  const parts = splitParts(readFileSync(SHARED + FILE, 'utf8')).map(({ text, names }) => {
    return { text, names, mentions: mentionsOf(lexicon, text) }
  })
  const isPlace = (mention: NameMention): boolean =>
    mention.kind === 'place' && mention.place !== null && mention.resolved === undefined
  const tagged = collectNames(parts)
  return [
    compare(parts, { tag: 'LOC', isFound: isPlace, tagged, wrong }),
    compare(parts, { tag: 'ORG', isFound: mention => isBody(lexicon, mention), tagged, wrong }),
  ]
}

/** Every name that the corpus tags anywhere, folded: where it leaves the same words untagged it is not of one mind. */
function collectNames(parts: readonly Part[]): ReadonlySet<string> {
  return new Set(parts.flatMap(({ text, names }) => names.map(({ span }) => foldWord(text.slice(...span)))))
}

interface Comparing {
  readonly tag: string
  readonly isFound: (mention: NameMention) => boolean
  readonly tagged: ReadonlySet<string>
  readonly wrong: (line: string) => void
}

function compare(parts: readonly Part[], { tag, isFound, tagged, wrong }: Comparing): string {
  const count = { right: 0, found: 0, touched: 0, wanted: 0, elsewhere: 0 }
  for (const { text, names, mentions } of parts) {
    const found = mentions.filter(isFound)
    const missed = found.filter(
      ({ span }) => !names.some(name => isOf(name.tag, tag) && hasOverlap(name.span, span)),
    )
    for (const { span, text: words } of missed)
      wrong(`${tag} ${words} · ${text.slice(span[0] - 40, span[1] + 30)}`)
    const wanted = names.filter(name => name.tag === tag)
    count.found += found.length
    count.right += found.length - missed.length
    count.elsewhere += missed.filter(mention => tagged.has(foldWord(mention.text))).length
    count.wanted += wanted.length
    count.touched += wanted.filter(({ span }) =>
      mentions.some(mention => hasOverlap(mention.span, span)),
    ).length
  }
  const precision = share(count.right, count.found)
  const open = share(count.right + count.elsewhere, count.found)
  return `anercorp ${tag} precision ${precision} (${open} with names that it tags elsewhere), recall ${share(count.touched, count.wanted)}`
}

/** A country that acts is a LOC in the corpus, a body's place is in its name: for actors and places both tags are right. */
function isOf(tag: string, wanted: string): boolean {
  return tag === wanted || tag === 'LOC' || tag === 'ORG'
}

function isBody({ rows }: Lexicon, mention: NameMention): boolean {
  if (mention.kind !== 'actor' || mention.actor === null) return false
  if (mention.force !== undefined || mention.how !== undefined) return false
  const row = rows.actors.get(mention.row ?? mention.actor)
  return !UNTAGGED.has(row?.cells.kind ?? '')
}

function splitParts(source: string): { text: string; names: Name[] }[] {
  const sentences = source.split('\n\n')
  const parts: { text: string; names: Name[] }[] = []
  for (let from = 0; from < sentences.length; from += SENTENCES) {
    parts.push(readCorpus(sentences.slice(from, from + SENTENCES).join('\n\n')))
  }
  return parts
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
