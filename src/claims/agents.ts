/** Who did it: the subject of the verb, the genitive of the masdar, the one behind "by" and "with". */
import { PRONOUN } from '../lexicon/clitics.ts'
import type { ActorMention, Participant } from '../model.ts'
import { foldWord } from '../text/fold.ts'
import { addTo, type Draft } from './draft.ts'
import { findGrammar, findSentence, findToken, type Placed, type Sheet } from './sheet.ts'

const MILITARY = new Set([
  'capture',
  'hold',
  'lose',
  'advance',
  'besiege',
  'clash',
  'assault',
  'repel',
  'airstrike',
  'shelling',
  'explosive',
  'casualties',
  'destruction',
  'abuse',
  'deploy',
  'seize',
  'demine',
])

/** Reads an actor mention as a participant of a claim; a government doing a military act is its army. */
export function readParticipant(placed: Placed<ActorMention>, type: string): Participant {
  const { actor, text, span, military } = placed.mention
  return { actor: MILITARY.has(type) && military !== undefined ? military : actor, text, span }
}

export function isArmed(sheet: Sheet, placed: Placed<ActorMention>): boolean {
  const { actor, row } = placed.mention
  const kind = sheet.lexicon.rows.actors.get(row ?? actor ?? '')?.cells.kind
  return kind !== 'category' && kind !== 'monitor'
}

interface Rule {
  readonly name: string
  readonly example: string
  readonly find: (sheet: Sheet, draft: Draft) => readonly Placed<ActorMention>[]
}

/** In order; the first that finds somebody decides. */
const RULES: readonly Rule[] = [
  { name: '<trigger> + by + <actor>', example: 'قصف من قبل قوات النظام', find: findBy },
  { name: 'between + <actor> + and + <actor>', example: 'اشتباكات بين الجيش والتنظيم', find: findBetween },
  { name: 'with + <actor>, against <actor>', example: 'معارك مع المسلحين', find: findOpponents },
  { name: '<verb> + <subject>', example: 'سيطرت القوات على البلدة', find: findAfterVerb },
  { name: '<masdar> + <genitive>', example: 'سيطرة الجيش على البلدة', find: findGenitive },
  { name: '<subject> + <verb>', example: 'القوات سيطرت على البلدة', find: findBeforeVerb },
]

/** Gives every draft its agents where the clause names them. */
export function resolveAgents(sheet: Sheet, drafts: readonly Draft[]): Draft[] {
  return drafts.map(draft => {
    for (const rule of RULES) {
      const found = rule.find(sheet, draft).filter(placed => isArmed(sheet, placed))
      if (found.length > 0) return addTo(draft, { agents: joinAgents(sheet, found, draft) }, rule.name)
    }
    return draft
  })
}

function joinAgents(sheet: Sheet, found: readonly Placed<ActorMention>[], draft: Draft): Participant[] {
  const all: Placed<ActorMention>[] = []
  for (const first of found) {
    if (all.includes(first)) continue
    all.push(first)
    if (found.length === 1) all.push(...findJoined(sheet, first, draft))
  }
  return all.map(placed => readParticipant(placed, draft.type))
}

/** "قوات النظام ومليشيات تساندها", "الجيش بالتعاون مع حلفائه": others who do it with the first. */
function findJoined(sheet: Sheet, first: Placed<ActorMention>, draft: Draft): Placed<ActorMention>[] {
  const joined: Placed<ActorMention>[] = []
  let at = first.to
  const end = Math.min(findSentence(sheet, first.from).to, first.to + 10)
  while (at < end) {
    const next = sheet.actorAt[at]
    const hasAnd = foldWord(findToken(sheet, at).form).startsWith('\u0648')
    const joins = findGrammar(sheet, at, 'with')
    if (joins !== undefined) {
      at = joins.to
      const partner = sheet.actorAt[at]
      if (partner !== undefined && isArmed(sheet, partner)) joined.push(partner)
      at = partner?.to ?? at
    } else if (next !== undefined && hasAnd && next.from === at && isArmed(sheet, next)) {
      joined.push(next)
      at = next.to
    } else if (findGrammar(sheet, at, 'support') !== undefined) {
      at = skipSupport(sheet, at)
    } else return joined
    if (at >= draft.from && first.to <= draft.from) return joined
  }
  return joined
}

/** "مدعومة بالطيران الروسي": the supporter is no agent. */
function skipSupport(sheet: Sheet, at: number): number {
  const word = findGrammar(sheet, at, 'support')
  const after = sheet.actorAt[word?.to ?? at] ?? sheet.actorAt[(word?.to ?? at) + 1]
  return after?.to ?? word?.to ?? at + 1
}

function findBy(sheet: Sheet, draft: Draft): Placed<ActorMention>[] {
  for (let token = draft.to; token < draft.clause[1]; token++) {
    const by = findGrammar(sheet, token, 'by')
    const actor = by === undefined ? undefined : (sheet.actorAt[by.to] ?? sheet.actorAt[by.to + 1])
    if (actor !== undefined) return [actor]
  }
  return []
}

const RECIPROCAL = new Set(['clash', 'negotiate', 'agree'])

