/** When it happened: the date of the clause, else the one that the sentence opens with or the cue carries. */
import { isAwaiting } from '../mentions/weekdays.ts'
import type { ClaimType, DateMention } from '../model.ts'
import { addTo, type Draft, nearby } from './draft.ts'
import { findSentence, type Placed, type Sheet, within } from './sheet.ts'
import { weighFeatures } from './weigh.ts'

/** Gives each date of a sentence to the trigger that it stands with; one that stands before all of them is for all. */
export function resolveDates(sheet: Sheet, drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft, i) => {
    const date = findDate(sheet, drafts, i)
    return date === undefined ? draft : addTo(draft, { date: date.mention }, '<trigger> + <date>')
  })
}

/** "أمس" of an article without a date is the claim's time too: its day is told when the record dates the article. */
function isUsable({ mention }: Placed<DateMention>): boolean {
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

/** States hold without a day of their own; what is planned has none yet. */
const STATES: ReadonlySet<ClaimType> = new Set(['hold', 'besiege'])
/** Farthest that a day was carried in `gold/dev`: four sentences. */
const MOST_SENTENCES = 4

/** A clause without a date has that of a clause in its sentence; else that of a sentence before, where the weights say so. */
export function shareDates(sheet: Sheet, drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft, index) => shareDate(sheet, drafts, { draft, index }))
}

function shareDate(
  sheet: Sheet,
  drafts: readonly Draft[],
  { draft, index }: { draft: Draft; index: number },
): Draft {
  if (
    draft.date !== null ||
    STATES.has(draft.type) ||
    draft.modality === 'planned' ||
    draft.modality === 'possible'
  )
    return draft
  const date = findBeside(sheet, drafts, index)
  if (date !== undefined) return addTo(draft, { date }, '<date> of the clause beside it')
  const carried = findCarried(sheet, drafts, index)
  if (carried === undefined) return draft
  const { isChosen, reason } = weighFeatures(sheet, 'date', carried.features)
  return isChosen ? addTo(draft, { date: carried.date }, `<date> of a sentence before, ${reason}`) : draft
}

/** The day of another clause of the sentence, the one before it first. */
function findBeside(sheet: Sheet, drafts: readonly Draft[], index: number): DateMention | undefined {
  const here = nearby(sheet, drafts, { index, back: 0 })
  const hasDay = (i: number) => isDay((drafts[i] as Draft).date)
  const beside = here.findLast(i => i < index && hasDay(i)) ?? here.find(i => i > index && hasDay(i))
  return beside === undefined ? undefined : ((drafts[beside] as Draft).date ?? undefined)
}

export interface Carried {
  readonly date: DateMention
  readonly features: readonly string[]
}

/** The last day given before the sentence of a draft, and what speaks for and against its holding there. */
export function findCarried(sheet: Sheet, drafts: readonly Draft[], index: number): Carried | undefined {
  const draft = drafts[index] as Draft
  const here = findSentence(sheet, draft.from)
  const before = nearby(sheet, drafts, { index, back: MOST_SENTENCES }).map(i => drafts[i] as Draft)
  const from = before.findLast(
    other => findSentence(sheet, other.from).index < here.index && isDay(other.date),
  )
  if (from === undefined || from.date === null) return undefined
  const there = findSentence(sheet, from.from)
  if (here.index - there.index > MOST_SENTENCES) return undefined
  const isSame = (a: Draft['sources'], b: Draft['sources']) => a[0]?.text === b[0]?.text
  const places =
    draft.places.length === 0
      ? 'no place'
      : draft.places.some(one => from.places.some(other => other.place === one.place))
        ? 'its place'
        : 'another place'
  return {
    date: from.date,
    features: [
      `${here.index - there.index} sentences on`,
      `${Math.min(4, here.paragraph - there.paragraph)} paragraphs on`,
      `type ${draft.type}`,
      `from ${from.type} to ${draft.type}`,
      `modality ${draft.modality}`,
      isSame(draft.sources, from.sources)
        ? 'the same source'
        : draft.sources.length === 0
          ? 'now in its own voice'
          : 'another source',
      places,
      draft.nominal ? 'noun' : 'verb',
      from.date.edtf?.includes('/') ? 'from an interval' : 'from a day',
      `${draft.agents.some(one => from.agents.some(other => other.actor === one.actor)) ? 'the same' : 'another'} doer`,
    ],
  }
}

/** "since 2014" and "until now" are of the one clause alone. */
function isDay(date: DateMention | null): boolean {
  if (date === null) return false
  return date.edtf === null ? isAwaiting(date) : !date.edtf.includes('..')
}
