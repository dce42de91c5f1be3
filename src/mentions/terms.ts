/** The words of the tables `numbers` and `calendar` at their tokens, one reading of each table at each token. */
import { AND, AS, DEFINITE, PRONOUN } from '../lexicon/clitics.ts'
import type { Hit } from '../lexicon/match.ts'
import { type Row, tableBit } from '../lexicon/tables.ts'
import type { Text } from '../text/text.ts'
import type { Token } from '../text/tokens.ts'

/** What a row means: `unit:2 day` is a dual of day, `month:8 weak` a name that needs a day or a year beside it. */
export interface Meaning {
  readonly kind: string
  /** A number for the kind, or for the word of a link; 0 is no kind. */
  readonly code: number
  readonly value: number
  /** Upper end of a vague number; `value` where it is exact, `Infinity` where it is open. */
  readonly max: number
  /** The words of the meaning after its kind. */
  readonly names: readonly string[]
  readonly row: Row
}

/** A row's words in the text. */
export interface Term extends Meaning {
  readonly from: number
  readonly to: number
  readonly clitics: number
  readonly pronoun: string
  /** Where the words begin, without what is attached in front. */
  readonly start: number
}

export interface Terms {
  readonly text: Text
  readonly tokens: readonly Token[]
  /** By token index: the reading of the numbers table that begins there. */
  readonly numbers: readonly (Term | undefined)[]
  /** By token index: the reading of the calendar table that begins there. */
  readonly dates: readonly (Term | undefined)[]
  /** The tokens at which a number or a date may begin, in order: digits and words of either table. */
  readonly starts: readonly number[]
  /** The rows of every table that stand in the text, in order: verbs tell which way a weekday lies. */
  readonly hits: readonly Hit[]
}

const NUMBERS = tableBit('numbers')
const CALENDAR = tableBit('calendar')
const BOTH = NUMBERS | CALENDAR
const MEANINGS = new WeakMap<Row, Meaning>()
const TERMS = new WeakMap<readonly Hit[], Terms>()

/** Terms of a text; remembered by `hits`, so that numbers and dates share one pass. Linear in the hits. */
export function readTerms(text: Text, hits: readonly Hit[]): Terms {
  const known = TERMS.get(hits)
  if (known !== undefined && known.text === text) return known
  const numbers: (Term | undefined)[] = new Array(text.tokens.length + 1)
  const dates: (Term | undefined)[] = new Array(text.tokens.length + 1)
  for (const hit of hits) {
    if ((hit.table & BOTH) === 0 || hit.clitics & AS) continue
    if (hit.table === NUMBERS && (hit.pronoun === '' || isPart(hit))) place(text, numbers, hit)
    if (hit.table === CALENDAR && hit.pronoun === '') place(text, dates, hit)
  }
  const starts = findStarts(text.tokens, numbers, dates)
  const terms = { text, tokens: text.tokens, numbers, dates, starts, hits }
  TERMS.set(hits, terms)
  return terms
}

type Reading = readonly (Term | undefined)[]

function findStarts(tokens: readonly Token[], numbers: Reading, dates: Reading): number[] {
  const starts: number[] = []
  for (let at = 0; at < tokens.length; at++) {
    const number = numbers[at]
    const isLink = number !== undefined && number.kind === 'link'
    if (
      dates[at] !== undefined ||
      (tokens[at] as Token).kind === 'number' ||
      (number !== undefined && !isLink)
    )
      starts.push(at)
    else if (isLink && isNumeric(tokens[at + 1], numbers[at + 1])) starts.push(at)
  }
  return starts
}

/** A small word begins something only before digits or another word of the numbers table. */
function isNumeric(token: Token | undefined, number: Term | undefined): boolean {
  return number !== undefined || token?.kind === 'number'
}

const CODES = new Map<string, number>()

