/**
 * Numerals: digits and number words at a token, as a value. `ثلاثمئة وخمسة وعشرين ألفا` is 325,000.
 * The grammar is the order of sizes: a part may follow only where it is smaller than what stands, or multiplies it.
 */
import { isAndToken } from './links.ts'
import { hasAnd, isDefinite, type Term, type Terms } from './terms.ts'

/** A number at a token. */
export interface Numeral {
  /** First token and the one after the last. */
  readonly from: number
  readonly to: number
  /** Where the words begin in the text. */
  readonly start: number
  readonly value: number
  /** Upper end where the words are vague; `value` otherwise; `Infinity` where open. */
  readonly max: number
  readonly form: 'count' | 'ordinal' | 'fraction'
  readonly isDigits: boolean
  readonly isDefinite: boolean
  /** A size that "and a half" multiplies: of 2 million it is a million. */
  readonly scale: number
}

interface Sum {
  total: number
  group: number
  scale: number
  last: 'none' | 'digits' | 'small' | 'tens' | 'hundreds' | 'scale'
  lastValue: number
}

const SCALE_LIMIT = Number.POSITIVE_INFINITY
const CARDINALS = new Set(['small', 'tens', 'hundreds', 'scale', 'dual-scale', 'plural-scale'])

/** The cardinal at token `index`; undefined where none begins. Looks no further than the numeral is long. */
export function readCardinal(terms: Terms, index: number): Numeral | undefined {
  const sum: Sum = { total: 0, group: 0, scale: SCALE_LIMIT, last: 'none', lastValue: 0 }
  let to = addPart(terms, sum, { at: index, isJoined: false })
  if (to === undefined) return readVague(terms, index)
  for (let next = findPart(terms, sum, to); next !== undefined; next = findPart(terms, sum, to)) to = next
  const token = terms.tokens[index]
  if (token === undefined) return undefined
  const first = terms.numbers[index]
  const isDigits = token.kind === 'number'
  const value = sum.total + sum.group
  return {
    from: index,
    to,
    start: isDigits || first === undefined ? token.start : first.start,
    value,
    max: value,
    form: 'count',
    isDigits,
    isDefinite: first !== undefined && isDefinite(first),
    scale: sum.last === 'scale' ? sum.scale : 1,
  }
}

/** Where the sum goes on after `to`: the token after the next part; undefined where it ends. */
function findPart(terms: Terms, sum: Sum, to: number): number | undefined {
  const token = terms.tokens[to]
  if (token === undefined || token.gap !== 0) return undefined
  if (isAndToken(terms, to)) return addPart(terms, sum, { at: to + 1, isJoined: true })
  const term = terms.numbers[to]
  return addPart(terms, sum, { at: to, isJoined: term !== undefined && hasAnd(term) })
}

interface Part {
  readonly at: number
  readonly isJoined: boolean
}

function addPart(terms: Terms, sum: Sum, part: Part): number | undefined {
  const token = terms.tokens[part.at]
  if (token === undefined || (part.isJoined && token.gap !== 0)) return undefined
  if (token.kind === 'number') {
    const value = readDigits(token.form)
    return value !== undefined && addDigits(sum, value, part.isJoined) ? part.at + 1 : undefined
  }
  const term = terms.numbers[part.at]
  if (term === undefined || !CARDINALS.has(term.kind)) return undefined
  return addWord(sum, term, part.isJoined) ? term.to : undefined
}

function addDigits(sum: Sum, value: number, isJoined: boolean): boolean {
  const isFirst = sum.last === 'none'
  const isRest = isJoined && sum.group === 0 && sum.last === 'scale' && value < sum.scale
  const isTail = isJoined && sum.last === 'hundreds' && value < 100
  if (!isFirst && !isRest && !isTail) return false
  return addTo(sum, 'digits', value)
}

function addTo(sum: Sum, last: Sum['last'], value: number): true {
  sum.group += value
  sum.last = last
  sum.lastValue = value
  return true
}

