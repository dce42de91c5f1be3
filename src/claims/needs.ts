/**
 * The conditions of `lexicon/events.tsv`, column `needs`: what must stand near a trigger for it to mean the event.
 *
 *     with:<preposition>   the preposition follows          not:<class>     no word of the class follows closely
 *     object:<class>       a word of the class follows      near:<class>    one stands on either side
 *     nobehind:<class>     none stands before               nopronoun         the trigger carries no pronoun
 *     territory            a place or position follows      place, actor, force, people, civil, number, war, hands, aircraft
 *
 * Conditions are separated by spaces and must all hold; alternatives within one are separated by `|`.
 */
import { PRONOUN } from '../lexicon/clitics.ts'
import type { Hit } from '../lexicon/match.ts'
import { foldWord } from '../text/fold.ts'
import { COLON, PARAGRAPH, SEMICOLON, STOP } from '../text/units.ts'
import { findSentence, findToken, hasClass, type Sheet, within } from './sheet.ts'

/** How many tokens a condition looks ahead; a name of several words counts as one. Chosen on `gold/dev`. */
const OBJECT_REACH = 3
const NOT_REACH = 3
const NEAR_REACH = 6
const WITH_REACH = 7
const CLAUSE_REACH = 14

interface Place {
  readonly sheet: Sheet
  readonly hit: Hit
}

type Condition = (place: Place, classes: readonly string[]) => boolean

const CONDITIONS: Readonly<Record<string, Condition>> = {
  with: (place, words) => hasPreposition(place, words),
  not: (place, classes) => !hasAhead(place, classes, NOT_REACH),
  object: (place, classes) => hasAhead(place, classes, OBJECT_REACH),
  near: (place, classes) => hasAhead(place, classes, NEAR_REACH) || hasBehind(place, classes, 4),
  nobehind: (place, classes) => !hasBehind(place, classes, 6),
  nopronoun: place => !hasPronounObject(place),
  territory: place => hasTerritory(place),
  place: place => hasMention(place, 'placeAt'),
  actor: place => hasMention(place, 'actorAt'),
  force: place => hasForce(place),
  people: place =>
    hasAhead(place, ['people'], 5) || hasBehind(place, ['people'], 3) || hasPronounObject(place),
  civil: place => hasAhead(place, ['civil'], 5) || hasBehind(place, ['civil'], 4),
  number: place => hasAhead(place, ['people'], 3) || hasNumber(place),
  war: place => hasWar(place),
  hands: place => hasAhead(place, ['hands'], 7),
  aircraft: place => hasAhead(place, ['aircraft'], 4) || hasBehind(place, ['aircraft'], 5),
}

/** True where every condition of the trigger's row holds. An unknown condition never does: `hasab check` names it. */
export function hasNeeds(sheet: Sheet, hit: Hit): boolean {
  const needs = hit.row.cells.needs ?? ''
  if (needs === '') return true
  return needs.split(' ').every(need => {
    const [name = '', list] = need.split(':')
    if (list !== undefined) return CONDITIONS[name]?.({ sheet, hit }, list.split('|')) ?? false
    return name.split('|').some(one => CONDITIONS[one]?.({ sheet, hit }, []) ?? false)
  })
}

/** The names that `needs` may use. */
export const NEED_NAMES: readonly string[] = Object.keys(CONDITIONS)

/** Calls `see` for the steps after the trigger within its sentence; a mention of several words is one step. */
function hasStep(place: Place, reach: number, see: (token: number) => boolean): boolean {
  const { sheet, hit } = place
  const end = findSentence(sheet, hit.from).to
  let token = hit.to
  for (let step = 0; step < reach && token < end; step++) {
    if (findToken(sheet, token).gap & (STOP | COLON | SEMICOLON | PARAGRAPH)) return false
    const mention = sheet.actorAt[token] ?? sheet.placeAt[token]
    const to = Math.max(token + 1, mention?.to ?? 0)
    for (let at = token; at < to; at++) if (see(at)) return true
    token = to
  }
  return false
}

function hasAhead(place: Place, classes: readonly string[], reach: number): boolean {
  return hasStep(place, reach, token => hasClass(place.sheet, token, ...classes))
}

function hasBehind({ sheet, hit }: Place, classes: readonly string[], reach: number): boolean {
  const start = Math.max(findSentence(sheet, hit.from).from, hit.from - reach)
  for (let token = hit.from - 1; token >= start; token--) {
    if (hasClass(sheet, token, ...classes)) return true
  }
  return false
}

function hasPreposition(place: Place, words: readonly string[]): boolean {
  const wanted = words.map(foldWord)
  return hasStep(place, WITH_REACH, token =>
    Boolean(place.sheet.grammar[token]?.some(hit => wanted.includes(foldWord(hit.row.id)))),
  )
}

function hasTerritory(place: Place): boolean {
  if (hasPronounObject(place)) return true
  const { sheet } = place
  return hasStep(
    place,
    8,
    token => sheet.placeAt[token] !== undefined || hasClass(sheet, token, 'position', 'ground'),
  )
}

function hasMention({ sheet, hit }: Place, index: 'placeAt' | 'actorAt'): boolean {
  const sentence = findSentence(sheet, hit.from)
  const from = Math.max(sentence.from, hit.from - CLAUSE_REACH)
  const to = Math.min(sentence.to, hit.to + CLAUSE_REACH)
  for (let token = from; token < to; token++) if (sheet[index][token] !== undefined) return true
  return false
}

/** A fighting side next to the trigger, not merely somewhere in the sentence. */
function hasForce(place: Place): boolean {
  const { sheet, hit } = place
  const isForce = (token: number) => isForceAt(sheet, token)
  if (hit.clitics & PRONOUN) return true
  if (hasStep(place, 4, isForce)) return true
  const start = Math.max(findSentence(sheet, hit.from).from, hit.from - 9)
  for (let token = hit.from - 1; token >= start; token--) if (isForce(token)) return true
  return false
}

const UNARMED = new Set(['category', 'monitor', 'relief', 'international', 'agency', 'ministry', 'party'])

/** True where a token belongs to the name of a side that fights, or is a word for fighters. */
export function isForceAt(sheet: Sheet, token: number): boolean {
  const actor = sheet.actorAt[token]?.mention
  if (actor !== undefined) {
    const row = sheet.lexicon.rows.actors.get(actor.row ?? actor.actor ?? '')
    if (row === undefined || !UNARMED.has(row.cells.kind ?? '')) return true
  }
  return hasClass(sheet, token, 'forceword')
}

function hasPronounObject({ hit }: Place): boolean {
  return (hit.clitics & PRONOUN) !== 0
}

function hasNumber(place: Place): boolean {
  const { sheet, hit } = place
  return within(sheet.numbers, hit.from - 6, hit.to + 3).some(number => number.to > hit.from - 4)
}

/** True where the sentence speaks of fighting at all. */
function hasWar({ sheet, hit }: Place): boolean {
  const sentence = findSentence(sheet, hit.from)
  for (let token = sentence.from; token < sentence.to; token++) {
    const isSelf = token >= hit.from && token < hit.to
    if (!isSelf && (hasClass(sheet, token, 'war') || isForceAt(sheet, token))) return true
  }
  return false
}