/** The number of a kind: the same for the same kind in either table. */
export function findCode(kind: string): number {
  let code = CODES.get(kind)
  if (code === undefined) {
    code = CODES.size + 1
    CODES.set(kind, code)
  }
  return code
}

/** The longest words win, then those with least taken off in front: "today" before "the day". */
function place(text: Text, terms: (Term | undefined)[], hit: Hit): void {
  const other = terms[hit.from]
  if (other !== undefined) {
    if (hit.to < other.to) return
    if (hit.to === other.to && weigh(hit.clitics) >= weigh(other.clitics)) return
  }
  const meaning = readMeaning(hit.row)
  if (meaning.kind === 'shift' && (hit.clitics & ~DEFINITE) !== 0) return
  terms[hit.from] = {
    kind: meaning.kind,
    code: meaning.code,
    value: meaning.value,
    max: meaning.max,
    names: meaning.names,
    row: meaning.row,
    from: hit.from,
    to: hit.to,
    clitics: hit.clitics,
    pronoun: hit.pronoun,
    start: findWordStart(text, hit),
  }
}

/** "half of them", "the first of them"; with other number words a pronoun makes another word. */
function isPart(hit: Hit): boolean {
  return hit.row.cells.kind === 'fraction' || hit.row.cells.kind === 'ordinal'
}

const ALIF = 0x0627
const LAM = 0x0644

/** The words with their article: `الثلاثة`, not `ثلاثة`; `و` and prepositions stay outside. */
function findWordStart(text: Text, hit: Hit): number {
  const start = hit.span[0]
  if (!(hit.clitics & DEFINITE)) return start
  const before = text.text.charCodeAt(start - 2)
  const hasArticle = (before === ALIF || before === LAM) && text.text.charCodeAt(start - 1) === LAM
  return hasArticle ? start - 2 : start
}

/** How much was taken off: a pronoun is the least likely, the article less so than a preposition. */
function weigh(clitics: number): number {
  let weight = 0
  if (clitics & PRONOUN) weight += 8
  if (clitics & DEFINITE) weight += 2
  for (let left = clitics & ~(PRONOUN | DEFINITE); left > 0; left >>= 1) weight += left & 1
  return weight
}

function readMeaning(row: Row): Meaning {
  let meaning = MEANINGS.get(row)
  if (meaning === undefined) {
    meaning = row.table === 'calendar' ? readCalendar(row) : readNumber(row)
    MEANINGS.set(row, meaning)
  }
  return meaning
}

function readCalendar(row: Row): Meaning {
  const [head = '', ...names] = (row.cells.means ?? '').split(' ')
  const [kind = '', written] = head.split(':')
  const value = written === undefined ? Number.NaN : Number(written)
  return {
    kind,
    code: findCode(kind),
    value,
    max: value,
    names: written === undefined ? names : [...names, written],
    row,
  }
}

function readNumber(row: Row): Meaning {
  const [low = '', high] = (row.cells.value ?? '').split('..')
  const value = low === '' ? Number.NaN : Number(low)
  const max = high === undefined ? value : high === '' ? Number.POSITIVE_INFINITY : Number(high)
  const { kind = '', value: name = '' } = row.cells
  return { kind, code: findCode(kind === 'link' ? name : kind), value, max, names: [name], row }
}

/** True where "and" is attached to the term's words. */
export function hasAnd(term: Term): boolean {
  return (term.clitics & AND) !== 0
}

/** True where the article was taken off the term's words. */
export function isDefinite(term: Term): boolean {
  return (term.clitics & DEFINITE) !== 0
}

/** True where a meaning carries a flag: `hasName(term, 'weak')`. */
export function hasName(term: Meaning, name: string): boolean {
  return term.names.includes(name)
}

/** The place in `hits` of the first that begins at or after a token. */
export function findFirstHit({ hits }: Terms, token: number): number {
  let [low, high] = [0, hits.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((hits[middle] as Hit).from < token) low = middle + 1
    else high = middle
  }
  return low
}
