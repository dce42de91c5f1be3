/** The ways in which a clause names its doer. Each finder gives back the mentions, none where its pattern is not there. */
import { PRONOUN } from '../lexicon/clitics.ts'
import type { ActorMention } from '../model.ts'
import { COLON, COMMA, SEMICOLON } from '../text/units.ts'
import type { Draft } from './draft.ts'
import { agrees, genderOfName, genderOfVerb, hasPreposition, isAnd } from './grammar.ts'
import { findJoined } from './joined.ts'
import { findAside, isResumed, isSubjectAfter } from './relative.ts'
import {
  findGrammar,
  findGrammarBefore,
  findSentence,
  findToken,
  hasClass,
  type Placed,
  type Sheet,
  within,
} from './sheet.ts'

type Found = Placed<ActorMention>[]

const RECIPROCAL: ReadonlySet<string> = new Set(['clash', 'negotiate', 'agree'])
/** Harm is done by those who are blamed for its cause; its genitive is the victim. */
const STRIKES: ReadonlySet<string> = new Set(['airstrike', 'shelling', 'assault', 'explosive'])
const SUFFERED: ReadonlySet<string> = new Set(['casualties', 'destruction', 'displacement', 'aid'])

/** "قصف من قبل قوات النظام", "قتل على يد مجهولين". Behind another trigger it is that one's: "تصدت لهجوم شنه التنظيم". */
export function findBy(sheet: Sheet, draft: Draft): Found {
  const next = SUFFERED.has(draft.type) ? undefined : within(sheet.events, draft.to, draft.clause[1])[0]
  const limit = next?.from ?? draft.clause[1]
  for (let token = draft.hit.to; token < limit; token++) {
    const by = findGrammar(sheet, token, 'by')
    const actor = by === undefined ? undefined : (sheet.actorAt[by.to] ?? sheet.actorAt[by.to + 1])
    if (actor !== undefined) return [actor]
  }
  return []
}

/** "اشتباكات بين الجيش والتنظيم", "شهدت خطوط النار بين الجيش والتنظيم اشتباكات". */
export function findBetween(sheet: Sheet, draft: Draft): Found {
  if (!RECIPROCAL.has(draft.type)) return []
  const sentence = findSentence(sheet, draft.from)
  const order = [
    ...range(draft.to, draft.clause[1]),
    ...range(draft.from, draft.hit.from),
    ...range(Math.max(sentence.from, draft.from - 20), draft.from),
  ]
  for (const token of order) {
    const between = findGrammar(sheet, token, 'between')
    if (between === undefined) continue
    const sides = findSides(sheet, between.to)
    if (sides.length > 0) return sides
  }
  return []
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)
}

/** The sides behind "between": names joined by "and", with what qualifies them in between. */
function findSides(sheet: Sheet, from: number): Found {
  const sides: Found = []
  const end = Math.min(findSentence(sheet, from).to, from + 18)
  let last = from
  for (const actor of within(sheet.actors, from, end)) {
    if (actor.from - last > 6 || sides.length >= 4 || hasOpening(sheet, last, actor.from)) break
    if (isSide(sheet, actor, from)) sides.push(actor)
    last = actor.to
  }
  return sides
}

function isSide(sheet: Sheet, actor: Placed<ActorMention>, from: number): boolean {
  if (actor.mention.force === 'act') return false
  if (actor.from === from) return true
  return (
    findGrammarBefore(sheet, actor.from, 'preposition', 'support') === undefined &&
    !hasPreposition(sheet, actor.mention.span, actor.from)
  )
}

function hasOpening(sheet: Sheet, from: number, to: number): boolean {
  return range(from, to).some(
    token => findGrammar(sheet, token, 'clause', 'after', 'cause', 'that') !== undefined,
  )
}

/** "يخوض الجيش معارك مع التنظيم": both sides fight. */
export function findOpponents(sheet: Sheet, draft: Draft): Found {
  if (!RECIPROCAL.has(draft.type)) return []
  const limit = Math.min(draft.clause[1], draft.to + 7)
  for (let token = draft.to; token < limit; token++) {
    const against = findGrammar(sheet, token, 'opponent')
    const foe =
      against === undefined ? undefined : (sheet.actorAt[against.to] ?? sheet.actorAt[against.to + 1])
    if (foe === undefined) continue
    const own = [
      ...findBeforeVerb(sheet, draft),
      ...findAfterVerb(sheet, draft),
      ...findGenitive(sheet, draft),
    ]
    const foes = [foe, ...findJoined(sheet, foe)]
    return own[0] === undefined || own[0] === foe ? foes : [own[0], ...findJoined(sheet, own[0]), ...foes]
  }
  return []
}

