/** Rules for lengths of time and what is counted with them: two days ago, for an hour, every week; and holidays. */

import { TO } from '../lexicon/clitics.ts'
import { findYear } from './dateParts.ts'
import {
  type Amount,
  type DateReader,
  type DateRule,
  findCardinal,
  findTerm,
  findTermOf,
  isAndBefore,
  isApart,
  type Piece,
  type Place,
  placeAt,
  toDayPiece,
  toMonthPiece,
  toUnknownPiece,
} from './dateReader.ts'
import { toCivil, toDay } from './days.ts'
import { isAndToken, isLink } from './links.ts'
import { toYears } from './periodRules.ts'
import { hasAnd, hasName, isDefinite, type Term } from './terms.ts'

const FROMNOW_GONE = ['from-now', 'gone']
const BEFORE_AFTER_SINCE_DURING = ['before', 'after', 'since', 'during']

const NUMBERS = ['digits', 'small', 'tens', 'hundreds', 'scale', 'vague', 'fraction']

/** Rules of durations, sets and holidays, in order. */
export const DURATION_RULES: readonly DateRule[] = [
  {
    name: 'before, after, since + <duration>',
    example: 'قبل يومين',
    starts: ['before', 'after', 'since', 'in', 'during'],
    find: findAgo,
  },
  { name: '<duration>', example: 'لمدة ثلاث ساعات', starts: ['for', 'unit', ...NUMBERS], find: findDuration },
]

/** A length of time and the token after it. */
export interface Length {
  readonly amounts: readonly Amount[]
  readonly isVague: boolean
  readonly to: number
}

/** `3 أيام`, `يومين`, `ساعة ونصف`, `عامان وشهر`. A unit alone is one only where `isAlone`. */
export function readLength(reader: DateReader, at: number, isAlone: boolean): Length | undefined {
  const first = readAmount(reader, at, isAlone)
  if (first === undefined) return undefined
  const amounts = [first.amount]
  let to = first.to
  for (
    let next = findNext(reader, to);
    next !== undefined && amounts.length < 4;
    next = findNext(reader, to)
  ) {
    amounts.push(next.amount)
    to = next.to
  }
  return { amounts, isVague: first.isVague, to }
}

interface AmountFound {
  readonly amount: Amount
  readonly isVague: boolean
  readonly to: number
}

function findNext(reader: DateReader, to: number): AmountFound | undefined {
  if (isApart(reader, to)) return undefined
  const at = isAndToken(reader.terms, to) ? to + 1 : to
  const isJoined = at > to || isAndBefore(reader, at)
  if (!isJoined && reader.tokens[at]?.kind !== 'number') return undefined
  return readAmount(reader, at, isJoined)
}

function readAmount(reader: DateReader, at: number, isAlone: boolean): AmountFound | undefined {
  const numeral = findCardinal(reader, at) ?? readHalf(reader, at)
  if (numeral !== undefined) {
    const unit = isApart(reader, numeral.to) ? undefined : findTerm(reader, numeral.to, 'unit')
    if (unit === undefined || unit.value === 2 || hasAnd(unit) || (unit.clitics & TO) !== 0) return undefined
    return addHalf(reader, { unit, count: numeral.value, isVague: numeral.max !== numeral.value })
  }
  const unit = findTerm(reader, at, 'unit')
  if (unit === undefined || unit.value === 0) return undefined
  if (unit.value === 2 && isDefinite(unit) && isConstruct(reader, unit)) return undefined
  if (unit.value === 2) return addHalf(reader, { unit, count: 2, isVague: false })
  const one = reader.terms.numbers[unit.to]
  const isOne = one?.kind === 'small' && one.value === 1 && !isApart(reader, unit.to)
  if (!isAlone && !isOne) return undefined
  const found = addHalf(reader, { unit, count: 1, isVague: false })
  return isOne ? { ...found, to: one.to } : found
}

/** With the article a dual ends in -ayn: what ends in -i is a name, al-Shahri. */
const YA = 0x064a

function isConstruct(reader: DateReader, unit: Term): boolean {
  const form = reader.tokens[unit.to - 1]?.form ?? ''
  return form.charCodeAt(form.length - 1) === YA
}

function readHalf(reader: DateReader, at: number): { value: number; max: number; to: number } | undefined {
  const term = reader.terms.numbers[at]
  return term?.kind === 'fraction' ? { value: term.value, max: term.value, to: term.to } : undefined
}

