/** The doer of a noun that a clause behind it is about: "الحصار الذي يفرضه التنظيم", and what may stand between a verb and its subject. */
import type { ActorMention } from '../model.ts'
import type { Draft } from './draft.ts'
import { hasPreposition } from './grammar.ts'
import { findGrammar, findSentence, findToken, hasClass, type Placed, type Sheet } from './sheet.ts'

/** "الحصار الذي يفرضه التنظيم", "هجوم شنته القوات", "الهجوم الذي تخطط له القوات": the subject of the verb whose object is the noun. */
export function findDoneBy(sheet: Sheet, draft: Draft): Placed<ActorMention>[] {
  if (!draft.nominal) return []
  const limit = Math.min(findSentence(sheet, draft.from).to, draft.to + 7)
  for (let token = draft.to; token < limit; token++) {
    const isRelative = findGrammar(sheet, token, 'relative') !== undefined
    if (isRelative && (sheet.placeAt[token - 1] ?? sheet.actorAt[token - 1]) !== undefined) return []
    const subject = isRelative ? findSubjectOfRelative(sheet, token + 1) : findSubjectOfLight(sheet, token)
    if (subject !== undefined) return [subject]
    if (isRelative) return []
  }
  return []
}

function findSubjectOfLight(sheet: Sheet, token: number): Placed<ActorMention> | undefined {
  const verb = findGrammar(sheet, token, 'light', 'phase')
  if (verb === undefined || verb.pronoun === '') return undefined
  const isAside = findAside(sheet, verb.to) !== undefined
  return sheet.actorAt[verb.to] ?? (isAside ? sheet.actorAt[verb.to + 1] : undefined)
}

/** Behind "which" a verb with "it" written on, or followed by "for it", "on it": what comes next is who does it. */
function findSubjectOfRelative(sheet: Sheet, verb: number): Placed<ActorMention> | undefined {
  const hasPronoun =
    isResumed(sheet, verb + 1) || /\u0647(?:\u0627|\u0645)?$/.test(findToken(sheet, verb).form)
  if (!hasPronoun || sheet.actorAt[verb] !== undefined) return undefined
  for (let token = verb + 1, limit = verb + 5; token < limit; ) {
    const actor = sheet.actorAt[token]
    if (actor !== undefined) return isSubjectAfter(sheet, actor, verb) ? actor : undefined
    const next = findAside(sheet, token)
    if (next === undefined) return undefined
    token = next
  }
  return undefined
}

/** "عليه", "لها": a preposition with a pronoun, which stands for the noun before. */
export function isResumed(sheet: Sheet, token: number): boolean {
  const preposition = findGrammar(sheet, token, 'preposition')
  if (preposition !== undefined) return preposition.pronoun !== ''
  return /^\u0644\u0647(?:\u0627|\u0645|\u0646)?$/.test(findToken(sheet, token).form)
}

/** A name behind a verb that is its subject: bare, and no act of its own. */
export function isSubjectAfter(sheet: Sheet, actor: Placed<ActorMention>, verb: number): boolean {
  if (actor.from < verb || hasPreposition(sheet, actor.mention.span, actor.from)) return false
  return actor.mention.force !== 'act'
}

/** Where it goes on behind a date, an adverb, "فيها", or a word like "وحدات من" that stands before the name. */
export function findAside(sheet: Sheet, token: number): number | undefined {
  const date = sheet.dateAt[token]
  if (date !== undefined) return date.to
  const adverb = findGrammar(sheet, token, 'adverb', 'already')
  if (adverb !== undefined) return adverb.to
  if (isResumed(sheet, token)) return token + 1
  return hasClass(sheet, token, 'aside', 'control') ? token + 1 : undefined
}
