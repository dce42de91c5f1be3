/** To whom it was done: the victims of harm, the foe that is attacked or loses the place, those who are moved. */
import type { ActorMention, ClaimType } from '../model.ts'
import { readParticipant } from './agents.ts'
import { addTo, type Draft } from './draft.ts'
import { isAnd } from './grammar.ts'
import { findOwner, isArmed } from './joined.ts'
import { findGrammarBefore, findSentence, type Placed, type Sheet, within } from './sheet.ts'

/** Both sides of these are agents. */
const MUTUAL: ReadonlySet<ClaimType> = new Set(['clash', 'negotiate', 'agree', 'deploy', 'hold', 'statement'])
/** Those who suffer may stand before the verb: "ثلاثة مدنيين أصيبوا". */
const SUFFERED: ReadonlySet<ClaimType> = new Set(['casualties', 'displacement', 'transfer', 'aid'])
const REACH = 14
const REACH_BEFORE = 10

/** Gives every draft its targets: the first actor behind the trigger that is no doer, with those joined to it. */
export function resolveTargets(sheet: Sheet, drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft, i) => {
    if (MUTUAL.has(draft.type)) return draft
    const first = findTarget(sheet, draft, drafts[i + 1]) ?? findSufferer(sheet, draft)
    if (first === undefined) return draft
    const group = [first, ...findMore(sheet, first)]
    const targets = group.map(one => readParticipant(findOwner(sheet, one) ?? one, draft.type))
    return addTo(draft, { targets }, '<claim> + <target>')
  })
}

function findTarget(sheet: Sheet, draft: Draft, next: Draft | undefined): Placed<ActorMention> | undefined {
  const limit = Math.min(draft.clause[1], draft.to + REACH, next?.hit.from ?? draft.clause[1])
  return within(sheet.actors, draft.to, limit).find(one => isTarget(sheet, draft, one))
}

function isTarget(sheet: Sheet, draft: Draft, one: Placed<ActorMention>): boolean {
  const isDoer = draft.agents.some(
    agent => agent.span[0] === one.mention.span[0] || agent.actor === one.mention.actor,
  )
  if (isDoer || one.mention.force === 'act') return false
  return findGrammarBefore(sheet, one.from, 'by', 'support', 'with', 'cause') === undefined
}

function findSufferer(sheet: Sheet, draft: Draft): Placed<ActorMention> | undefined {
  if (!SUFFERED.has(draft.type) || draft.nominal) return undefined
  const start = Math.max(findSentence(sheet, draft.from).from, draft.from - REACH_BEFORE)
  return within(sheet.actors, start, draft.from).findLast(
    one => one.to <= draft.from && isTarget(sheet, draft, one),
  )
}

/** "المدنيين والمسعفين", "داعش والنصرة". */
function findMore(sheet: Sheet, first: Placed<ActorMention>): Placed<ActorMention>[] {
  const next = sheet.actorAt[first.to]
  const isJoined = next !== undefined && next.from === first.to && isAnd(sheet, next.from)
  return isJoined && isArmed(sheet, next) === isArmed(sheet, first) ? [next] : []
}