/** `ساعة ونصف`. */
function addHalf(reader: DateReader, found: { unit: Term; count: number; isVague: boolean }): AmountFound {
  const { unit, count, isVague } = found
  const half = reader.terms.numbers[unit.to]
  const isHalf = half?.kind === 'fraction' && hasAnd(half) && !isApart(reader, unit.to)
  const amount = { count: isHalf ? count + half.value : count, unit: unit.names[0] ?? '' }
  return { amount, isVague, to: isHalf ? half.to : unit.to }
}

const LETTERS: Readonly<Record<string, readonly [letter: string, by: number]>> = {
  year: ['Y', 1],
  decade: ['Y', 10],
  century: ['Y', 100],
  month: ['M', 1],
  week: ['W', 1],
  day: ['D', 1],
  night: ['D', 1],
  hour: ['H', 1],
  minute: ['T', 1],
  second: ['S', 1],
}

/** An ISO 8601 duration: `P1M2D`, `PT0.5H`. */
export function writeDuration(amounts: readonly Amount[]): string {
  const counts = new Map<string, number>()
  for (const { count, unit } of amounts) {
    const [letter = '', by = 1] = LETTERS[unit] ?? []
    counts.set(letter, (counts.get(letter) ?? 0) + count * by)
  }
  const write = (letters: string) =>
    [...letters]
      .map(letter => (counts.has(letter) ? `${counts.get(letter)}${letter === 'T' ? 'M' : letter}` : ''))
      .join('')
  const clock = write('HTS')
  return `P${write('YMWD')}${clock === '' ? '' : `T${clock}`}`
}

function findDuration(reader: DateReader, at: number): Piece | undefined {
  const lead = findTerm(reader, at, 'for')
  const start = lead?.to ?? at
  const isAlone = lead !== undefined || isWholeText(reader, at)
  const length = readLength(reader, start, isAlone) ?? readWhole(reader, at)
  if (length === undefined || (lead !== undefined && isApart(reader, start))) return undefined
  if (findTerm(reader, length.to, 'shift') !== undefined && !isApart(reader, length.to)) return undefined
  const whole = isApart(reader, length.to) ? undefined : findTerm(reader, length.to, 'whole')
  const later = isApart(reader, length.to) ? undefined : findTermOf(reader, length.to, FROMNOW_GONE)
  const place = placeAt(reader, at, { to: later?.to ?? whole?.to ?? length.to, how: '<duration>' })
  if (later !== undefined)
    return resolveLength(reader, place, { length, sign: later.kind === 'gone' ? -1 : 1 })
  if (length.isVague && !reader.isDiary) return toUnknownPiece(place, 'duration')
  return toUnknownPiece(place, 'duration', { duration: writeDuration(length.amounts) })
}

/** In a diary a unit that is all that is said is a length. */
function isWholeText(reader: DateReader, at: number): boolean {
  return reader.isDiary && reader.tokens.length === 1 && at === 0
}

/** `أسبوع كامل`, `اليوم كله`: one unit, said to be whole. */
function readWhole(reader: DateReader, at: number): Length | undefined {
  const unit = findTerm(reader, at, 'unit')
  const isWhole = unit !== undefined && unit.value === 1 && findTerm(reader, unit.to, 'whole') !== undefined
  if (!isWhole || isApart(reader, unit.to)) return undefined
  return { amounts: [{ count: 1, unit: unit.names[0] ?? '' }], isVague: false, to: unit.to }
}

function skipBound(reader: DateReader, at: number): { to: number; isVague: boolean } {
  const term = reader.terms.numbers[at]
  const isBound = term?.kind === 'bound' && !isApart(reader, at)
  return isBound ? { to: term.to, isVague: true } : { to: at, isVague: false }
}

