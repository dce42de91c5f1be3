/** Names joined to a name: those who do it together with the first. */
import type { ActorMention } from '../model.ts'
import { isAnd } from './grammar.ts'
import { findGrammar, findSentence, type Placed, type Sheet } from './sheet.ts'

const BYSTANDERS = new Set(['category', 'monitor', 'relief'])

/** False for those who suffer, watch or help: civilians, observatories, rescuers. */
export function isArmed(sheet: Sheet, placed: Placed<ActorMention>): boolean {
  const { actor, row } = placed.mention
  const kind = sheet.lexicon.rows.actors.get(row ?? actor ?? '')?.cells.kind ?? ''
  return !BYSTANDERS.has(kind)
}

/** "قوات النظام ومليشيات تساندها", "الجيش بالتعاون مع حلفائه": others who do it with the first. */
export function findJoined(sheet: Sheet, first: Placed<ActorMention>): Placed<ActorMention>[] {
  const joined: Placed<ActorMention>[] = []
  const end = Math.min(findSentence(sheet, first.from).to, first.to + 12)
  let at = first.to
  while (at < end) {
    const step = findStep(sheet, at)
    if (step === undefined) return joined
    if (step.partner !== undefined && isArmed(sheet, step.partner)) joined.push(step.partner)
    at = step.to
  }
  return joined
}

interface Step {
  readonly partner: Placed<ActorMention> | undefined
  readonly to: number
}

/** One step behind a name: "and" with another, "with" with another, or "backed by", whose name is passed over. */
function findStep(sheet: Sheet, at: number): Step | undefined {
  const next = sheet.actorAt[at]
  if (next !== undefined && next.from === at && (isAnd(sheet, at) || isAdjective(next)))
    return { partner: next, to: next.to }
  const withWord = findGrammar(sheet, at, 'with')
  if (withWord !== undefined) {
    const partner = sheet.actorAt[withWord.to]
    return { partner, to: partner?.to ?? withWord.to }
  }
  const support = findGrammar(sheet, at, 'support')
  if (support === undefined) return undefined
  const backer = sheet.actorAt[support.to] ?? sheet.actorAt[support.to + 1]
  return { partner: undefined, to: backer?.to ?? support.to }
}

function isAdjective(placed: Placed<ActorMention>): boolean {
  return placed.mention.how === 'adjective'
}