function addWord(sum: Sum, term: Term, isJoined: boolean): boolean {
  switch (term.kind) {
    case 'small':
      return addSmall(sum, term.value, isJoined)
    case 'tens':
      return addTens(sum, term.value, isJoined)
    case 'hundreds':
      return addHundreds(sum, term.value, isJoined)
    case 'dual-scale':
      return addDualScale(sum, term.value, isJoined)
    case 'plural-scale':
      return sum.group > 0 && !isJoined && addScale(sum, term.value, isJoined)
    default:
      return addScale(sum, term.value, isJoined)
  }
}

function addSmall(sum: Sum, value: number, isJoined: boolean): boolean {
  const isFree = sum.last === 'none'
  const isAfter = sum.last === 'hundreds' || (isJoined && sum.last === 'scale' && value < sum.scale)
  return (isFree || isAfter) && addTo(sum, 'small', value)
}

function addTens(sum: Sum, value: number, isJoined: boolean): boolean {
  const isFree = sum.last === 'none'
  const isAfterUnit = isJoined && (sum.last === 'small' || sum.last === 'digits') && sum.lastValue < 10
  const isAfter = sum.last === 'hundreds' || (isJoined && sum.last === 'scale')
  return (isFree || (isAfterUnit && sum.lastValue > 0) || isAfter) && addTo(sum, 'tens', value)
}

/** 100 multiplies what stands before it without "and"; 200 to 900 only add. */
function addHundreds(sum: Sum, value: number, isJoined: boolean): boolean {
  if (sum.last === 'none') return addTo(sum, 'hundreds', value)
  if (value === 100 && !isJoined && sum.group > 0 && sum.group < 1000 && sum.last !== 'hundreds') {
    sum.group *= 100
    sum.last = 'hundreds'
    sum.lastValue = sum.group
    return true
  }
  const isAfter = sum.last === 'scale' && sum.group === 0 && (isJoined || value > 100)
  return isAfter && addTo(sum, 'hundreds', value)
}

function addScale(sum: Sum, value: number, isJoined: boolean): boolean {
  if (sum.last === 'none') return setScale(sum, value, value)
  if (sum.group > 0 && !isJoined && value < sum.scale) return setScale(sum, sum.group * value, value)
  if (sum.last !== 'scale' || sum.group > 0) return false
  if (!isJoined && value > sum.scale) {
    sum.total *= value
    sum.scale = value
    return true
  }
  return isJoined && value < sum.scale && setScale(sum, value, value)
}

function addDualScale(sum: Sum, value: number, isJoined: boolean): boolean {
  const isAfter = isJoined && sum.last === 'scale' && sum.group === 0 && value < sum.scale
  return (sum.last === 'none' || isAfter) && setScale(sum, value, value / 2)
}

function setScale(sum: Sum, added: number, scale: number): true {
  sum.total += dropNoise(added)
  sum.group = 0
  sum.last = 'scale'
  sum.lastValue = added
  sum.scale = scale
  return true
}

/** 64.6 million is 64,600,000 and not a hair less. */
function dropNoise(value: number): number {
  return Number.isInteger(value) ? value : Math.round(value * 1e6) / 1e6
}

/** Dozens, hundreds, thousands of: `عشرات الآلاف` is 20,000 to 99,999. */
function readVague(terms: Terms, index: number): Numeral | undefined {
  const first = terms.numbers[index]
  if (first === undefined || (first.kind !== 'vague' && first.kind !== 'plural-scale')) return undefined
  const isPlural = first.kind === 'plural-scale'
  let value = isPlural ? first.value * 2 : first.value
  let max = isPlural ? Number.POSITIVE_INFINITY : first.max
  let to = first.to
  let scale = 1
  const next = terms.numbers[to]
  const isNear = terms.tokens[to]?.gap === 0
  if (
    next !== undefined &&
    isNear &&
    (next.kind === 'plural-scale' || next.kind === 'scale') &&
    !hasAnd(next)
  ) {
    scale = next.value
    value = (isPlural ? first.value : first.value) * scale
    max = Number.isFinite(max) ? max * scale + scale - 1 : max
    to = next.to
  }
  const form = 'count'
  const isDef = isDefinite(first)
  return { from: index, to, start: first.start, value, max, form, isDigits: false, isDefinite: isDef, scale }
}