/** `قبل يومين`, `منذ أكثر من عام`, `بعد أسبوع`; not `بعد يومين من المعركة`, which is counted from something else. */
function findAgo(reader: DateReader, at: number): Piece | undefined {
  const lead = findLead(reader, at)
  if (lead === undefined) return undefined
  const bound = skipBound(reader, lead.to)
  const length = isApart(reader, lead.to) ? undefined : readLength(reader, bound.to, lead.kind !== 'in')
  if (length === undefined || isNamed(reader, bound.to)) return undefined
  const later = isApart(reader, length.to) ? undefined : findTermOf(reader, length.to, FROMNOW_GONE)
  const isRecent =
    later === undefined && !isApart(reader, length.to) && findTerm(reader, length.to, 'shift') !== undefined
  if (isRecent) return undefined
  const isFrom = later === undefined && isCountedFrom(reader, length.to)
  const place = placeAt(reader, at, { to: later?.to ?? length.to, how: `${lead.kind} + <duration>` })
  const isWithin = lead.kind === 'during' || lead.kind === 'in'
  if (length.isVague && !reader.isDiary) return toUnknownPiece(place, 'duration')
  if (isFrom || (isWithin && !reader.isDiary)) {
    return toUnknownPiece(place, 'duration', { duration: writeDuration(length.amounts) })
  }
  const { isVague } = bound
  const sign = lead.kind === 'after' || isWithin ? 1 : -1
  const piece = resolveLength(reader, place, { length: { ...length, isVague }, sign })
  return lead.kind === 'since' && later === undefined ? toSince(piece) : piece
}

function findLead(reader: DateReader, at: number): { kind: string; to: number } | undefined {
  const term = findTermOf(reader, at, BEFORE_AFTER_SINCE_DURING)
  if (term !== undefined) return { kind: term.kind, to: term.to }
  return reader.isDiary && isLink(reader.terms, at, 'in') ? { kind: 'in', to: at + 1 } : undefined
}

/** "since the year 2014", "before the month of Ramadan", "since Friday" name a time: another rule reads them. */
function isNamed(reader: DateReader, at: number): boolean {
  const unit = findTerm(reader, at, 'unit')
  if (unit === undefined) return false
  const next = reader.terms.dates[unit.to]
  const isName = next !== undefined && ['weekday', 'month', 'day', 'shift', 'holiday'].includes(next.kind)
  const isNumber = reader.tokens[unit.to]?.kind === 'number' || isLink(reader.terms, unit.to, 'the')
  const isYear = hasName(unit, 'year') && findYear(reader, unit.to) !== undefined
  const isNear = !isApart(reader, unit.to)
  return (isNear && (isName || isNumber || isYear)) || (isDefinite(unit) && unit.value !== 2)
}

function isCountedFrom(reader: DateReader, at: number): boolean {
  const from = isLink(reader.terms, at, 'only') ? at + 1 : at
  return !isApart(reader, from) && (isLink(reader.terms, from, 'of') || isLink(reader.terms, from, 'over'))
}

function resolveLength(reader: DateReader, place: Place, of: { length: Length; sign: number }): Piece {
  const { length, sign } = of
  const duration = writeDuration(length.amounts)
  const [amount] = length.amounts
  if (reader.today === null || amount === undefined) return toUnknownPiece(place, 'duration', { duration })
  const piece = resolveAmounts(reader, place, { amounts: length.amounts, sign })
  const isRough = length.isVague || amount.unit === 'week'
  return { ...piece, amount, edtf: isRough && piece.edtf !== null ? `${piece.edtf}~` : piece.edtf }
}

function resolveAmounts(
  reader: DateReader,
  place: Place,
  of: { amounts: readonly Amount[]; sign: number },
): Piece {
  const today = reader.today ?? 0
  const { year, month, date } = toCivil(today)
  let [years, months, days, hours] = [0, 0, 0, 0]
  for (const { count, unit } of of.amounts) {
    const [letter = '', by = 1] = LETTERS[unit] ?? []
    const signed = count * by * of.sign
    if (letter === 'Y') years += signed
    else if (letter === 'M') months += signed
    else if (letter === 'W' || letter === 'D') days += signed * (letter === 'W' ? 7 : 1)
    else hours += signed / (letter === 'H' ? 1 : letter === 'T' ? 60 : 3600)
  }
  const isCoarse = !reader.isDiary && days === 0 && hours === 0
  if (isCoarse && months === 0) return toYears(place, Math.floor(year + years), Math.floor(year + years))
  const whole = Math.trunc(months + years * 12)
  if (isCoarse)
    return toMonthPiece(place, {
      first: toDay(year, month + whole, 1),
      last: toDay(year, month + whole + 1, 0),
    })
  const day = Math.round(toDay(year, month + whole, date) + days + Math.trunc(hours / 24))
  return toDayPiece(place, day)
}

function toSince(piece: Piece): Piece {
  return piece.edtf === null ? piece : { ...piece, kind: 'period', edtf: `${piece.edtf}/..` }
}
