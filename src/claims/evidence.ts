/** The shortest stretch that carries a claim: its verb or noun with its doer, object and place. */
import type { Span } from '../model.ts'
import { COLON, COMMA, PARAGRAPH, SEMICOLON, STOP } from '../text/units.ts'
import type { Draft } from './draft.ts'
import { findGrammar, findSentence, findToken, hasClass, type Sheet, spanOf } from './sheet.ts'

/** Tokens that an object may have when no mention marks its end. Median of gold evidence behind the trigger: 6. */
const OBJECT_REACH = 7
const FARTHEST = 200

/** Reads the words of a draft before anything is shared with it from other clauses. */
export function readEvidence(sheet: Sheet, draft: Draft): Span {
  const [start, end] = spanOf(sheet, draft.from, findObjectEnd(sheet, draft))
  const victims = findVictimsBefore(sheet, draft)
  const clause = spanOf(sheet, draft.clause[0], draft.clause[1])
  let span: [number, number] = [victims ?? start, end]
  for (const { span: one } of [...draft.agents, ...draft.targets, ...draft.places]) {
    const isInside = one[0] >= clause[0] && one[1] <= clause[1]
    const isClose = one[0] > start - FARTHEST && one[1] < end + FARTHEST
    if (isInside && isClose) span = [Math.min(span[0], one[0]), Math.max(span[1], one[1])]
  }
  return span
}

function findObjectEnd(sheet: Sheet, draft: Draft): number {
  const limit = Math.min(findSentence(sheet, draft.from).to, draft.to + OBJECT_REACH)
  let to = draft.to
  while (to < limit && !isEnd(sheet, to)) to++
  return Math.max(draft.to, Math.min(to, limit))
}

function isEnd(sheet: Sheet, token: number): boolean {
  if (findToken(sheet, token).gap & (COMMA | STOP | COLON | SEMICOLON | PARAGRAPH)) return true
  return findGrammar(sheet, token, 'that', 'relative', 'clause', 'cause', 'after', 'purpose') !== undefined
}

/** "شخصين قُتلا", "مدنيا استشهد": the victims before a verb that only says what became of them. */
function findVictimsBefore(sheet: Sheet, draft: Draft): number | undefined {
  if (draft.nominal || draft.type !== 'casualties' || draft.from === 0) return undefined
  const first = Math.max(findSentence(sheet, draft.from).from, draft.from - 6)
  for (let token = first; token < draft.from; token++) {
    if (hasClass(sheet, token, 'people') || sheet.numberAt[token] !== undefined) {
      return findToken(sheet, token).start
    }
  }
  return undefined
}
