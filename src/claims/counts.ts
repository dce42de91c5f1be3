/** How many of whom: the number beside a victim, with what became of them. */
import type { Count, Counted, NumberMention, Outcome } from '../model.ts'
import { addTo, type Draft } from './draft.ts'
import { findSentence, type Placed, type Sheet } from './sheet.ts'

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
const REACH = 6

/** Gives drafts of casualties, displacement, transfer and seizure their counts. */
export function resolveCounts(sheet: Sheet, drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft, i) => {
    if (!COUNTED.has(draft.type)) return draft
    const number = findNumber(sheet, drafts, i)
    const outcome = draft.type === 'casualties' ? readOutcome(draft) : null
    if (number === undefined && outcome === null) return draft
    return addTo(draft, { count: writeCount(number?.mention, outcome) }, '<number> + <victims>')
  })
}

function writeCount(number: NumberMention | undefined, outcome: readonly Outcome[] | null): Count {
  const what = (number?.unit !== undefined && WHAT.has(number.unit) ? number.unit : 'person') as Counted
  const min = number?.min ?? null
  const max = number?.max ?? null
  return {
    what,
    min,
    max,
    ...(number?.approx ? { approx: true } : {}),
    ...(outcome === null ? {} : { outcome }),
  }
}

/** The nearest number after the trigger and before the next one, else right before it. */
function findNumber(
  sheet: Sheet,
  drafts: readonly Draft[],
  index: number,
): Placed<NumberMention> | undefined {
  const draft = drafts[index] as Draft
  const sentence = findSentence(sheet, draft.from)
  const next = drafts[index + 1]
  const limit = Math.min(sentence.to, draft.to + REACH, next?.from ?? sentence.to)
  const usable = sheet.numbers.filter(number => number.mention.form === 'count' && !isMeasure(number))
  const inside = usable.find(number => number.from >= draft.hit.from && number.from < draft.to)
  const after = usable.find(number => number.from >= draft.to && number.from < limit)
  const before = usable.findLast(
    number => number.to <= draft.hit.from && number.to > draft.hit.from - 4 && number.from >= sentence.from,
  )
  return inside ?? after ?? before
}

function isMeasure(number: Placed<NumberMention>): boolean {
  const { unit } = number.mention
  return unit !== undefined && !WHAT.has(unit)
}

const OUTCOMES: readonly (readonly [prefix: RegExp, outcome: Outcome])[] = [
  [/wounded/, 'wounded'],
  [/captured/, 'captured'],
  [/missing/, 'missing'],
  [/killed/, 'killed'],
]

/** The outcome is in the row's note: `killed`, `wounded`, `captured`, `missing`, or several. */
function readOutcome(draft: Draft): readonly Outcome[] | null {
  const outcomes = OUTCOMES.filter(([word]) => word.test(draft.outcome)).map(([, outcome]) => outcome)
  return outcomes.length === 0 ? ['killed'] : outcomes
}
