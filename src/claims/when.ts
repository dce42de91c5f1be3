/** When it happened, as far as rules tell: the date of the clause, else the one that the sentence opens with, else that of a clause beside it. */
import { isAwaiting } from '../mentions/weekdays.ts'
import type { ClaimType, DateMention } from '../model.ts'
import { addTo, type Draft, nearby } from './draft.ts'
import { findSentence, type Placed, type Sheet, within } from './sheet.ts'

/** Gives each date of a sentence to the trigger that it stands with; one that stands before all of them is for all. */
export function resolveDates(sheet: Sheet, drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft, i) => {
    const date = findDate(sheet, drafts, i)
    return date === undefined ? draft : addTo(draft, { date: date.mention }, '<trigger> + <date>')
  })
}

/** "أمس" of an article without a date is the claim's time too: its day is told when the record dates the article. */
export function isUsable({ mention }: Placed<DateMention>): boolean {
  const { edtf, duration, recurs } = mention
  return (edtf !== null && duration === undefined && recurs === undefined) || isAwaiting(mention)
}

function findDate(sheet: Sheet, drafts: readonly Draft[], index: number): Placed<DateMention> | undefined {
  const draft = drafts[index] as Draft
  const sentence = findSentence(sheet, draft.from)
  const dates = within(sheet.dates, sentence.from, sentence.to).filter(isUsable)
  if (dates.length === 0) return undefined
  const here = nearby(sheet, drafts, { index, back: 0 })
  const own = dates.find(date => findOwner(drafts, here, date) === index)
  if (own !== undefined) return own
  const opening = dates.findLast(
    date => date.from < draft.from && findOwner(drafts, here, date) === undefined,
  )
  return opening
}

/** The last trigger of the sentence before a date; undefined where the date opens it. */
function findOwner(
  drafts: readonly Draft[],
  here: readonly number[],
  date: Placed<DateMention>,
): number | undefined {
  return here.findLast(i => (drafts[i] as Draft).from < date.from)
}

/** States hold without a day of their own. */
const STATES: ReadonlySet<ClaimType> = new Set(['hold', 'besiege'])
const BESIDE = '<date> of the clause beside it'

/** A clause that tells of what happened, without a date of its own, is proposed that of a clause in its sentence. */
export function shareDates(sheet: Sheet, drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft, index) => {
    const isOpen = draft.date !== null || STATES.has(draft.type)
    if (isOpen || draft.modality === 'planned' || draft.modality === 'possible') return draft
    const date = findBeside(sheet, drafts, index)
    return date === undefined ? draft : addTo(draft, { date }, BESIDE)
  })
}

/** True where the date of a draft is that of a clause beside it. */
export function isBeside({ because }: Draft): boolean {
  return because.includes(BESIDE)
}

/** The day of another clause of the sentence, the one before it first. */
function findBeside(sheet: Sheet, drafts: readonly Draft[], index: number): DateMention | undefined {
  const here = nearby(sheet, drafts, { index, back: 0 })
  const hasDay = (i: number) => isDay((drafts[i] as Draft).date)
  const beside = here.findLast(i => i < index && hasDay(i)) ?? here.find(i => i > index && hasDay(i))
  return beside === undefined ? undefined : ((drafts[beside] as Draft).date ?? undefined)
}

/** "since 2014" and "until now" are of the one clause alone. */
export function isDay(date: DateMention | null): boolean {
  if (date === null) return false
  return date.edtf === null ? isAwaiting(date) : !date.edtf.includes('..')
}