/** "تم", "جرى", "تعرضت", "شهدت", "دارت": their subject is not the doer. */
export function isPassive(sheet: Sheet, draft: Draft): boolean {
  if (draft.carrier === null || findGrammar(sheet, draft.carrier, 'passive') === undefined) return false
  const isAlike = sheet.grammar[draft.carrier]?.some(hit => !(hit.row.cells.kind ?? '').includes('passive'))
  return !(isAlike && sheet.actorAt[draft.carrier - 1] !== undefined)
}

function hasVerb(sheet: Sheet, draft: Draft): boolean {
  return (!draft.nominal || draft.carrier !== null) && !isPassive(sheet, draft)
}

/** The verb whose subject is asked for: the carrier where there is one. */
function verbOf(draft: Draft): number {
  return draft.carrier ?? draft.hit.from
}

/** "سيطرت القوات على": the subject right behind the verb, dates and adverbs aside. */
export function findAfterVerb(sheet: Sheet, draft: Draft): Found {
  if (!hasVerb(sheet, draft)) return []
  if (SUFFERED.has(draft.type) && draft.type !== 'aid' && draft.carrier === null)
    return findKiller(sheet, draft)
  const verb = verbOf(draft)
  if (findGrammar(sheet, verb, 'compel') !== undefined) return findCompelled(sheet, draft, verb)
  const limit = draft.carrier === null ? Math.min(draft.clause[1], draft.to + 6) : draft.hit.from
  for (let token = verb + 1; token < limit; ) {
    const actor = sheet.actorAt[token]
    if (actor !== undefined)
      return isSubjectAfter(sheet, actor, verb) ? [actor, ...findFoe(sheet, draft, actor)] : []
    const next = findAside(sheet, token)
    if (next === undefined) return []
    token = next
  }
  return []
}

/** "تقاتل القوات التنظيم": the object of a fight is its other side. */
function findFoe(sheet: Sheet, draft: Draft, subject: Placed<ActorMention>): Found {
  const foe = sheet.actorAt[subject.to]
  const isFoe = draft.type === 'clash' && foe !== undefined && !isAnd(sheet, foe.from)
  return isFoe && !hasPreposition(sheet, foe.mention.span, foe.from) ? [foe] : []
}

/** "أجبر التنظيم القوات على الانسحاب": the one made to do it is named last before it. */
function findCompelled(sheet: Sheet, draft: Draft, verb: number): Found {
  const actor = within(sheet.actors, verb + 1, draft.hit.from).findLast(one => one.to <= draft.hit.from)
  return actor === undefined ? [] : [actor]
}

/** "قتلت القوات عددا من": a killer is a fighting side right behind an active verb, with a victim after it. */
function findKiller(sheet: Sheet, draft: Draft): Found {
  const actor = sheet.actorAt[draft.to]
  if (actor === undefined || actor.from !== draft.to || draft.nominal) return []
  const next = actor.to
  const hasVictim =
    hasClass(sheet, next, 'people') ||
    sheet.numberAt[next] !== undefined ||
    sheet.numberAt[next + 1] !== undefined
  return hasVictim || draft.type === 'destruction' ? [actor] : []
}

/** "سيطرة الجيش على", "قصف لقوات النظام", "الغارات الروسية". */
export function findGenitive(sheet: Sheet, draft: Draft): Found {
  if (!draft.nominal || SUFFERED.has(draft.type)) return []
  const own = sheet.actorAt[draft.hit.from]
  if (own?.mention.force === 'act') return [own]
  if (draft.hit.clitics & PRONOUN) return []
  const limit = Math.min(draft.clause[1], draft.hit.to + 5)
  for (let token = draft.hit.to; token < limit; token++) {
    const actor = sheet.actorAt[token]
    if (actor !== undefined) return isGenitiveDoer(sheet, draft, actor) ? [actor] : []
    if (isStop(sheet, token) && !isOwner(sheet, draft, token)) return []
  }
  return []
}

/** "قصف لـ قوات النظام", "غارات من الطيران": a preposition that names the doer of a strike. */
function isOwner(sheet: Sheet, draft: Draft, token: number): boolean {
  const hasName = sheet.actorAt[token + 1] !== undefined
  return hasName && STRIKES.has(draft.type) && findGrammar(sheet, token, 'owner') !== undefined
}

