/** Cause and result within a sentence: "أصيب ثلاثة جراء قصف", "قصف أدى إلى مقتل": one gives the other what it lacks. */
import type { ClaimType } from '../model.ts'
import { addTo, type Draft, nearby } from './draft.ts'
import { findSentence, type Sheet, within } from './sheet.ts'

const HARM: ReadonlySet<ClaimType> = new Set(['casualties', 'destruction', 'displacement', 'aid', 'access'])
const CAUSES: ReadonlySet<ClaimType> = new Set([
  'airstrike',
  'shelling',
  'explosive',
  'assault',
  'clash',
  'abuse',
])
/** Causes whose doer is the doer of the harm; who started a clash does not say who killed. */
const BLAMED: ReadonlySet<ClaimType> = new Set(['airstrike', 'shelling', 'explosive', 'assault', 'abuse'])

/** Points every harm at the attack that caused it: in its sentence, else in the one before. */
export function resolveCauses(sheet: Sheet, drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft, i) => {
    if (!HARM.has(draft.type)) return draft
    const cause = findCause(sheet, drafts, i)
    return cause === undefined ? draft : addTo(draft, { cause }, '<harm> because of <attack>')
  })
}

function findCause(sheet: Sheet, drafts: readonly Draft[], index: number): number | undefined {
  const sentence = findSentence(sheet, (drafts[index] as Draft).from).index
  let best: number | undefined
  for (const i of nearby(sheet, drafts, { index, back: 1 })) {
    const other = drafts[i] as Draft
    const distance = sentence - findSentence(sheet, other.from).index
    if (!CAUSES.has(other.type) || distance < 0 || distance > 1) continue
    if (distance === 1 && !isSameStory(sheet, other, drafts[index] as Draft)) continue
    if (best === undefined || isNearer(sheet, drafts, { index, best, i })) best = i
  }
  return best
}

function isNearer(
  sheet: Sheet,
  drafts: readonly Draft[],
  { index, best, i }: { index: number; best: number; i: number },
): boolean {
  const at = (drafts[index] as Draft).from
  const sentence = findSentence(sheet, at).index
  const inSame = (one: number) => findSentence(sheet, (drafts[one] as Draft).from).index === sentence
  if (inSame(i) !== inSame(best)) return inSame(i)
  return Math.abs((drafts[i] as Draft).from - at) < Math.abs((drafts[best] as Draft).from - at)
}

/** The sentence before is about the same happening where this one names no place of its own. */
function isSameStory(sheet: Sheet, cause: Draft, harm: Draft): boolean {
  const here = findSentence(sheet, harm.from)
  const before = findSentence(sheet, cause.from)
  const hasPlace = within(sheet.places, here.from, here.to).some(place => !place.mention.resolved)
  return !hasPlace && here.paragraph - before.paragraph <= 1
}

/** The harm takes the doer, and where it has none of its own the place and time, of its cause. */
export function shareCauses(sheet: Sheet, drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft, i) => {
    const cause = draft.cause === null ? undefined : drafts[draft.cause]
    if (cause === undefined || draft.modality === 'negated') return draft
    const blamed = BLAMED.has(cause.type) ? cause.agents : []
    const isBlind = !BLAMED.has(cause.type) || cause.type === 'explosive'
    const doer = blamed.length > 0 || isBlind ? blamed : findStoryAgents(sheet, drafts, i)
    const agents = draft.agents.length === 0 ? doer : draft.agents
    const places = draft.places.length === 0 ? cause.places : draft.places
    const date = draft.date ?? cause.date
    return addTo(draft, { agents, places, date }, '<harm> takes what its cause has')
  })
}

/** "الهجوم", "القصف" without a doer look back to the attack that the story is about. */
function findStoryAgents(sheet: Sheet, drafts: readonly Draft[], index: number): Draft['agents'] {
  const here = findSentence(sheet, (drafts[index] as Draft).from)
  for (let i = index - 1; i >= 0; i--) {
    const other = drafts[i] as Draft
    if (here.index - findSentence(sheet, other.from).index > 2) break
    if (BLAMED.has(other.type) && other.agents.length > 0) return other.agents
  }
  return []
}