/** The ordinal at token `index`: `الخامس والعشرون` is 25, `المئة والخامسة` 105, `الحادي عشر` 11. */
export function readOrdinal(terms: Terms, index: number): Numeral | undefined {
  const first = terms.numbers[index]
  if (first === undefined) return undefined
  if (first.kind === 'hundreds' && isDefinite(first)) return readLongOrdinal(terms, first)
  const isOrdinal = first.kind === 'ordinal'
  const isRound = isDefinite(first) && (first.kind === 'tens' || first.kind === 'hundreds')
  const isOne = isDefinite(first) && first.kind === 'small' && first.value < 10
  if (!isOrdinal && !isRound && !isOne) return undefined
  const tens = first.value < 10 ? findTens(terms, first.to) : undefined
  if (isOne && tens === undefined) return undefined
  return toOrdinal(first, tens?.to ?? first.to, first.value + (tens?.value ?? 0))
}

function readLongOrdinal(terms: Terms, first: Term): Numeral | undefined {
  const at = isAndToken(terms, first.to) ? first.to + 1 : first.to
  const next = terms.numbers[at]
  if (next?.kind !== 'ordinal') return toOrdinal(first, first.to, first.value)
  const tens = next.value < 10 ? findTens(terms, next.to) : undefined
  return toOrdinal(first, tens?.to ?? next.to, first.value + next.value + (tens?.value ?? 0))
}

function findTens(terms: Terms, at: number): Term | undefined {
  const isApart = isAndToken(terms, at)
  const term = terms.numbers[isApart ? at + 1 : at]
  const isJoined = term !== undefined && (isApart || hasAnd(term))
  return isJoined && term.kind === 'tens' ? term : undefined
}

function toOrdinal(first: Term, to: number, value: number): Numeral {
  const { from, start } = first
  return {
    from,
    to,
    start,
    value,
    max: value,
    form: 'ordinal',
    isDigits: false,
    isDefinite: isDefinite(first),
    scale: 1,
  }
}

const DOT = 0x2e
const COMMAS = new Set([0x2c, 0x066c, 0x060c])

/**
 * The value of a folded number token: `1,500` and `1.500.000` are grouped, `2.5`, `2,5` and `2٫5` are decimals.
 * One dot before three digits is a decimal point, as on screens; undefined for `1.2.2017` and `192.168.1.2`.
 */
export function readDigits(form: string): number | undefined {
  let plain = ''
  let decimals = false
  let groups = 0
  for (let i = 0; i < form.length; i++) {
    const unit = form.charCodeAt(i)
    if (unit >= 0x30 && unit <= 0x39) {
      plain += form.charAt(i)
      continue
    }
    const isGroup = isGroupMark(form, i)
    if (decimals || (!isGroup && groups > 0 && unit === DOT && form.indexOf('.', i + 1) >= 0))
      return undefined
    if (isGroup) groups++
    else {
      decimals = true
      plain += '.'
    }
  }
  return plain === '' ? undefined : Number(plain)
}

function isGroupMark(form: string, at: number): boolean {
  const unit = form.charCodeAt(at)
  let digits = 0
  while (at + 1 + digits < form.length && isAsciiDigit(form.charCodeAt(at + 1 + digits))) digits++
  if (digits !== 3 || form.charCodeAt(0) === 0x30) return false
  if (COMMAS.has(unit)) return true
  const isRepeated = unit === DOT && form.indexOf('.') !== form.lastIndexOf('.')
  return isRepeated && isGroupedByDots(form)
}

/** `1.500.000`: every piece after the first has three digits. */
function isGroupedByDots(form: string): boolean {
  const pieces = form.split('.')
  return (
    pieces.length > 2 &&
    (pieces[0] as string).length <= 3 &&
    pieces.slice(1).every(piece => piece.length === 3)
  )
}

function isAsciiDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}
