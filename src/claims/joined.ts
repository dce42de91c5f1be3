/** Names joined to a name: those who do it together with the first. */
import type { ActorMention } from '../model.ts'
import { OTHER_MARK } from '../text/units.ts'
import { hasPreposition, isAnd } from './grammar.ts'
import { findGrammar, findSentence, findToken, type Placed, type Sheet } from './sheet.ts'

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

/** "مع": alone it also names the opponent, so that only "with its allies" joins. */
const WITH = '\u0645\u0639'

/** One step behind a name: "and" or a slash with another, "with" with another, or "backed by", whose name is passed over. */
function findStep(sheet: Sheet, at: number): Step | undefined {
  const next = sheet.actorAt[at]
  if (next !== undefined && next.from === at && isPartner(sheet, next)) return { partner: next, to: next.to }
  const ally = sheet.actorAt[at + 1]
  if (findToken(sheet, at).form === WITH && ally?.mention.how === 'pronoun')
    return { partner: ally, to: ally.to }
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

function isPartner(sheet: Sheet, next: Placed<ActorMention>): boolean {
  const { mention, from } = next
  if (mention.force === 'act' || (mention.actor === null && mention.how === 'adjective')) return false
  if (isAnd(sheet, from)) return true
  const isBy = hasPreposition(sheet, mention.span, from)
  return !isBy && (mention.how === 'adjective' || (findToken(sheet, from).gap & OTHER_MARK) !== 0)
}

/** "طائرات تابعة للتحالف", "طائرات يعتقد أنها روسية": the owner of aircraft or forces that have no name of their own. */
export function findOwner(sheet: Sheet, placed: Placed<ActorMention>): Placed<ActorMention> | undefined {
  if (placed.mention.actor !== null) return undefined
  const end = Math.min(findSentence(sheet, placed.from).to, placed.to + 5)
  for (let token = placed.to; token < end; token++) {
    const belongs = findGrammar(sheet, token, 'belongs')
    const owner =
      belongs === undefined ? undefined : (sheet.actorAt[belongs.to] ?? sheet.actorAt[belongs.to + 1])
    if (owner?.mention.actor !== undefined) return owner
  }
  return undefined
}
