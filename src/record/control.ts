/** What a claim says of who holds a place. Attribution is not truth: a control is always one root's word on one day. */
import type { Claim, ClaimPlace, ClaimType, Participant } from '../model.ts'
import { dayNumber } from './days.ts'
import type { Fact } from './facts.ts'
import { findAreas, type Ground } from './ground.ts'
import type { Control, ControlKind } from './relations.ts'
import { sourceKey } from './roots.ts'

/** What one claim says of its agents and of its targets. */
interface Saying {
  readonly agent?: ControlKind
  readonly target?: ControlKind
}

/** Who takes a place from someone says that he lost it; an advance stops at the edge; who is bombed in a place was there. */
const ASSERTED: Partial<Readonly<Record<ClaimType, Saying>>> = {
  capture: { agent: 'takes', target: 'loses' },
  hold: { agent: 'holds' },
  lose: { agent: 'loses' },
  advance: { agent: 'contests' },
  besiege: { agent: 'contests' },
  clash: { agent: 'contests', target: 'contests' },
  airstrike: { target: 'implied' },
  shelling: { target: 'implied' },
}
/** Who did not withdraw is still there. What was not taken may be anyone's. */
const NEGATED: Partial<Readonly<Record<ClaimType, Saying>>> = { lose: { agent: 'holds' } }

/** Kinds of actors that hold places: not aircraft, civilians, monitors, ministries or single persons. */
const HOLDERS = new Set([
  'alliance',
  'army',
  'faction',
  'government',
  'militia',
  'party',
  'police',
  'state',
  'tribe',
])
/** Kinds of places that nobody takes as one takes a town: of a country or a river a claim means some part. */
const UNHELD = new Set(['border', 'country', 'lake', 'river', 'sea'])
/** Words that make a place the land round it, or one side of it. */
const PARTS = ['countryside', 'direction']
/** Words between "took" and the place that may say how much of it: "most of the quarters of". */
const REACH = 4
/** The preposition that is written onto the name: "in". */
const IN = '\u0628'

/**
 * What a claim says of who holds which places: one control for each actor and place.
 *
 * "The army took the town of X from the group" → `takes` by the army and `loses` by the group at X. Planned and possible
 * claims say nothing of control, and negated ones only that who did not withdraw is there. Nobody takes a place from his ally. A claim of a day after its
 * article's is a reading error and says nothing. Of places in one another only the smaller is meant. `isAdmission` where the
 * root is the actor that it costs, or its own press (`owners` of the ground).
 */
export function findControl(fact: Fact, ground: Ground): Control[] {
  const { claim } = fact
  const saying = findSaying(claim)
  const days = findControlDays(fact)
  if (saying === undefined || days === undefined) return []
  const speaker = findSpeaker(fact, ground)
  const named = listHolders(claim.target, ground)
  const agents = listHolders(claim.agent, ground).filter(actor => !named.includes(actor))
  const targets = named.filter(actor => !agents.some(agent => isOneSide(agent, actor, ground)))
  const said = [
    ...agents.map(actor => ({
      actor,
      kind: saying.agent,
      costs: saying.agent === 'loses' ? [actor] : targets,
    })),
    ...targets.map(actor => ({ actor, kind: saying.target, costs: [actor] })),
  ]
  const { key, article, root } = fact
  const place = {
    claim: key,
    article: article.id,
    root: root.key,
    outlet: article.outlet,
    family: article.family,
    ...days,
  }
  return findGround(claim, ground).flatMap(site =>
    said.flatMap(({ actor, kind, costs }) => {
      if (kind === undefined) return []
      const isAdmission = speaker !== null && costs.some(cost => isOneSide(speaker, cost, ground))
      return [{ ...place, ...site, actor, kind, isAdmission }]
    }),
  )
}

/** True where two actors are one, parts or arms of one, or have an ally in common. */
export function isOneSide(actor: string, other: string, { sides }: Pick<Ground, 'sides'>): boolean {
  const others = sides.get(other) ?? [other]
  return actor === other || (sides.get(actor) ?? [actor]).some(side => others.includes(side))
}

function findSaying({ type, modality }: Claim): Saying | undefined {
  if (modality === 'asserted') return ASSERTED[type]
  return modality === 'negated' ? NEGATED[type] : undefined
}

