/** When it happened: the date of the clause, else the one that the sentence opens with or the cue carries. */
import type { DateMention } from '../model.ts'
import { addTo, type Draft } from './draft.ts'
import { findSentence, type Placed, type Sheet } from './sheet.ts'

/** Gives each date of a sentence to the trigger that it stands with; one that stands before all of them is for all. */
export function resolveDates(sheet: Sheet, drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft, i) => {
    const date = findDate(sheet, drafts, i)
    return date === undefined ? draft : addTo(draft, { date: date.mention }, '<trigger> + <date>')
  })
}

function isUsable(placed: Placed<DateMention>): boolean {
  const { edtf, duration, recurs } = placed.mention
  return edtf !== null && duration === undefined && recurs === undefined
}

function findDate(sheet: Sheet, drafts: readonly Draft[], index: number): Placed<DateMention> | undefined {
  const draft = drafts[index] as Draft
  const sentence = findSentence(sheet, draft.from)
  const dates = sheet.dates.filter(
    date => date.from >= sentence.from && date.from < sentence.to && isUsable(date),
  )
  const own = dates.find(date => findOwner(drafts, sentence, date) === index)
  if (own !== undefined) return own
  const opening = dates.findLast(
    date => date.from < draft.from && findOwner(drafts, sentence, date) === undefined,
  )
  return opening
}

/** The trigger before a date in its clause, or the one right after it; undefined where the date opens the sentence. */
function findOwner(
  drafts: readonly Draft[],
  sentence: { from: number; to: number },
  date: Placed<DateMention>,
): number | undefined {
  let before: number | undefined
  for (let i = 0; i < drafts.length; i++) {
    const draft = drafts[i] as Draft
    if (draft.from >= sentence.from && draft.from < date.from) before = i
  }
  return before
}
