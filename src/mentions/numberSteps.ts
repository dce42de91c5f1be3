/** What stands around a numeral and changes it: a half, a percent sign, a range, a bound, the counted noun. */
import { isArabic, isDigit, isLetter } from '../text/units.ts'
import { isAndToken, isLink } from './links.ts'
import { readGroups, readMixed, readPower } from './numberPowers.ts'
import { readCardinal } from './numerals.ts'
import { hasAnd, isDefinite, type Term, type Terms } from './terms.ts'

/** A number while it is being read. `min` and `max` may be infinite. */
export interface Draft {
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
  readonly min: number
  readonly max: number
  readonly approx: boolean
  readonly form: 'count' | 'ordinal' | 'percent' | 'fraction'
  readonly unit?: string | undefined
  readonly scale: number
  readonly isDigits: boolean
}

/** A step: its name draws the pattern. */
export interface NumberStep {
  readonly name: string
  readonly example: string
  readonly apply: (terms: Terms, draft: Draft) => Draft | undefined
}

/** The steps in the order in which they are tried; each works on what the one before has made. */
export const NUMBER_STEPS: readonly NumberStep[] = [
  { name: '<number>,<number>', example: '1،234،567', apply: readGroups },
  { name: '<number>e<number>', example: '1e10', apply: readPower },
  { name: '<number> <number>/<number>', example: '2 1/4', apply: readMixed },
  { name: '<number> + and + <fraction>', example: 'مليون ونصف المليون', apply: addFraction },
  { name: '1 + over + <number>', example: 'واحد على ثلاثة', apply: divide },
  { name: 'minus + <number>', example: 'سالب عشرة', apply: negate },
  { name: '<number> + to + <number>', example: 'بين 50 و60', apply: addRange },
  { name: '<number> + percent', example: '20 في المئة', apply: addPercent },
  { name: '<sign> + <number>', example: '>=30', apply: addSymbol },
  { name: '<bound> + <number>', example: 'أكثر من 50', apply: addBoundBefore },
  { name: '<number> + <bound>', example: '69 على الأقل', apply: addBoundAfter },
  { name: '<number> + <noun>', example: '45 كم', apply: addNoun },
  { name: '<noun> + one, two', example: 'جندي واحد', apply: addNounBefore },
]

const MINUS = 0x2d
const PERCENTS = new Set([0x25, 0x66a])

function extend(terms: Terms, draft: Draft, to: number): Draft {
  return { ...draft, to, end: terms.tokens[to - 1]?.end ?? draft.end }
}

/** The term at `at`, where no mark stands before it. */
function findNear(terms: Terms, at: number, kind: string): Term | undefined {
  const term = terms.numbers[at]
  return term?.kind === kind && terms.tokens[at]?.gap === 0 ? term : undefined
}

function addFraction(terms: Terms, draft: Draft): Draft | undefined {
  if (draft.form !== 'count' || draft.min !== draft.max) return undefined
  const at = isAndToken(terms, draft.to) ? draft.to + 1 : draft.to
  const term = findNear(terms, at, 'fraction')
  if (term === undefined) return addParts(terms, draft, at)
  if (at === draft.to && !hasAnd(term)) return undefined
  const value = draft.min + term.value * draft.scale
  const again = findNear(terms, term.to, 'scale')
  const to = again !== undefined && isDefinite(again) && again.value === draft.scale ? again.to : term.to
  const form = draft.scale > 1 ? 'count' : 'fraction'
  return { ...extend(terms, draft, to), min: value, max: value, form }
}

/** `ثلاث وعشرون وثلاثة أخماس` is 23.6. */
function addParts(terms: Terms, draft: Draft, at: number): Draft | undefined {
  const small = findNear(terms, at, 'small')
  const isJoined = small !== undefined && (at > draft.to || hasAnd(small))
  const parts = isJoined ? findNear(terms, small.to, 'parts') : undefined
  if (small === undefined || parts === undefined) return undefined
  const value = draft.min + small.value / parts.value
  return { ...extend(terms, draft, parts.to), min: value, max: value, form: 'fraction' }
}

function divide(terms: Terms, draft: Draft): Draft | undefined {
  const link = terms.numbers[draft.to]
  if (draft.form !== 'count' || draft.min !== draft.max || link?.kind !== 'link') return undefined
  const name = link.names[0] ?? ''
  const isOne = draft.min === 1
  const isSum = name === 'over' || name === 'of-parts' || (isOne && (name === 'of' || name === 'in'))
  const below = isSum && terms.tokens[draft.to]?.gap === 0 ? readCardinal(terms, link.to) : undefined
  if (below === undefined || below.value < 2 || below.value !== below.max) return undefined
  const isPlain = name === 'of-parts' || (isOne && name === 'over') || isEnd(terms, below.to)
  if (!isPlain) return undefined
  const value = draft.min / below.value
  return { ...extend(terms, draft, below.to), min: value, max: value, form: 'fraction' }
}

