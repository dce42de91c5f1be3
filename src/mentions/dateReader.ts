/** What the date rules share: a piece of time, the reader that they look through, and how pieces are made. */
import type { Edtf } from '../model.ts'
import type { Token } from '../text/tokens.ts'
import { type Now, toCivil, writeDay, writeMonth, writeSpan, writeYear } from './days.ts'
import { isAndToken, isLink } from './links.ts'
import { type Numeral, readCardinal, readOrdinal } from './numerals.ts'
import type { Term, Terms } from './terms.ts'

/** The sorts of pieces, by what can be joined to them. */
export type PieceKind =
  | 'day'
  | 'weekday'
  | 'relative'
  | 'period'
  | 'part'
  | 'clock'
  | 'duration'
  | 'set'
  | 'now'

/** A stretch of words that names a time, before it is joined with its neighbours. */
export interface Piece {
  readonly kind: PieceKind
  readonly from: number
  readonly to: number
  readonly start: number
  /** First and last day; `null` where they depend on a date that is not known. */
  readonly first: number | null
  readonly last: number | null
  /** `null` where the value cannot be said. */
  readonly edtf: Edtf | null
  readonly how: string
  readonly days?: number | undefined
  readonly weekday?: number | undefined
  readonly clock?: string | undefined
  /** True where the hour may be of the morning or the afternoon. */
  readonly isHalfDay?: boolean | undefined
  readonly part?: Part | undefined
  readonly duration?: string | undefined
  readonly amount?: Amount | undefined
  readonly recurs?: string | undefined
  readonly calendar?: 'islamic-umalqura' | undefined
  /** True where the words themselves say the year, so that nothing is counted from the article's date. */
  readonly isStated?: boolean | undefined
}

/** A part of the day: `am`, `pm` decide hours. */
export interface Part {
  readonly name: string
  readonly isPm: boolean
  readonly hour: number
}

/** A length of time. */
export interface Amount {
  readonly count: number
  readonly unit: string
}

/** What a rule reads. Every look is bounded, so that all rules together are linear in the text. */
export interface DateReader {
  readonly terms: Terms
  readonly tokens: readonly Token[]
  readonly now: Now | null
  /** The article's day, where it is known to the day. */
  readonly today: number | null
  /** The year that dates without a year are near to. */
  readonly near: number | null
  /** True for the conventions of a diary: a bare weekday is the coming one, weeks are whole and begin on Monday. */
  readonly isDiary: boolean
  /** True within what another paper wrote: `now` is that paper's date. */
  readonly isQuoted: boolean
}

/** A rule: its name draws the pattern and goes into `how`. */
export interface DateRule {
  readonly name: string
  readonly example: string
  /** Kinds of the calendar or numbers term, or `digits`, that the pattern begins with. */
  readonly starts: readonly string[]
  readonly find: (reader: DateReader, at: number) => Piece | undefined
}

/** The calendar term at a token, if it is of that kind. */
export function findTerm(reader: DateReader, at: number, kind: string): Term | undefined {
  const term = reader.terms.dates[at]
  return term !== undefined && term.kind === kind ? term : undefined
}

/** The calendar term at a token, if it is of one of the kinds. */
export function findTermOf(reader: DateReader, at: number, kinds: readonly string[]): Term | undefined {
  const term = reader.terms.dates[at]
  return term !== undefined && kinds.includes(term.kind) ? term : undefined
}

/** Marks before a token that end a date: all but those in `allowed`. */
export function isApart(reader: DateReader, at: number, allowed = 0): boolean {
  const token = reader.tokens[at]
  return token === undefined || (token.gap & ~allowed) !== 0
}

/** The token after an optional link word (`of`, `in`, `to` …). */
export function skipLink(reader: DateReader, at: number, ...names: string[]): number {
  return !isApart(reader, at) && names.some(name => isLink(reader.terms, at, name)) ? at + 1 : at
}

/** A numeral in digits or words. */
export function findCardinal(reader: DateReader, at: number): Numeral | undefined {
  return readCardinal(reader.terms, at)
}

/** An ordinal in words. */
export function findOrdinal(reader: DateReader, at: number): Numeral | undefined {
  return readOrdinal(reader.terms, at)
}

/** A whole number written in digits. */
export function findDigits(reader: DateReader, at: number): number | undefined {
  const token = reader.tokens[at]
  if (token === undefined || token.kind !== 'number') return undefined
  const isWhole = token.form.length <= 4 && /^\d+$/.test(token.form)
  return isWhole ? Number(token.form) : undefined
}

/** Where the words of a piece begin: after what is attached in front of its first word. */
export function findStart(reader: DateReader, at: number): number {
  const term = reader.terms.dates[at] ?? reader.terms.numbers[at]
  return term?.start ?? (reader.tokens[at] as Token).start
}

/** True where "and" is attached to or stands before a token. */
export function isAndBefore(reader: DateReader, at: number): boolean {
  const clitics = (reader.terms.dates[at]?.clitics ?? 0) | (reader.terms.numbers[at]?.clitics ?? 0)
  return (clitics & 1) !== 0 || isAndToken(reader.terms, at - 1)
}

/** What every piece has: its words and the rule's name. */
export interface Place {
  readonly from: number
  readonly to: number
  readonly start: number
  readonly how: string
}

/** A piece's place: from token `from`, its attached words left out, to token `to`. */
export function placeAt(reader: DateReader, from: number, place: { to: number; how: string }): Place {
  return { from, to: place.to, start: findStart(reader, from), how: place.how }
}

/** A single day. */
export function toDayPiece(place: Place, day: number): Piece {
  return { ...place, kind: 'day', first: day, last: day, edtf: writeDay(day) }
}

/** A stretch of days, both ends in. */
export function toSpanPiece(place: Place, first: number, last: number): Piece {
  return { ...place, kind: 'period', first, last, edtf: writeSpan(first, last) }
}

/** A month. */
export function toMonthPiece(place: Place, days: { first: number; last: number }): Piece {
  const { year, month } = toCivil(days.first)
  return { ...place, kind: 'period', ...days, edtf: writeMonth(year, month) }
}

/** A year. */
export function toYearPiece(place: Place, days: { first: number; last: number }): Piece {
  return { ...place, kind: 'period', ...days, edtf: writeYear(toCivil(days.first).year) }
}

/** Words that name a time which only the article's date would resolve. */
export function toUnknownPiece(place: Place, kind: PieceKind, rest: Partial<Piece> = {}): Piece {
  return { ...place, kind, first: null, last: null, edtf: null, ...rest }
}
