/** What a copy says otherwise, or no more: numbers, names, days within shared passages; doubts, sources and credits. */
import type { Claim, Mention, Reading, Span } from '../../model.ts'
import { foldWord } from '../../text/fold.ts'
import type { Change } from '../relations.ts'
import type { Box } from './boxes.ts'
import { findGaps, matchWords } from './matches.ts'
import { findWordSpan, type Words } from './words.ts'

/** An article of a pair: what was read of it, and its words. */
export interface Told {
  readonly reading: Reading
  readonly words: Words
}

type ChangeKind = Change['kind']

/** A part of an article that may be said otherwise: where it stands, and what it says whatever its spelling. */
interface Said {
  readonly kind: ChangeKind
  readonly span: Span
  readonly value: string
}

/**
 * What the second article does not say as the first does, within the passages `boxes`, in order; a dropped credit last.
 *
 *     `قتل 12 مدنيا` → `قتل 21 مدنيا`: { kind: 'number', texts: ['12', '21'], … }
 */
export function findChanges(first: Told, second: Told, boxes: readonly Box[]): Change[] {
  const inFirst = boxes.flatMap(box => listSaid(first, box.fromA, box.toA)).map(keyOf)
  const inSecond = boxes.flatMap(box => listSaid(second, box.fromB, box.toB)).map(keyOf)
  const known = { first: new Set(inFirst), second: new Set(inSecond) }
  const changes = boxes.flatMap(box => [
    ...findGaps([first.words.keys, second.words.keys], box).flatMap(gap =>
      compareGap({ first, second, known }, gap),
    ),
    ...compareClaims(first, second, box),
  ])
  return [...changes, ...findDroppedCredits(first, second)]
}

interface Both {
  readonly first: Told
  readonly second: Told
  /** What each says anywhere in the passages: what was moved is not changed. */
  readonly known: { readonly first: ReadonlySet<string>; readonly second: ReadonlySet<string> }
}

/** Of each kind the first that differs with the first that stands in its place, and so on. */
function compareGap({ first, second, known }: Both, gap: Box): Change[] {
  const gone = listSaid(first, gap.fromA, gap.toA).filter(said => !known.second.has(keyOf(said)))
  const come = listSaid(second, gap.fromB, gap.toB).filter(said => !known.first.has(keyOf(said)))
  const kinds = [...new Set([...gone, ...come].map(({ kind }) => kind))]
  return kinds.flatMap(kind => {
    const left = gone.filter(said => said.kind === kind)
    const right = come.filter(said => said.kind === kind)
    const count = Math.max(left.length, right.length)
    return Array.from({ length: count }, (_, i) =>
      writeChange(kind, [left[i]?.span ?? null, right[i]?.span ?? null], [first, second]),
    )
  })
}

function keyOf({ kind, value }: Said): string {
  return `${kind} ${value}`
}

/** What the words `[from, to)` say of numbers, actors, places and days. A mention that only reaches into them counts too. */
function listSaid({ reading, words }: Told, from: number, to: number): Said[] {
  if (to <= from) return []
  const [start, end] = findWordSpan(words, from, to)
  return reading.mentions
    .filter(({ span }) => span[0] < end && span[1] > start)
    .flatMap(mention => readSaid(mention))
    .sort((a, b) => a.span[0] - b.span[0])
}

/** The value of a mention: two spellings of one number, place or day are one value; an actor's name is data and its wording counts. */
function readSaid(mention: Mention): Said[] {
  const { span, text } = mention
  const words = foldWord(text)
  if (mention.kind === 'number') {
    const { min, max, form } = mention
    return min === null && max === null ? [] : [{ kind: 'number', span, value: `${form} ${min} ${max}` }]
  }
  if (mention.kind === 'actor')
    return mention.how === 'pronoun' ? [] : [{ kind: 'actor', span, value: words }]
  if (mention.kind === 'place') return [{ kind: 'place', span, value: mention.place ?? words }]
  if (mention.kind === 'date') return [{ kind: 'date', span, value: mention.edtf ?? words }]
  return []
}

/** Claims of one type that stand in the same words: a doubt that only one has, a source that only one names or both otherwise. */
function compareClaims(first: Told, second: Told, box: Box): Change[] {
  const places = new Map(matchWords([first.words.keys, second.words.keys], box))
  return listClaims(first, box.fromA, box.toA).flatMap(({ claim, words }) => {
    const at = words.flatMap(a => places.get(a) ?? [])
    const other = listClaims(second, box.fromB, box.toB).find(
      candidate => candidate.claim.type === claim.type && isSame(candidate.words, at),
    )
    return other === undefined ? [] : compareWords(claim, other.claim, [first, second])
  })
}

function compareWords(claim: Claim, other: Claim, both: readonly [Told, Told]): Change[] {
  const changes: Change[] = []
  if ((claim.stance === 'doubted') !== (other.stance === 'doubted')) {
    changes.push(writeChange('doubt', [findDoubt(claim), findDoubt(other)], both))
  }
  const source = claim.sources.at(-1) ?? null
  const heard = other.sources.at(-1) ?? null
  if (nameSource(source) !== nameSource(heard)) {
    changes.push(writeChange('source', [source?.span ?? null, heard?.span ?? null], both))
  }
  return changes
}

function findDoubt({ stance, cue, span }: Claim): Span | null {
  return stance === 'doubted' ? (cue?.span ?? span) : null
}

function nameSource(source: Claim['sources'][number] | null): string {
  return source === null ? '' : (source.actor ?? foldWord(source.text))
}

/** Claims that count and lie in the words `[from, to)`, with the words that they cover. */
function listClaims({ reading, words }: Told, from: number, to: number) {
  const [start, end] = findWordSpan(words, from, to)
  return reading.claims
    .filter(({ span, optional }) => !optional && span[0] >= start && span[1] <= end)
    .map(claim => ({ claim, words: listWords(words, claim.span, [from, to]) }))
}

function listWords(
  { starts, ends }: Words,
  [start, end]: Span,
  [from, to]: readonly [number, number],
): number[] {
  const inside: number[] = []
  for (let at = from; at < to; at++) {
    if ((starts[at] as number) >= start && (ends[at] as number) <= end) inside.push(at)
  }
  return inside
}

/** True where half of the words of each are the other's. */
function isSame(words: readonly number[], other: readonly number[]): boolean {
  const shared = words.filter(word => other.includes(word)).length
  return shared > 0 && shared * 2 >= Math.max(words.length, other.length)
}

/** Credits of the first of which the second has none, neither as a credit nor by name. */
function findDroppedCredits(first: Told, second: Told): Change[] {
  const { article, mentions } = second.reading
  const named = new Set([...article.credits, ...mentions].map(({ text }) => foldWord(text)))
  return first.reading.article.credits
    .filter(({ text }) => !named.has(foldWord(text)))
    .map(({ span }) => writeChange('credit', [span, null], [first, second]))
}

function writeChange(
  kind: ChangeKind,
  spans: readonly [Span | null, Span | null],
  [first, second]: readonly [Told, Told],
): Change {
  const slice = ({ reading }: Told, span: Span | null) => span && reading.article.text.slice(...span)
  return { kind, spans, texts: [slice(first, spans[0]), slice(second, spans[1])] }
}