/** "One of three" is a fraction where nothing is counted after it, "three on five roadblocks" is none. */
function isEnd(terms: Terms, at: number): boolean {
  const token = terms.tokens[at]
  return token === undefined || token.gap !== 0
}

function negate(terms: Terms, draft: Draft): Draft | undefined {
  const word = terms.numbers[draft.from - 1]
  const isWord = word?.kind === 'sign' && word.to === draft.from
  if (!isWord && !isMinus(terms, draft)) return undefined
  const start = isWord ? word.start : draft.start - 1
  const value = -draft.min
  return { ...draft, from: isWord ? draft.from - 1 : draft.from, start, min: value, max: value }
}

/** A dash right before digits is a minus where nothing stands before it; at the head of a line of words it is a bullet. */
function isMinus(terms: Terms, draft: Draft): boolean {
  const { text } = terms.text
  if (!draft.isDigits || text.charCodeAt(draft.start - 1) !== MINUS) return false
  const before = text.charAt(draft.start - 2)
  if (!' \n(<>='.includes(before)) return false
  const isLineHead = before === '' || before === '\n'
  const next = terms.tokens[draft.to]
  return !isLineHead || next === undefined || next.gap !== 0
}

function addRange(terms: Terms, draft: Draft): Draft | undefined {
  if (draft.form !== 'count' && draft.form !== 'fraction') return undefined
  const between = findBetween(terms, draft.from)
  const before = between ?? terms.numbers[draft.from - 1]
  const isBetween = between !== undefined
  const at = findRangeEnd(terms, draft, isBetween)
  const end = at === undefined ? undefined : readCardinal(terms, at)
  if (end === undefined || (isBetween ? end.value < draft.min : end.value <= draft.min)) return undefined
  const isFrom = isLink(terms, draft.from - 1, 'of') && isLink(terms, draft.to, 'to')
  const start = (isBetween || isFrom) && before !== undefined ? before.start : draft.start
  const from = (isBetween || isFrom) && before !== undefined ? before.from : draft.from
  const low = draft.min < end.scale && end.scale > 1 && draft.scale === 1 && draft.min < 1000 ? end.scale : 1
  return { ...extend(terms, draft, end.to), from, start, min: draft.min * low, max: end.max }
}

/** "between" may be of one word to three. */
function findBetween(terms: Terms, to: number): Term | undefined {
  for (let at = Math.max(0, to - 3); at < to; at++) {
    const term = terms.numbers[at]
    if (term?.kind === 'link' && term.names[0] === 'between' && term.to === to) return term
  }
  return undefined
}

function findRangeEnd(terms: Terms, draft: Draft, isBetween: boolean): number | undefined {
  const { to } = draft
  const next = terms.tokens[to]
  if (next === undefined) return undefined
  if (isBetween && next.gap === 0) return isAndToken(terms, to) ? to + 1 : findJoined(terms, to)
  if (next.gap === 0 && (isLink(terms, to, 'to') || isLink(terms, to, 'or'))) return to + 1
  const between = terms.text.text.slice(draft.end, next.start)
  return /^ ?[-–~] ?$/.test(between) && next.kind === 'number' && draft.isDigits ? to : undefined
}

function findJoined(terms: Terms, at: number): number | undefined {
  const term = terms.numbers[at]
  return term !== undefined && hasAnd(term) ? at : undefined
}

/** In an address a percent sign stands between letters and digits. */
function isWordChar(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit === 0x25 || isDigit(unit) || (isLetter(unit) && !isArabic(unit))
}

function addPercent(terms: Terms, draft: Draft): Draft | undefined {
  const { text } = terms.text
  const at = text.charCodeAt(draft.end) === 0x20 ? draft.end + 1 : draft.end
  if (PERCENTS.has(text.charCodeAt(at)) && !isWordChar(text, at + 1))
    return { ...draft, end: at + 1, form: 'percent' }
  if (
    PERCENTS.has(text.charCodeAt(draft.start - 1)) &&
    draft.isDigits &&
    !isWordChar(text, draft.start - 2)
  ) {
    return { ...draft, start: draft.start - 1, form: 'percent' }
  }
  const word = findNear(terms, draft.to, 'percent')
  if (word !== undefined) return { ...extend(terms, draft, word.to), form: 'percent' }
  const before = terms.numbers[draft.from - 1]
  const isRate = before?.kind === 'percent' || (before?.kind === 'bound' && before.names[0] === 'rate')
  return isRate && before.to === draft.from ? { ...draft, start: before.start, form: 'percent' } : undefined
}

