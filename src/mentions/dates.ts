/** Dates in a text, resolved against the article's date and written in EDTF with how they were resolved. */
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Hit } from '../lexicon/match.ts'
import type { DateMention, Edtf } from '../model.ts'
import type { Text } from '../text/text.ts'
import type { Token } from '../text/tokens.ts'
import { ABSOLUTE_RULES } from './absoluteRules.ts'
import { findAnchors } from './anchors.ts'
import { bindPieces } from './boundDates.ts'
import { CLOCK_RANGES } from './clockRanges.ts'
import { CLOCK_RULES } from './clockRules.ts'
import type { DateReader, DateRule, Piece } from './dateReader.ts'
import { DAY_RULES } from './dayRules.ts'
import { readNow, writeDay } from './days.ts'
import { DIARY_RULES } from './diaryRules.ts'
import { DURATION_RULES } from './durationRules.ts'
import { FEAST_RULES } from './feastRules.ts'
import { joinPieces } from './joinDates.ts'
import { NTH_RULES } from './nthRules.ts'
import { NUMERIC_RULES } from './numericRules.ts'
import { PERIOD_RULES } from './periodRules.ts'
import { RECENT_RULES } from './recentRules.ts'
import { SET_RULES } from './setRules.ts'
import { findCode, readTerms, type Terms } from './terms.ts'

export interface DateOptions {
  /** The article's own date in EDTF; `null` where it is not known: words that count from it then have no value. */
  readonly now: Edtf | null
  readonly lexicon: Lexicon
  /**
   * `news` (default): a bare weekday is the last one, today included; weeks begin on Saturday; this week ends today.
   * `diary`: a bare weekday is the next one; weeks are Monday to Sunday; months and years ago are days.
   */
  readonly convention?: 'news' | 'diary'
}

/** The rules in the order in which they are tried at a token. */
export const DATE_RULES: readonly DateRule[] = [
  ...NUMERIC_RULES,
  ...ABSOLUTE_RULES,
  ...NTH_RULES,
  ...DAY_RULES,
  ...RECENT_RULES,
  ...PERIOD_RULES,
  ...CLOCK_RANGES,
  ...CLOCK_RULES,
  ...DIARY_RULES,
  ...SET_RULES,
  ...DURATION_RULES,
  ...FEAST_RULES,
]

/**
 * Finds the dates of `text`, in order, without overlaps; `hits` are those of `findHits(text, lexicon)`. Linear.
 *
 *     now 2017-11-01: "أمس الثلاثاء"          → 2017-10-31
 *                     "خلال اليومين الماضيين" → 2017-10-30/2017-10-31
 *                     "منذ مطلع 2015"         → 2015-01/..
 *                     "14 شوال"               → 2017-07-07/2017-07-09, calendar islamic-umalqura
 */
export function findDatesIn(text: Text, hits: readonly Hit[], options: DateOptions): DateMention[] {
  const reader = readReader(readTerms(text, hits), options)
  const { starts } = reader.terms
  const pieces = readPieces(reader, starts)
  const dayOf = findAnchors(reader, pieces)
  if (dayOf.length === 0) return pieces.map(piece => toMention(reader, piece))
  return splitRuns(starts, at => dayOf[at]).flatMap(run => {
    const other = anchorTo(reader, dayOf[run[0] as number])
    return readPieces(other, run).map(piece => toMention(other, piece))
  })
}

/** The pieces that begin at some of the starts, joined with their neighbours. */
function readPieces(reader: DateReader, starts: readonly number[]): Piece[] {
  const pieces = joinPieces(reader, findPieces(reader, starts))
  return bindPieces(reader, pieces).filter(piece => isMention(reader, piece))
}

/** Neighbours of one key, together and in order. */
function splitRuns(starts: readonly number[], keyOf: (start: number) => number | undefined): number[][] {
  const runs: number[][] = []
  for (const start of starts) {
    const run = runs.at(-1)
    if (run !== undefined && keyOf(run[0] as number) === keyOf(start)) run.push(start)
    else runs.push([start])
  }
  return runs
}

function anchorTo(reader: DateReader, day: number | undefined): DateReader {
  if (day === undefined) return reader
  return { ...reader, now: { first: day, last: day }, today: day, near: day, isQuoted: true }
}

