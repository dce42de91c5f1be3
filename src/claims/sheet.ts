/** The text with its words marked: which are grammar, which belong to a class, where the mentions stand. */

import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Hit } from '../lexicon/match.ts'
import type { Row } from '../lexicon/tables.ts'
import type {
  ActorMention,
  Article,
  DateMention,
  Mention,
  NumberMention,
  PlaceMention,
  Span,
} from '../model.ts'
import type { Sentence } from '../text/sentences.ts'
import type { Text } from '../text/text.ts'
import type { Token } from '../text/tokens.ts'

/** A mention with the tokens that it covers. */
export interface Placed<M extends Mention = Mention> {
  readonly mention: M
  /** First token and the one after the last. */
  readonly from: number
  readonly to: number
}

export interface Sheet {
  readonly article: Article
  readonly lexicon: Lexicon
  readonly text: Text
  /** Index of the sentence of each token. */
  readonly sentenceOf: Uint32Array
  /** For each token the grammar words that begin there, longest first. */
  readonly grammar: readonly (readonly Hit[] | undefined)[]
  /** For each token the classes (`lexicon/classes.tsv`) of the words that begin there. */
  readonly classes: readonly (ReadonlySet<string> | undefined)[]
  readonly events: readonly Hit[]
  readonly verbs: readonly Hit[]
  readonly phrases: readonly Hit[]
  readonly roles: readonly Hit[]
  readonly outlets: readonly Hit[]
  readonly actors: readonly Placed<ActorMention>[]
  readonly places: readonly Placed<PlaceMention>[]
  readonly dates: readonly Placed<DateMention>[]
  readonly numbers: readonly Placed<NumberMention>[]
  /** For each token the actor mention that covers it. */
  readonly actorAt: readonly (Placed<ActorMention> | undefined)[]
  readonly placeAt: readonly (Placed<PlaceMention> | undefined)[]
  readonly dateAt: readonly (Placed<DateMention> | undefined)[]
  readonly numberAt: readonly (Placed<NumberMention> | undefined)[]
  /** Tokens within quotation marks around a few words. */
  readonly quoted: ReadonlySet<number>
  /** Words of war and names of fighting sides, before each token: `war[b] - war[a]` are those in between. */
  readonly war: Uint32Array
  /** Words of sport, markets, sickness and other subjects, counted alike. */
  readonly elsewhere: Uint32Array
}

/** What the claims of an article are read from. */
export interface Reader {
  readonly article: Article
  readonly text: Text
  readonly mentions: readonly Mention[]
  readonly hits: readonly Hit[]
  readonly lexicon: Lexicon
}

/** Marks the words of a text; linear in tokens, hits and mentions. */
export function readSheet({ article, text, mentions, hits, lexicon }: Reader): Sheet {
  const size = text.tokens.length
  const placed = placeMentions(text.tokens, mentions)
  const pick = <K extends Mention['kind']>(kind: K) =>
    placed.filter((one): one is Placed<Extract<Mention, { kind: K }>> => one.mention.kind === kind)
  const actors = pick('actor')
  const places = pick('place')
  const dates = pick('date')
  const numbers = pick('number')
  const of = (table: string) => hits.filter(hit => hit.row.table === table)
  const classes = groupClasses(of('classes'), size)
  const placeAt = coverTokens(places, size)
  return {
    article,
    lexicon,
    text,
    sentenceOf: numberSentences(text),
    grammar: groupHits(dropCentres(of('particles'), of('place-words'), placeAt), size),
    classes,
    war: countWords(classes, WAR, findSides(lexicon, actors)),
    elsewhere: countWords(classes, ELSEWHERE, new Set()),
    quoted: findQuoted(text),
    events: of('events'),
    verbs: of('reporting-verbs'),
    phrases: of('attribution-phrases'),
    roles: of('roles'),
    outlets: of('outlets'),
    actors,
    places,
    dates,
    numbers,
    dateAt: coverTokens(dates, size),
    numberAt: coverTokens(numbers, size),
    actorAt: coverTokens(actors, size),
    placeAt,
  }
}

const FEW_UNITS = 40

/** The tokens inside short quotations: names set apart and words held at a distance. */
function findQuoted({ tokens, quotes }: Text): Set<number> {
  const quoted = new Set<number>()
  let token = 0
  for (const { span } of quotes) {
    if (span[1] - span[0] >= FEW_UNITS) continue
    while (token > 0 && (tokens[token - 1] as Token).end > span[0]) token--
    while (token < tokens.length && (tokens[token] as Token).end <= span[0]) token++
    for (let at = token; at < tokens.length && (tokens[at] as Token).start < span[1]; at++) quoted.add(at)
  }
  return quoted
}

/** The kinds of actors whose bare name speaks of war. */
const FIGHTING: ReadonlySet<string> = new Set(['army', 'faction', 'militia', 'air-force', 'alliance'])

/** The tokens at which a fighting side is named; of a government or a state, only where its force is. */
function findSides(lexicon: Lexicon, actors: readonly Placed<ActorMention>[]): ReadonlySet<number> {
  const sides = new Set<number>()
  for (const { from, mention } of actors) {
    if (mention.actor === null) continue
    const kind = lexicon.rows.actors.get(mention.row ?? mention.actor)?.cells.kind ?? ''
    if (mention.force !== undefined || FIGHTING.has(kind)) sides.add(from)
  }
  return sides
}

const WAR = ['war'] as const
const ELSEWHERE = ['sport', 'economy', 'company', 'award', 'disease', 'health', 'nonwar'] as const

