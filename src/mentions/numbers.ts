/** Numbers in a text: digits and words, bounds, ranges, ordinals, fractions, percentages, dual nouns, what is counted. */
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Hit } from '../lexicon/match.ts'
import type { DateMention, NumberMention } from '../model.ts'
import type { Text } from '../text/text.ts'
import { isAndToken } from './links.ts'
import { type Draft, NUMBER_STEPS } from './numberSteps.ts'
import { readCardinal, readDigits, readOrdinal } from './numerals.ts'
import { hasAnd, isDefinite, readTerms, type Terms } from './terms.ts'

/**
 * Finds the numbers of `text`, in order, without overlaps; `hits` are those of `findHits(text, lexicon)`. Linear.
 *
 *     "ما لا يقل عن 27 شخصا"  → min 27, max null, unit person
 *     "عشرات العائلات"        → min 20, max 99, approx
 *     "قريتين"                → min 2, max 2, unit village
 *
 * Numbers that are part of a date are among them: `dropDated` takes them out.
 */
export function findNumbersIn(text: Text, hits: readonly Hit[], lexicon: Lexicon): NumberMention[] {
  if (lexicon.tables.numbers.length === 0) return []
  const terms = readTerms(text, hits)
  const mentions: NumberMention[] = []
  let next = 0
  for (const at of terms.starts) {
    const draft = at < next ? undefined : readDraft(terms, at)
    if (draft === undefined) continue
    const whole = joinBounds(terms, draft)
    mentions.push(toMention(text, whole))
    next = Math.max(whole.to, at + 1)
  }
  return mentions
}

/** `أكبر من 100 وأصغر من 300` is one range, whichever bound comes first. */
function joinBounds(terms: Terms, left: Draft): Draft {
  const isLow = left.max === Number.POSITIVE_INFINITY && left.min > Number.NEGATIVE_INFINITY
  const isHigh = left.min === Number.NEGATIVE_INFINITY
  const isApart = isAndToken(terms, left.to)
  const at = isApart ? left.to + 1 : left.to
  const bound = terms.numbers[at]
  if (!(isLow || isHigh) || bound?.kind !== 'bound' || !(isApart || hasAnd(bound))) return left
  const right = readDraft(terms, bound.to)
  if (right === undefined || (right.from !== bound.from && right.from !== at)) return left
  const [low, high] = isLow ? [left, right] : [right, left]
  const isPair =
    low.min < high.max && high.min === Number.NEGATIVE_INFINITY && low.max === Number.POSITIVE_INFINITY
  return isPair ? { ...left, to: right.to, end: right.end, min: low.min, max: high.max } : left
}

function readDraft(terms: Terms, at: number): Draft | undefined {
  const first = readFirst(terms, at)
  if (first === undefined) return undefined
  let draft = first
  for (const step of NUMBER_STEPS) draft = step.apply(terms, draft) ?? draft
  return draft
}

function readFirst(terms: Terms, at: number): Draft | undefined {
  const token = terms.tokens[at]
  const term = terms.numbers[at]
  if (token === undefined || (token.kind !== 'number' && term === undefined)) return undefined
  if (term?.kind === 'dual') {
    return { ...toDraft(terms, at, term.to), min: 2, max: 2, unit: term.names[0] }
  }
  if (isWeekdayWord(terms, at) || isRepeatedTwo(terms, at) || isPowerOfUnit(terms, at)) return undefined
  return readFraction(terms, at) ?? readOrdinalDraft(terms, at) ?? readCount(terms, at)
}

/** The 2 of `كم2`. */
function isPowerOfUnit(terms: Terms, at: number): boolean {
  const isGlued = terms.tokens[at - 1]?.end === terms.tokens[at]?.start
  return isGlued && terms.numbers[at - 1]?.kind === 'measure'
}

/** The word for "the two" is Monday; "two" after a dual noun says nothing new. */
function isWeekdayWord(terms: Terms, at: number): boolean {
  const term = terms.numbers[at]
  return (
    term !== undefined && isDefinite(term) && terms.dates[at]?.kind === 'weekday' && !hasTens(terms, term.to)
  )
}

function hasTens(terms: Terms, at: number): boolean {
  const term = terms.numbers[isAndToken(terms, at) ? at + 1 : at]
  return term?.kind === 'tens'
}

function isRepeatedTwo(terms: Terms, at: number): boolean {
  const term = terms.numbers[at]
  return (
    term?.kind === 'small' &&
    term.value === 2 &&
    terms.numbers[at - 1]?.kind === 'dual' &&
    !hasTens(terms, term.to)
  )
}