function findBetween(sheet: Sheet, draft: Draft): Placed<ActorMention>[] {
  if (!RECIPROCAL.has(draft.type)) return []
  for (let token = draft.to; token < draft.clause[1]; token++) {
    const between = findGrammar(sheet, token, 'between')
    if (between === undefined) continue
    const sides = sheet.actors.filter(
      one => one.from >= between.to && one.from < Math.min(draft.clause[1], between.to + 16),
    )
    return sides.filter(side => isArmed(sheet, side)).slice(0, 4)
  }
  return []
}

/** "يخوض الجيش معارك مع التنظيم": both sides fight. */
function findOpponents(sheet: Sheet, draft: Draft): Placed<ActorMention>[] {
  if (!RECIPROCAL.has(draft.type)) return []
  const limit = Math.min(draft.clause[1], draft.to + 7)
  for (let token = draft.to; token < limit; token++) {
    const against = findGrammar(sheet, token, 'against', 'opponent')
    const foe = against === undefined ? undefined : (sheet.actorAt[against.to] ?? sheet.actorAt[against.to + 1])
    if (foe === undefined) continue
    const own = [...findGenitive(sheet, draft), ...findAfterVerb(sheet, draft), ...findBeforeVerb(sheet, draft)]
    return own[0] === undefined || own[0] === foe ? [foe] : [own[0], foe]
  }
  return []
}

/** The verb whose subject is asked for: the carrier where there is one. */
function verbOf(draft: Draft): number {
  return draft.carrier ?? draft.hit.from
}

/** "تم", "جرى", "تعرضت", "شهدت", "دارت": their subject is not the doer. */
export function isPassive(sheet: Sheet, draft: Draft): boolean {
  return draft.carrier !== null && findGrammar(sheet, draft.carrier, 'passive') !== undefined
}

function findAfterVerb(sheet: Sheet, draft: Draft): Placed<ActorMention>[] {
  if ((draft.nominal && draft.carrier === null) || isPassive(sheet, draft)) return []
  if (draft.type === 'casualties' && draft.carrier === null) return findKiller(sheet, draft)
  const verb = verbOf(draft)
  const limit = draft.carrier === null ? Math.min(draft.clause[1], draft.to + 6) : draft.hit.from
  for (let token = verb + 1; token < limit; token++) {
    const actor = sheet.actorAt[token]
    if (actor !== undefined) return actor.from >= verb ? [actor] : []
    if (isStop(sheet, token)) return []
  }
  return []
}

/** "قتلت القوات عددا": a killer is a fighting side right behind an active verb, with a victim after it. */
function findKiller(sheet: Sheet, draft: Draft): Placed<ActorMention>[] {
  const actor = sheet.actorAt[draft.to]
  if (actor === undefined || actor.from !== draft.to || draft.hit.row.cells.note === 'passive') return []
  const isFeminine = findToken(sheet, draft.hit.from).form.endsWith('\u062a')
  const hasVictim = sheet.numbers.some(number => number.from === actor.to || number.from === actor.to + 1)
  return isFeminine || hasVictim ? [actor] : []
}

function findGenitive(sheet: Sheet, draft: Draft): Placed<ActorMention>[] {
  if (!draft.nominal || draft.hit.clitics & PRONOUN) return []
  if (draft.type === 'casualties' || draft.type === 'destruction' || draft.type === 'displacement') return []
  const limit = Math.min(draft.clause[1], draft.to + 4)
  for (let token = draft.to; token < limit; token++) {
    const actor = sheet.actorAt[token]
    if (actor !== undefined) return actor.from >= draft.to || actor.mention.force === 'act' ? [actor] : []
    if (isStop(sheet, token)) return []
  }
  const own = sheet.actorAt[draft.hit.from]
  return own?.mention.force === 'act' ? [own] : []
}

function findBeforeVerb(sheet: Sheet, draft: Draft): Placed<ActorMention>[] {
  const verb = verbOf(draft)
  if ((draft.nominal && draft.carrier === null) || isPassive(sheet, draft)) return []
  let found: Placed<ActorMention> | undefined
  const start = Math.max(draft.clause[0], verb - 14)
  for (let token = verb - 1; token >= start; token--) {
    const actor = sheet.actorAt[token]
    if (actor === undefined) continue
    if (isObject(sheet, actor)) continue
    found = actor
    token = actor.from
  }
  return found === undefined ? [] : [found]
}

/** Behind a preposition somebody is no subject. */
function isObject(sheet: Sheet, actor: Placed<ActorMention>): boolean {
  if (actor.mention.span[0] > findToken(sheet, actor.from).start) {
    const front = findToken(sheet, actor.from).form[0]
    if (front === '\u0628' || front === '\u0644') return true
  }
  if (actor.from === 0) return false
  return findGrammar(sheet, actor.from - 1, 'preposition', 'against', 'support', 'by') !== undefined
}

function isStop(sheet: Sheet, token: number): boolean {
  return (
    findGrammar(sheet, token, 'preposition', 'that', 'relative', 'clause', 'against', 'cause') !== undefined
  )
}