/**
 * Behind a masdar that takes an object the genitive is that object, unless another object follows: "استهداف الطائرات السوق";
 * a strike belongs to whom "by", "from" or "of" names: "قصف مدفعي لقوات النظام".
 */
function isGenitiveDoer(sheet: Sheet, draft: Draft, actor: Placed<ActorMention>): boolean {
  const hasOwner =
    hasPreposition(sheet, actor.mention.span, actor.from) || isOwner(sheet, draft, actor.from - 1)
  if (STRIKES.has(draft.type) && hasOwner) return true
  if (!(draft.hit.row.cells.note ?? '').includes('object')) return true
  const next = findToken(sheet, Math.min(actor.to, findSentence(sheet, actor.from).to - 1))
  if (next.index < actor.to || actor.from !== draft.hit.to) return false
  const hasObject = next.gap === 0 && sheet.grammar[next.index] === undefined
  return hasObject && sheet.dateAt[next.index] === undefined
}

/** "القوات سيطرت على", "القوات التي سيطرت": the subject before the verb; of names strung together the first. */
export function findBeforeVerb(sheet: Sheet, draft: Draft): Found {
  if (!hasVerb(sheet, draft)) return []
  const verb = verbOf(draft)
  if (isSuffering(sheet, draft, verb)) return []
  const start = Math.max(findSentence(sheet, verb).from, verb - 16)
  const gender = genderOfVerb(sheet, verb)
  let found: Placed<ActorMention> | undefined
  let isRelative = false
  for (let token = verb - 1; token >= start; token--) {
    const actor = sheet.actorAt[token]
    if (actor !== undefined) {
      if (found !== undefined && found.from - actor.to > 3) break
      if (isSubjectBefore(sheet, actor, isRelative) && agrees(gender, genderOfName(sheet, actor.from)))
        found = actor
      token = actor.from
    } else if (found !== undefined && found.from - token > 3) break
    else if (isBoundary(sheet, token, verb)) break
    isRelative ||= findGrammar(sheet, token, 'relative') !== undefined
  }
  return found === undefined || (isRelative && hasSubjectBehind(sheet, draft)) ? [] : [found]
}

/** "البلدة التي تسيطر عليها الفصائل", "التي يحاصرها الجيش": the clause speaks of the place, and its subject follows. */
function hasSubjectBehind(sheet: Sheet, draft: Draft): boolean {
  const isAbout = draft.hit.pronoun !== '' || isResumed(sheet, verbOf(draft) + 1)
  return isAbout && findAfterVerb(sheet, draft).length > 0
}

/** Verbs of harm have their victim as the subject, unless a fighting side stands right before: "القوات قتلت". */
function isSuffering(sheet: Sheet, draft: Draft, verb: number): boolean {
  if (!SUFFERED.has(draft.type) || draft.carrier !== null) return false
  const before = verb > 0 ? sheet.actorAt[verb - 1] : undefined
  const isActive =
    draft.type === 'destruction' || hasClass(sheet, draft.to, 'people') || hasNumber(sheet, draft.to)
  return before === undefined || !isActive
}

function hasNumber(sheet: Sheet, token: number): boolean {
  return sheet.numberAt[token] !== undefined
}

/** Behind a preposition somebody is no subject, except of a relative clause: "للجيش الذي يشن هجوما". */
function isSubjectBefore(sheet: Sheet, actor: Placed<ActorMention>, isRelative: boolean): boolean {
  if (isRelative) return actor.mention.force !== 'act'
  if (hasPreposition(sheet, actor.mention.span, actor.from)) return false
  if (actor.mention.force === 'act') return false
  if (actor.from === 0) return true
  return (
    findGrammarBefore(sheet, actor.from, 'preposition', 'against', 'support', 'by', 'opponent', 'with') ===
    undefined
  )
}

/** Where the clause of the verb begins: a complementiser, a subordinator, a colon, another verb after "and". */
function isBoundary(sheet: Sheet, token: number, verb: number): boolean {
  if (findToken(sheet, token + 1).gap & (COLON | SEMICOLON)) return true
  if (findGrammar(sheet, token, 'that', 'clause') !== undefined) return true
  const isComma = (findToken(sheet, token + 1).gap & COMMA) !== 0
  return isComma && verb - token > 12
}

function isStop(sheet: Sheet, token: number): boolean {
  return (
    findGrammar(sheet, token, 'preposition', 'that', 'relative', 'clause', 'against', 'cause') !== undefined
  )
}