function toDraft(terms: Terms, from: number, to: number): Draft {
  const start = terms.numbers[from]?.start ?? terms.tokens[from]?.start ?? 0
  const end = terms.tokens[to - 1]?.end ?? start
  return { from, to, start, end, min: 0, max: 0, approx: false, form: 'count', scale: 1, isDigits: false }
}

function readCount(terms: Terms, at: number): Draft | undefined {
  const numeral = readCardinal(terms, at)
  if (numeral === undefined) return undefined
  return {
    ...toDraft(terms, at, numeral.to),
    min: numeral.value,
    max: numeral.max,
    approx: numeral.max !== numeral.value,
    scale: numeral.scale,
    isDigits: numeral.isDigits,
  }
}

function readOrdinalDraft(terms: Terms, at: number): Draft | undefined {
  const numeral = readOrdinal(terms, at)
  if (numeral === undefined) return undefined
  return { ...toDraft(terms, at, numeral.to), min: numeral.value, max: numeral.value, form: 'ordinal' }
}

/** `نصف`, `ثلاثة أرباع`, `ربع مليون`, `3/4`. */
function readFraction(terms: Terms, at: number): Draft | undefined {
  const term = terms.numbers[at]
  if (term?.kind === 'fraction') return readFractionWord(terms, at)
  if (terms.tokens[at]?.kind === 'number') return readSlash(terms, at)
  const numeral =
    term?.kind === 'small' || term?.kind === 'tens' || term?.kind === 'hundreds'
      ? readCardinal(terms, at)
      : undefined
  const parts = numeral === undefined ? undefined : terms.numbers[numeral.to]
  if (numeral === undefined || parts?.kind !== 'parts' || hasAnd(parts)) return undefined
  const value = numeral.value / parts.value
  return { ...toDraft(terms, at, parts.to), min: value, max: value, form: 'fraction' }
}

function readFractionWord(terms: Terms, at: number): Draft {
  const term = terms.numbers[at]
  const value = term?.value ?? 0
  const to = term?.to ?? at + 1
  const next = terms.numbers[to]
  if (next?.kind === 'scale' && !hasAnd(next) && terms.tokens[to]?.gap === 0) {
    return { ...toDraft(terms, at, next.to), min: value * next.value, max: value * next.value }
  }
  return { ...toDraft(terms, at, to), min: value, max: value, form: 'fraction' }
}

const SLASH = 0x2f
/** `3/4` is a fraction, `24/7` and `11/9` are none: the denominators seen in news end at ten. */
const MOST_PARTS = 10

function readSlash(terms: Terms, at: number): Draft | undefined {
  const token = terms.tokens[at]
  const next = terms.tokens[at + 1]
  if (token === undefined || next?.kind !== 'number' || next.start !== token.end + 1) return undefined
  const { text } = terms.text
  const isSlash = text.charCodeAt(token.end) === SLASH && text.charCodeAt(next.end) !== SLASH
  if (!isSlash || text.charCodeAt(token.start - 1) === SLASH) return undefined
  const top = readDigits(token.form)
  const bottom = readDigits(next.form)
  if (top === undefined || bottom === undefined || bottom < 2 || bottom > MOST_PARTS) return undefined
  const isNegative = text.charCodeAt(token.start - 1) === 0x2d
  if (!Number.isInteger(top) || !Number.isInteger(bottom) || (top >= bottom && !isNegative)) return undefined
  return {
    ...toDraft(terms, at, at + 2),
    min: top / bottom,
    max: top / bottom,
    form: 'fraction',
    isDigits: true,
  }
}

function toMention(text: Text, draft: Draft): NumberMention {
  const { start, end, form, approx, unit } = draft
  const mention: NumberMention = {
    kind: 'number',
    span: [start, end],
    text: text.text.slice(start, end),
    min: Number.isFinite(draft.min) ? draft.min : null,
    max: Number.isFinite(draft.max) ? draft.max : null,
    approx,
    form,
  }
  return unit === undefined ? mention : { ...mention, unit }
}

/** The numbers that are no part of a date: of "27 dead on 31 October" only the 27. Both lists are in order of position. */
export function dropDated(numbers: readonly NumberMention[], dates: readonly DateMention[]): NumberMention[] {
  let at = 0
  return numbers.filter(({ span }) => {
    while (at < dates.length && (dates[at] as DateMention).span[1] <= span[0]) at++
    const date = dates[at]
    return date === undefined || date.span[0] >= span[1]
  })
}
