/** How many of whom: the number beside a victim, with what became of them. */
import type { Count, Counted, NumberMention, Outcome } from '../model.ts'
import { COMMA, STOP } from '../text/units.ts'
import { addTo, type Draft } from './draft.ts'
import { isAnd } from './grammar.ts'
import { findGrammar, findSentence, findToken, hasClass, type Placed, type Sheet, within } from './sheet.ts'

const COUNTED = new Set(['casualties', 'displacement', 'transfer', 'seize'])
const WHAT: ReadonlySet<string> = new Set([
  'person',
  'civilian',
  'child',
  'fighter',
  'family',
  'vehicle',
  'weapon',
])
/** How far behind the trigger the number may stand, and before it where the victims come first. */
const REACH = 6
const REACH_BEFORE = 16

interface Tally {
  readonly what: Counted
  readonly min: number | null
  readonly max: number | null
  readonly approx: boolean
}

/** Gives drafts of casualties, displacement, transfer and seizure their counts. */
export function resolveCounts(sheet: Sheet, drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft, i) => {
    if (!COUNTED.has(draft.type)) return draft
    const tally = findTally(sheet, drafts, i)
    const outcome = draft.type === 'casualties' ? readOutcome(draft) : null
    if (tally === undefined && outcome === null) return draft
    return addTo(draft, { count: writeCount(tally, outcome) }, '<number> + <victims>')
  })
}

function writeCount(tally: Tally | undefined, outcome: readonly Outcome[] | null): Count {
  const { what = 'person', min = null, max = null, approx = false } = tally ?? {}
  return { what, min, max, ...(approx ? { approx: true } : {}), ...(outcome === null ? {} : { outcome }) }
}

/** The victims behind the trigger, else those before a verb or "between": "127 شخصا قتلوا", "12 شخصا بين قتيل وجريح". */
function findTally(sheet: Sheet, drafts: readonly Draft[], index: number): Tally | undefined {
  const draft = drafts[index] as Draft
  const sentence = findSentence(sheet, draft.from)
  const limit = Math.min(
    sentence.to,
    draft.to + REACH,
    findNextStart(sheet, drafts[index + 1]) ?? sentence.to,
  )
  const toll = isToll(draft) ? findToll(sheet, draft) : undefined
  if (toll !== undefined) return toll
  const inside = findNumbers(sheet, draft.hit.from - 2, draft.to).find(number => isOf(number, draft.hit.from))
  if (inside !== undefined) return readNumber(inside.mention)
  const { from } = draft.hit
  const isBetween = [from - 1, from].some(token => findGrammar(sheet, token, 'between') !== undefined)
  if (hasClass(sheet, from, 'one victim') && !isBetween) return SINGLE
  const behind = isBetween ? undefined : findGroup(sheet, draft.to, limit)
  if (behind !== undefined || (draft.nominal && !isBetween)) return behind
  const before = Math.max(sentence.from, draft.from - REACH_BEFORE, drafts[index - 1]?.to ?? 0)
  const to = isBetween ? from : draft.from
  return findGroup(sheet, findClauseStart(sheet, before, to), to)
}

/** Where the next claim begins: with the number right before its victims, "وعشرات الجرحى". */
function findNextStart(sheet: Sheet, next: Draft | undefined): number | undefined {
  if (next === undefined) return undefined
  const number = next.hit.from > 0 ? sheet.numberAt[next.hit.from - 1] : undefined
  const isStrung = number !== undefined && isAnd(sheet, number.from)
  return isStrung ? number.from : next.hit.from
}

/** "أكد المصدر أن عشرة مدنيين قتلوا": the victims of a verb stand behind the last word that opens a clause before it. */
function findClauseStart(sheet: Sheet, from: number, to: number): number {
  for (let token = to - 1; token >= from; token--) {
    if (findGrammar(sheet, token, 'that', 'clause', 'cause') !== undefined) return token + 1
  }
  return from
}

/** Tokens between "the number of the dead" and the number: "ارتفع عدد قتلى القصف على مدينة حلب أمس إلى 25 شخصا". */
const TOLL_REACH = 16

/** Rows for "the toll", whose number stands behind what it is a toll of. */
function isToll({ hit }: Draft): boolean {
  return (hit.row.cells.note ?? '').includes('toll')
}

