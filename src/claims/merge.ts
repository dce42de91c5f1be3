/** Triggers that spell out one act: "مقتل وإصابة عدد منهم", "قصف استهدف منزلا", "شن غارات". */
import { AND } from '../lexicon/clitics.ts'
import type { ClaimType } from '../model.ts'
import type { Draft } from './draft.ts'
import { findGrammar, findSentence, type Sheet } from './sheet.ts'

const STRIKES: ReadonlySet<ClaimType> = new Set(['airstrike', 'shelling', 'assault', 'explosive'])

/** Joins each trigger that only goes on with the one before it into that one. */
export function mergeTriggers(sheet: Sheet, drafts: readonly Draft[]): Draft[] {
  const merged: Draft[] = []
  for (const draft of drafts) {
    const last = merged.at(-1)
    if (last !== undefined && isSameAct(sheet, last, draft)) merged[merged.length - 1] = join(last, draft)
    else merged.push(draft)
  }
  return merged
}

function isSameAct(sheet: Sheet, last: Draft, draft: Draft): boolean {
  if (findSentence(sheet, last.from) !== findSentence(sheet, draft.from)) return false
  return isPair(last, draft) || isSpelledOut(sheet, last, draft)
}

/** "قتل وجرح العشرات": two outcomes of one object. */
function isPair(last: Draft, draft: Draft): boolean {
  const isNext = draft.hit.from === last.to && (draft.hit.clitics & AND) !== 0
  return isNext && last.type === draft.type && last.type === 'casualties'
}

/** "غارات استهدفت", "قصف طال", "هجوم شنه": the verb says no more than the noun. */
function isSpelledOut(sheet: Sheet, last: Draft, draft: Draft): boolean {
  if (!STRIKES.has(last.type) || !last.nominal) return false
  const isTargeting = draft.hit.row.id === 'assault:استهدف' || draft.hit.row.id === 'assault:استهداف'
  if (!isTargeting || draft.hit.clitics & AND || draft.hit.from - last.to > 12) return false
  for (let token = last.to; token < draft.hit.from; token++) {
    if (findGrammar(sheet, token, 'that', 'clause', 'cause') !== undefined) return false
  }
  return true
}

function join(last: Draft, draft: Draft): Draft {
  const note = [last.outcome, draft.outcome].filter(Boolean).join(' ')
  return {
    ...last,
    to: draft.to,
    clause: [last.clause[0], Math.max(last.clause[1], draft.clause[1])],
    outcome: note,
    because: [...last.because, ...draft.because, 'one act in two words'],
  }
}
