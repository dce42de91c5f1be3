/** Runs `specs/actors.tsv` and `specs/places.tsv`: each row's words must be read as the ids it says; a row with a gap must not. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { builtinLexicon } from '../lexicon/builtin.ts'
import { findHits } from '../lexicon/match.ts'
import type { Mention, Span } from '../model.ts'
import { readText } from '../text/text.ts'
import { findMentions } from './mentions.ts'

interface Spec {
  readonly id: string
  readonly text: string
  readonly want: string
  readonly isGap: boolean
}

interface Found {
  readonly span: Span
  readonly text: string
  readonly id: string | null
}

const lexicon = builtinLexicon()
const NONE = '—'
const UNRESOLVED = '?'

function readSpecs(name: string): Spec[] {
  const path = new URL(`../../specs/${name}.tsv`, import.meta.url)
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n').slice(1)
  return lines.map(line => {
    const [id = '', text = '', want = '', gap = ''] = line.split('\t')
    return { id, text, want, isGap: gap === 'yes' }
  })
}

function readFound(text: string, kind: 'actor' | 'place'): Found[] {
  const read = readText(text)
  const mentions = findMentions(read, findHits(read, lexicon), { lexicon, published: null, outlet: null })
  return mentions
    .filter(mention => mention.kind === kind)
    .map(mention => ({ span: mention.span, text: mention.text, id: findId(mention) }))
}

function findId(mention: Mention): string | null {
  if (mention.kind === 'place') return mention.place
  return mention.kind === 'actor' ? mention.actor : null
}

/** Where the words stand: `الميادين@2` is their second occurrence. */
function findSpan(text: string, words: string): Span {
  const [bare = '', count = '1'] = words.split('@')
  let at = -1
  for (let i = 0; i < Number(count); i++) at = text.indexOf(bare, at + 1)
  expect(at, `${bare} is not in ${text}`).toBeGreaterThanOrEqual(0)
  return [at, at + bare.length]
}

function isRead({ text }: Spec, found: readonly Found[], piece: string): boolean {
  const [words = '', id = ''] = piece.split('=')
  const span = findSpan(text, words)
  const over = found.filter(({ span: [from, to] }) => from < span[1] && span[0] < to)
  if (id === NONE) return over.length === 0
  return over.some(mention => (id === UNRESOLVED ? mention.id === null : mention.id === id))
}

function isRight(spec: Spec, found: readonly Found[]): boolean {
  if (spec.want === NONE) return found.length === 0
  return spec.want.split(' ; ').every(piece => isRead(spec, found, piece))
}

/** `id: got` of every row that is not read as it must be: rows without a gap that fail, rows with one that pass. */
function findFaults(kind: 'actor' | 'place', specs: readonly Spec[]): string[] {
  return specs
    .map(spec => ({ spec, found: readFound(spec.text, kind) }))
    .filter(({ spec, found }) => isRight(spec, found) === spec.isGap)
    .map(({ spec, found }) => {
      const got = found.map(({ text, id }) => `${text}=${id ?? UNRESOLVED}`).join(' ; ') || NONE
      return spec.isGap
        ? `${spec.id}: promote it, it passes`
        : `${spec.id}: ${spec.text} | want ${spec.want} | got ${got}`
    })
}

describe('names as specs', () => {
  it('reads every row of specs/actors.tsv', () => {
    expect(findFaults('actor', readSpecs('actors'))).toEqual([])
  })

  it('reads every row of specs/places.tsv', () => {
    expect(findFaults('place', readSpecs('places'))).toEqual([])
  })
})