/** The number behind "to", "reached" or "exceeded", past the attack; "from 20 to 25" is the second. */
function findToll(sheet: Sheet, draft: Draft): Tally | undefined {
  const { to } = draft.hit
  const end = Math.min(findSentence(sheet, draft.from).to, to + TOLL_REACH)
  for (const number of findNumbers(sheet, to, end)) {
    const before = number.from - 1
    const isReached = findGrammar(sheet, before, 'toward') !== undefined || hasClass(sheet, before, 'reached')
    if (isReached || WHAT.has(number.mention.unit ?? '')) return readNumber(number.mention)
  }
  return undefined
}

/** "سقط قتيل وسبعة جرحى": a victim in the singular is one; the number behind "and" is of the next. */
const SINGLE: Tally = { what: 'person', min: 1, max: 1, approx: false }

function findNumbers(sheet: Sheet, from: number, to: number): Placed<NumberMention>[] {
  return within(sheet.numbers, from, to).filter(
    one => one.mention.form === 'count' && !isMeasure(one) && !isBracketed(sheet, one),
  )
}

/** "سبعة قتلى": the trigger is the counted noun itself, inside the number or right behind it. */
function isOf(number: Placed<NumberMention>, token: number): boolean {
  return number.to > token || (number.to === token && number.mention.unit !== undefined)
}

function isMeasure(number: Placed<NumberMention>): boolean {
  const { unit } = number.mention
  return unit !== undefined && !WHAT.has(unit)
}

/** "أحمد (15)": a number alone in brackets is an age or a note, and counts nobody. */
function isBracketed(sheet: Sheet, { mention: { span } }: Placed<NumberMention>): boolean {
  const { text } = sheet.text
  return text[span[0] - 1] === '(' && text[span[1]] === ')'
}

/** "طفلين وامرأة", "رجل وطفلتيه": victims strung together are added up; those behind "among them" are not. */
function findGroup(sheet: Sheet, from: number, limit: number): Tally | undefined {
  let tally: Tally | undefined
  for (let token = from; token < limit; ) {
    const number = findNumbers(sheet, token, token + 1)[0]
    const one = number === undefined ? readOne(sheet, token, token === from) : readNumber(number.mention)
    if (isClosed(sheet, token, tally)) return tally
    if (one !== undefined && tally !== undefined && !isAnd(sheet, token)) return tally
    if (one !== undefined && (tally === undefined || isAnd(sheet, token))) tally = addTally(tally, one)
    token = Math.max(token + 1, number?.to ?? 0)
  }
  return tally
}

/** "بينهم", a comma behind the first victims, a preposition: what follows is not added. */
function isClosed(sheet: Sheet, token: number, tally: Tally | undefined): boolean {
  if (findGrammar(sheet, token, 'among', 'clause', 'cause', 'that') !== undefined) return true
  if (tally === undefined) return false
  const hasStop = (findToken(sheet, token).gap & (COMMA | STOP)) !== 0
  return hasStop || findGrammar(sheet, token, 'preposition') !== undefined
}

/** "مدني", "أحد القادة": a single victim without a number; right behind the trigger a known one too: "مقتل الشاب". */
function readOne(sheet: Sheet, token: number, isNext: boolean): Tally | undefined {
  const kind = (['civilian', 'child', 'fighter', 'person'] as const).find(what =>
    hasClass(sheet, token, `one ${what}`),
  )
  const isDefinite = findToken(sheet, token).form.startsWith('\u0627\u0644')
  return kind === undefined || (isDefinite && !isNext)
    ? undefined
    : { what: kind, min: 1, max: 1, approx: false }
}

function readNumber({ unit, min, max, approx }: NumberMention): Tally {
  return { what: (unit !== undefined && WHAT.has(unit) ? unit : 'person') as Counted, min, max, approx }
}

function addTally(before: Tally | undefined, one: Tally): Tally {
  if (before === undefined) return one
  const add = (a: number | null, b: number | null) => (a === null || b === null ? null : a + b)
  const what = before.what === one.what ? before.what : 'person'
  return {
    what,
    min: add(before.min, one.min),
    max: add(before.max, one.max),
    approx: before.approx || one.approx,
  }
}

const OUTCOMES: readonly (readonly [word: string, outcome: Outcome])[] = [
  ['wounded', 'wounded'],
  ['captured', 'captured'],
  ['missing', 'missing'],
  ['killed', 'killed'],
]

/** The outcome is in the row's note: `killed`, `wounded`, `captured`, `missing`, or several. */
function readOutcome(draft: Draft): readonly Outcome[] {
  const outcomes = OUTCOMES.filter(([word]) => draft.outcome.includes(word)).map(([, outcome]) => outcome)
  return outcomes.length === 0 ? ['killed'] : outcomes
}