/** Running count of the words of some classes, and of the tokens in `also`. */
function countWords(
  classes: readonly (ReadonlySet<string> | undefined)[],
  names: readonly string[],
  also: ReadonlySet<number>,
): Uint32Array {
  const counts = new Uint32Array(classes.length + 1)
  for (let token = 0; token < classes.length; token++) {
    const here = classes[token]
    const counted = also.has(token) || (here !== undefined && names.some(name => here.has(name)))
    counts[token + 1] = (counts[token] as number) + (counted ? 1 : 0)
  }
  return counts
}

function numberSentences(text: Text): Uint32Array {
  const sentenceOf = new Uint32Array(text.tokens.length)
  for (const sentence of text.sentences) sentenceOf.fill(sentence.index, sentence.from, sentence.to)
  return sentenceOf
}

function placeMentions(tokens: readonly Token[], mentions: readonly Mention[]): Placed[] {
  const placed: Placed[] = []
  let from = 0
  for (const mention of mentions) {
    while (from > 0 && (tokens[from - 1] as Token).end > mention.span[0]) from--
    while (from < tokens.length && (tokens[from] as Token).end <= mention.span[0]) from++
    let to = from
    while (to < tokens.length && (tokens[to] as Token).start < mention.span[1]) to++
    if (to > from) placed.push({ mention, from, to })
  }
  return placed
}

/** "وسط مدينة الرقة": before a place a word of direction is no "amid". */
function dropCentres(
  particles: readonly Hit[],
  placeWords: readonly Hit[],
  placeAt: readonly (Placed<PlaceMention> | undefined)[],
): Hit[] {
  const directions = placeWords.filter(({ row, to }) => row.cells.kind === 'direction' && placeAt[to])
  const tokens = new Set(directions.map(hit => hit.from))
  return particles.filter(hit => !tokens.has(hit.from))
}

function groupHits(hits: readonly Hit[], size: number): (Hit[] | undefined)[] {
  const grouped: (Hit[] | undefined)[] = new Array(size)
  for (const hit of hits) {
    const here = grouped[hit.from]
    if (here === undefined) grouped[hit.from] = [hit]
    else here.push(hit)
  }
  return grouped
}

function groupClasses(hits: readonly Hit[], size: number): (Set<string> | undefined)[] {
  const grouped: (Set<string> | undefined)[] = new Array(size)
  for (const hit of hits) {
    const here = grouped[hit.from]
    if (here === undefined) grouped[hit.from] = new Set([hit.row.id])
    else here.add(hit.row.id)
  }
  return grouped
}

function coverTokens<M extends Mention>(
  placed: readonly Placed<M>[],
  size: number,
): (Placed<M> | undefined)[] {
  const covered: (Placed<M> | undefined)[] = new Array(size)
  for (const one of placed) for (let token = one.from; token < one.to; token++) covered[token] ??= one
  return covered
}

const kindsOf = new WeakMap<Row, ReadonlySet<string>>()

/** The kinds of a row, split once. */
export function listKinds(row: Row): ReadonlySet<string> {
  const known = kindsOf.get(row)
  if (known !== undefined) return known
  const kinds = new Set((row.cells.kind ?? '').split('|'))
  kindsOf.set(row, kinds)
  return kinds
}

/** The grammar word of one of `kinds` that begins at a token; undefined where there is none. */
export function findGrammar(sheet: Sheet, token: number, ...kinds: readonly string[]): Hit | undefined {
  for (const hit of sheet.grammar[token] ?? []) {
    const own = listKinds(hit.row)
    for (const kind of kinds) if (own.has(kind)) return hit
  }
  return undefined
}

/** Tokens of the longest grammar word: "على خلفية ما". */
const LONGEST_GRAMMAR = 3

/**
 * The grammar word that ends right before a token, where it is of one of `kinds`; of several the longest decides, so that
 * behind "بدعم من" a name is backed and not come from.
 */
export function findGrammarBefore(sheet: Sheet, token: number, ...kinds: readonly string[]): Hit | undefined {
  for (let length = LONGEST_GRAMMAR; length >= 1; length--) {
    const hits = (sheet.grammar[token - length] ?? []).filter(hit => hit.to === token)
    if (hits.length > 0) return hits.find(({ row }) => kinds.some(kind => listKinds(row).has(kind)))
  }
  return undefined
}

/** Those of a list in order of `from` that begin in `[from, to)`: binary search, for long articles. */
export function within<T extends { readonly from: number }>(
  list: readonly T[],
  from: number,
  to: number,
): T[] {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle] as T).from < from) low = middle + 1
    else high = middle
  }
  const found: T[] = []
  for (let i = low; i < list.length && (list[i] as T).from < to; i++) found.push(list[i] as T)
  return found
}

/** True where a word of one of `classes` begins at a token. */
export function hasClass(sheet: Sheet, token: number, ...classes: readonly string[]): boolean {
  const here = sheet.classes[token]
  return here !== undefined && classes.some(name => here.has(name))
}

/** The token at an index; the last one for an index past the end, so that looking ahead never runs out of the text. */
export function findToken(sheet: Sheet, token: number): Token {
  const { tokens } = sheet.text
  return tokens[Math.min(Math.max(0, token), tokens.length - 1)] as Token
}

/** The sentence that a token is in. */
export function findSentence(sheet: Sheet, token: number): Sentence {
  return sheet.text.sentences[sheet.sentenceOf[findToken(sheet, token).index] as number] as Sentence
}

/** The span from a token's start to the end of the one before `to`. */
export function spanOf(sheet: Sheet, from: number, to: number): Span {
  return [findToken(sheet, from).start, findToken(sheet, to - 1).end]
}