function readReader(terms: Terms, { now, convention }: DateOptions): DateReader {
  const range = readNow(now)
  const isDay = range !== null && range.first === range.last
  return {
    terms,
    tokens: terms.tokens,
    now: range,
    today: isDay ? range.first : null,
    near: range === null ? null : Math.floor((range.first + range.last) / 2),
    isDiary: convention === 'diary',
    isQuoted: false,
  }
}

function findPieces(reader: DateReader, starts: readonly number[]): Piece[] {
  const pieces: Piece[] = []
  let next = 0
  for (const at of starts) {
    if (at < next) continue
    const piece = findPiece(reader, at)
    if (piece !== undefined) pieces.push(piece)
    next = piece === undefined ? skipTerm(reader, at) : Math.max(piece.to, at + 1)
  }
  return pieces
}

/** Names of papers hold words of time: they are passed over whole. */
function skipTerm(reader: DateReader, at: number): number {
  const term = reader.terms.dates[at]
  return term !== undefined && term.kind === 'none' ? term.to : at + 1
}

function findPiece(reader: DateReader, at: number): Piece | undefined {
  for (const rule of findRules(reader, at)) {
    const piece = rule.find(reader, at)
    if (piece !== undefined) return piece
  }
  return undefined
}

const DIGITS = findCode('digits')
/** More than there are kinds. */
const MOST_CODES = 256
const RULES = { news: new Map<number, readonly DateRule[]>(), diary: new Map<number, readonly DateRule[]>() }

/** The rules whose pattern can begin with what stands at a token. */
function findRules(reader: DateReader, at: number): readonly DateRule[] {
  const date = reader.terms.dates[at]?.code ?? 0
  const isDigits = (reader.tokens[at] as Token).kind === 'number'
  const number = isDigits ? DIGITS : (reader.terms.numbers[at]?.code ?? 0)
  const known = RULES[reader.isDiary ? 'diary' : 'news']
  const key = date * MOST_CODES + number
  let rules = known.get(key)
  if (rules === undefined) {
    const all = reader.isDiary ? DATE_RULES : DATE_RULES.filter(rule => !DIARY_RULES.includes(rule))
    rules = all.filter(rule =>
      rule.starts.some(start => findCode(start) === date || findCode(start) === number),
    )
    known.set(key, rules)
  }
  return rules
}

/** A part of the day alone says no date. */
function isMention(reader: DateReader, piece: Piece): boolean {
  return piece.kind !== 'part' || reader.isDiary
}

/** Hours of the parts of the day, for a diary. */
const PART_HOURS: Readonly<Record<string, string>> = {
  dawn: '04:00/06:00',
  morning: '08:00/12:00',
  noon: '12:00',
  afternoon: '12:00/16:00',
  evening: '16:00/20:00',
  night: '20:00/23:59',
  midnight: '00:00',
  'early morning': '08:00/10:00',
  'late morning': '10:00/12:00',
  'early afternoon': '12:00/14:00',
  'late afternoon': '14:00/16:00',
  'early evening': '16:00/18:00',
  'late evening': '18:00/20:00',
  'early night': '20:00/22:00',
  'late night': '22:00/23:59',
}

function toMention(reader: DateReader, piece: Piece): DateMention {
  const { text } = reader.terms.text
  const end = (reader.tokens[piece.to - 1] as Token).end
  const clock =
    piece.clock ?? (reader.isDiary && piece.part !== undefined ? PART_HOURS[piece.part.name] : undefined)
  return {
    kind: 'date',
    span: [piece.start, end],
    text: text.slice(piece.start, end),
    edtf: piece.edtf,
    how: describe(reader, piece),
    ...(piece.calendar === undefined ? {} : { calendar: piece.calendar }),
    ...(clock === undefined ? {} : { clock }),
    ...(piece.duration === undefined || piece.edtf !== null ? {} : { duration: piece.duration }),
    ...(piece.recurs === undefined ? {} : { recurs: piece.recurs }),
    ...(piece.days === undefined || reader.isQuoted ? {} : { days: piece.days }),
    ...(piece.weekday === undefined ? {} : { weekday: piece.weekday }),
  }
}

function describe(reader: DateReader, piece: Piece): string {
  if (piece.isStated === true || piece.kind === 'set' || piece.kind === 'duration') return piece.how
  if (reader.today === null) return piece.edtf === null ? `${piece.how}, from the article's date` : piece.how
  return `${piece.how}, from ${writeDay(reader.today)}${reader.isQuoted ? ', the date of what is quoted' : ''}`
}