const SIGNS: readonly (readonly [words: string, bound: string])[] = [
  ['>=', 'least'],
  ['<=', 'most'],
  ['>', 'over'],
  ['<', 'under'],
]

/** `>30`, `<=100`; not `=<30` and not `<>30`. */
function addSymbol(terms: Terms, draft: Draft): Draft | undefined {
  const { text } = terms.text
  if (!draft.isDigits || !'<>='.includes(text.charAt(draft.start - 1))) return undefined
  const sign = SIGNS.find(([words]) => text.slice(draft.start - words.length, draft.start) === words)
  if (sign === undefined || '<>='.includes(text.charAt(draft.start - sign[0].length - 1) || ' '))
    return undefined
  return { ...draft, ...bindBefore(draft, sign[1]), start: draft.start - sign[0].length }
}

/** Longest bound in the table, in tokens. */
const LONGEST_BOUND = 5

function addBoundBefore(terms: Terms, draft: Draft): Draft | undefined {
  if (draft.form === 'ordinal' || (terms.tokens[draft.from]?.gap ?? 1) !== 0) return undefined
  for (let at = Math.max(0, draft.from - LONGEST_BOUND); at < draft.from; at++) {
    const term = terms.numbers[at]
    if (term?.kind === 'bound' && term.to === draft.from) {
      const bound = bindBefore(draft, term.names[0] ?? '')
      if (bound === undefined) return undefined
      const moved = { ...bound, from: at, start: term.start }
      return addBoundBefore(terms, moved) ?? moved
    }
  }
  return undefined
}

function bindBefore(draft: Draft, bound: string): Draft | undefined {
  switch (bound) {
    case 'over':
    case 'least':
    case 'least-after':
      return { ...draft, max: Number.POSITIVE_INFINITY }
    case 'under':
    case 'most':
    case 'most-after':
      return { ...draft, min: Number.NEGATIVE_INFINITY }
    case 'about':
      return { ...draft, approx: true }
    case 'equal':
      return draft
    default:
      return undefined
  }
}

function addBoundAfter(terms: Terms, draft: Draft): Draft | undefined {
  if (draft.form === 'ordinal') return undefined
  const near = findNear(terms, draft.to, 'bound')
  const noun = near === undefined ? findNoun(terms, draft.to) : undefined
  const term = near ?? (noun === undefined ? undefined : findNear(terms, noun.to, 'bound'))
  const bound = term?.names[0]
  if (term === undefined || bound === undefined || !bound.endsWith('-after')) return undefined
  if (readCardinal(terms, term.to) !== undefined && terms.tokens[term.to]?.gap === 0) return undefined
  const unit = noun?.names[0]
  const whole = { ...extend(terms, draft, term.to), ...(unit === undefined ? {} : { unit }) }
  if (bound === 'about-after') return { ...whole, approx: true }
  const isLeast = bound === 'least-after'
  return isLeast ? { ...whole, max: Number.POSITIVE_INFINITY } : { ...whole, min: Number.NEGATIVE_INFINITY }
}

function findNoun(terms: Terms, at: number): Term | undefined {
  return findNear(terms, at, 'counted') ?? findNear(terms, at, 'measure')
}

/** `29.878 شهيدا`: nobody counts thousandths of people, the dot divides thousands. */
function readGrouped(terms: Terms, draft: Draft): number | undefined {
  const form = terms.tokens[draft.from]?.form ?? ''
  const isOne = draft.isDigits && draft.to === draft.from + 1 && draft.min === draft.max
  return isOne && /^[1-9]\d{0,2}\.\d{3}$/.test(form) ? Number(form.replace('.', '')) : undefined
}

/** A measure belongs to the number's words; a counted noun does not. */
function addNoun(terms: Terms, draft: Draft): Draft | undefined {
  if (draft.unit !== undefined || draft.form === 'ordinal' || draft.form === 'percent') return undefined
  const at = isLink(terms, draft.to, 'of') ? draft.to + 1 : draft.to
  const noun = findNoun(terms, at)
  if (noun === undefined || hasAnd(noun) || terms.tokens[draft.to]?.gap !== 0) return undefined
  const unit = noun.names[0]
  const people = noun.kind === 'counted' ? readGrouped(terms, draft) : undefined
  if (people !== undefined) return { ...draft, unit, min: people, max: people }
  return noun.kind === 'measure' ? { ...extend(terms, draft, noun.to), unit } : { ...draft, unit }
}

function addNounBefore(terms: Terms, draft: Draft): Draft | undefined {
  const isFew = draft.form === 'count' && draft.max <= 2 && !draft.isDigits
  const noun = terms.numbers[draft.from - 1]
  if (!isFew || draft.unit !== undefined || noun?.kind !== 'counted') return undefined
  return { ...draft, unit: noun.names[0] }
}