/** The actor for whom the root speaks: itself, or whose press it is. */
function findSpeaker({ root, article }: Fact, { actorKinds, owners }: Ground): string | null {
  const voice = root.kind === 'own' ? article.outlet : root.actor
  if (voice === null) return null
  return owners.get(voice) ?? (actorKinds.has(voice) ? voice : null)
}

function listHolders(participants: readonly Participant[], { actorKinds }: Ground): string[] {
  const actors = participants.flatMap(({ actor }) => (actor === null ? [] : [actor]))
  return [...new Set(actors)].filter(actor => HOLDERS.has(actorKinds.get(actor) ?? ''))
}

/** The days of a control. What only its article dates had happened by then; a state and a fight are of that day. */
function findControlDays({
  days,
  dated,
  claim,
  article,
}: Fact): Pick<Control, 'from' | 'to' | 'isDated' | 'stated'> | undefined {
  const stated = article.days.to ?? article.days.from
  if (dated === 'none') return undefined
  if (dated === 'published') {
    const isTurn = claim.type === 'capture' || claim.type === 'lose'
    return { from: isTurn ? null : days.from, to: days.to, isDated: false, stated }
  }
  const to = days.to ?? stated
  const isAhead = stated !== null && days.from !== null && dayNumber(days.from) > dayNumber(stated)
  return to === null || isAhead ? undefined : { from: days.from, to, isDated: true, stated }
}

/** The places that a claim is about, each whole or in part. */
function findGround(claim: Claim, ground: Ground): Pick<Control, 'place' | 'isPart'>[] {
  const sites = claim.places.flatMap(place => {
    const isHere = place.role === 'at' || (place.role === 'from' && claim.type === 'lose')
    return isHere ? findSite(place, claim, ground) : []
  })
  const unique = new Map(sites.map(site => [site.place, site]))
  return [...unique.values()].filter(
    ({ place }) =>
      !sites.some(other => other.place !== place && findAreas(ground.within, other.place).includes(place)),
  )
}

/** The countryside of a town is a part of what holds the town; that of an area, a part of the area. */
function findSite(
  { place, text, span }: ClaimPlace,
  claim: Claim,
  ground: Ground,
): Pick<Control, 'place' | 'isPart'>[] {
  if (place === null || UNHELD.has(ground.placeKinds.get(place) ?? '')) return []
  const kinds = splitWords(text).flatMap(word => ground.placeWords.get(word)?.split('|') ?? [])
  const isRural = kinds.includes('countryside') && !isArea(place, ground)
  const area = isRural ? (ground.within.get(place) ?? place) : place
  const isSided = kinds.some(kind => PARTS.includes(kind))
  return [{ place: area, isPart: isSided || isPartly(span[0], claim, { place, ground }) }]
}

function isArea(place: string, { placeKinds }: Ground): boolean {
  return ['governorate', 'district', 'region'].includes(placeKinds.get(place) ?? '')
}

/**
 * True where the words before the place name only some of it: an amount or a share, smaller places in it, something "in" it.
 * Where the place stands elsewhere in the article, all the claim's words are looked through.
 */
function isPartly(
  start: number,
  { evidence, span }: Claim,
  site: { place: string; ground: Ground },
): boolean {
  const { insideWords, placeKinds } = site.ground
  const kind = placeKinds.get(site.place) ?? ''
  const isHere = start >= span[0] && start < span[1]
  if (!isHere) return splitWords(evidence).some(word => isPartWord(word, kind, site.ground))
  const words = splitWords(evidence.slice(0, start - span[0]))
  const last = words.at(-1) ?? ''
  if (insideWords.has(last) || last === IN) return true
  return words.slice(-REACH).some(word => isPartWord(word, kind, site.ground))
}

function isPartWord(word: string, kind: string, { partWords, placeWords }: Ground): boolean {
  if (partWords.has(word) || word.includes('%')) return true
  const smaller =
    placeWords
      .get(word)
      ?.split('|')
      .filter(other => SMALLER.has(other)) ?? []
  return smaller.length > 0 && WHOLES.has(kind)
}

/** "Quarters of the city", "villages in the district", "a field in the province": the small, and what it is a part of. */
const SMALLER = new Set(['base', 'facility', 'field', 'hospital', 'mountain', 'quarter', 'road', 'village'])
const WHOLES = new Set(['city', 'district', 'governorate', 'region', 'town'])

function splitWords(text: string): string[] {
  return sourceKey(text.replaceAll(/[^\p{L}\p{N}%\u066a\s]/gu, ' ').replaceAll('\u066a', '%')).split(' ')
}
