/** Looks for the speaker of a reporting verb: behind it, before it, behind "had", and whom that speaker told. */
import { AND, DEFINITE, TO } from '../lexicon/clitics.ts'
import type { Hit } from '../lexicon/match.ts'
import type { Source } from '../model.ts'
import { COLON, SEMICOLON } from '../text/units.ts'
import { findGrammar, findSentence, findToken, type Sheet, within } from './sheet.ts'
import { findSpeakerAt, findUnknownSpeaker, type Speaker, type SpeakerIndex } from './speakers.ts'

const LOOK_BACK = 12
const LOOK_FAR = 18

/** Where a speaker is looked for: the first token, and how many from it. */
interface Look {
  readonly from: number
  readonly reach: number
}

/** The first speaker that begins within `reach` tokens, with only dates and adverbs before it. */
export function findSpeakerFrom(
  sheet: Sheet,
  index: SpeakerIndex,
  { from, reach }: Look,
): Speaker | undefined {
  const end = Math.min(findSentence(sheet, Math.max(0, from - 1)).to, from + reach)
  for (let token = from; token < end; ) {
    const speaker = findSpeakerAt(sheet, index, token)
    if (speaker !== undefined) return speaker
    const next = findSkipped(sheet, token)
    if (next === undefined) return undefined
    token = next
  }
  return undefined
}

/** Where it goes on behind a date, "أيضا", "من جانبه"; undefined where another word stands. */
function findSkipped(sheet: Sheet, token: number): number | undefined {
  if (findToken(sheet, token).gap & (COLON | SEMICOLON)) return undefined
  const date = sheet.dateAt[token]
  if (date !== undefined) return date.to
  const turn = within(sheet.phrases, token, token + 1).find(
    hit => !['after', 'both', 'noun'].includes(hit.row.cells.side ?? ''),
  )
  return turn?.to ?? findGrammar(sheet, token, 'adverb', 'already', 'pronoun')?.to
}

/** The speaker before the verb: "المرصد أكد", "الناطق الذي قال". */
export function findSpeakerBefore(sheet: Sheet, index: SpeakerIndex, hit: Hit): Speaker | undefined {
  const sentence = findSentence(sheet, hit.from)
  const start = Math.max(sentence.from, hit.from - LOOK_BACK)
  if (hit.from === sentence.from || hit.clitics & AND) return undefined
  const had = findHad(sheet, index, hit)
  if (had !== undefined) return had
  // "نفذت عمليات وصفها بالدقيقة": what a verb with "it" written on describes stands between, and its speaker elsewhere.
  const nearest = hit.from - (hit.pronoun === '' ? 2 : 0)
  let best: Speaker | undefined
  for (let token = hit.from - 1; token >= start; token--) {
    if (best === undefined && token < hit.from - 2 && index.verbs.has(token)) return undefined
    const speaker = findSpeakerAt(sheet, index, token)
    const reaches = speaker !== undefined && speaker.to >= (best?.from ?? nearest)
    if (speaker !== undefined && reaches && speaker.from < hit.from) best = speaker
    if (findGrammar(sheet, token, 'that', 'clause') !== undefined) break
  }
  return best
}

/** "وكان خالد أحمد قد قال", "وكانت مصادر مطلعة على سير المعارك أكدت": the name behind "had". */
function findHad(sheet: Sheet, index: SpeakerIndex, hit: Hit): Speaker | undefined {
  const start = Math.max(findSentence(sheet, hit.from).from, hit.from - LOOK_FAR)
  for (let token = hit.from - 1; token >= start; token--) {
    if (findGrammar(sheet, token, 'that', 'clause') !== undefined || index.verbs.has(token)) return undefined
    if (isDoing(sheet, token)) return undefined
    if (findGrammar(sheet, token, 'was') === undefined) continue
    const isNear = findGrammar(sheet, hit.from - 1, 'already') !== undefined
    return (
      findSpeakerAt(sheet, index, token + 1) ??
      (isNear ? findUnknownSpeaker(sheet, index, token + 1) : undefined)
    )
  }
  return undefined
}

/** "وكان التنظيم قد شن هجوما بعد إعلان السيطرة": "had" goes with another verb. */
function isDoing(sheet: Sheet, token: number): boolean {
  if (findGrammar(sheet, token, 'light', 'phase') !== undefined) return true
  return within(sheet.events, token, token + 1).some(
    ({ row, clitics }) => row.cells.kind === 'verb' && (clitics & DEFINITE) === 0,
  )
}

/** "نقلت الوكالة عن مصدر": the one from whom the teller has it. */
export function findCarried(sheet: Sheet, index: SpeakerIndex, from: number): Speaker | undefined {
  const end = Math.min(findSentence(sheet, Math.max(0, from - 1)).to, from + 3)
  for (let token = from; token < end; token++) {
    const fromWhom = findGrammar(sheet, token, 'from-whom')
    if (fromWhom !== undefined) return findSpeakerFrom(sheet, index, { from: fromWhom.to, reach: 3 })
  }
  return undefined
}

/** Outlets to which the speaker spoke: "لرويترز", "في تصريح لقناة". */
export function findHops(sheet: Sheet, index: SpeakerIndex, speaker: Speaker): Source[] {
  const end = Math.min(findSentence(sheet, speaker.from).to, speaker.to + 8)
  for (let token = speaker.to; token < end; token++) {
    if (findGrammar(sheet, token, 'that') !== undefined) return []
    const next = findSpeakerAt(sheet, index, token)
    const isOutlet = next?.source.kind === 'agency' || next?.source.kind === 'outlet'
    if (next !== undefined && isOutlet && next.clitics & TO) return [next.source]
  }
  return []
}
