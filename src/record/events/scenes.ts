/** Where and when a fact is set, as far as its words say: what decides which event it can be of. */
import type { ClaimPlace, PlaceRole } from '../../model.ts'
import { type Days, dayNumber } from '../days.ts'
import type { Fact } from '../facts.ts'
import { findAreas, type Ground } from '../ground.ts'
import { sourceKey } from '../roots.ts'

/** `day`: the text names the day, or two; `told`: only publication dates it; `wide`: weeks or more; `none`: nothing does. */
export type When = 'day' | 'told' | 'wide' | 'none'

/** A fact with its place and days in the terms of events. */
export interface Scene {
  readonly fact: Fact
  /** The family, and whether it is only planned: what is to come is no part of what happened. */
  readonly scope: string
  /** Its most specific places of town size or less; empty where it names only an area or nothing. */
  readonly sites: readonly string[]
  /** Small places that it names beside them, as what they lie near or in. */
  readonly near: readonly string[]
  /** True where its sites have no edge, or may stand for a governorate: "Idlib", "the mountain of Example". */
  readonly isLoose: boolean
  /** The place it is filed under: the town of its first site, else its narrowest area; `null` where it names none. */
  readonly town: string | null
  /** That place and all that hold it. */
  readonly areas: readonly string[]
  /** The governorate, or the largest area below the country: events never reach across it. */
  readonly region: string | null
  readonly when: When
  /** Days since 1970 of the happening; `null` where `when` is `wide` or `none`. */
  readonly days: readonly [from: number, to: number] | null
}

/** Kinds of places that are too large for two claims about them to be of one happening. */
const WIDE = new Set([
  'country',
  'region',
  'governorate',
  'district',
  'sea',
  'river',
  'border',
  'island',
  'kind',
  '',
])
/** Kinds without an edge: what happens there is told of a village in it, too. A region is one where it lies in a district. */
const LOOSE = new Set(['region', 'mountain', 'road'])
/** Kinds that hold quarters and buildings: where a scene within one is filed. */
const TOWNS = new Set(['city', 'town', 'village', 'camp'])
/** Words that make a place the country round it: "the countryside of", "north of". */
const PARTS = ['countryside', 'direction']
/** The roles in the order in which they say where something happened. */
const ROLES: readonly PlaceRole[] = ['at', 'from', 'near', 'in', 'to']

/** Longest time, in days, that a claim of one happening may span: a night is of two days. */
const LONGEST_SPAN = 2
/** Days that publication may lag behind: of 358 Airwars sources that say when they appeared, 352 did within two days. */
export const LAG = 2

/**
 * The scenes of facts, which must be all that the record has of their articles. A fact without a place takes that of the
 * fact before it in the text, or of the first after it: reports name a place once and go on.
 */
export function findScenes(facts: readonly Fact[], ground: Ground): Scene[] {
  const articles = Map.groupBy(facts, ({ article }) => article.id)
  return [...articles.values()].flatMap(told => findArticleScenes(told, ground))
}

function findArticleScenes(facts: readonly Fact[], ground: Ground): Scene[] {
  const told = [...facts].sort((a, b) => a.claim.span[0] - b.claim.span[0] || (a.key < b.key ? -1 : 1))
  const scenes = told.map(fact => findScene(fact, ground))
  let before = scenes.find(({ town }) => town !== null)
  return scenes.map(scene => {
    if (scene.town !== null) before = scene
    if (before === undefined || scene.town !== null || !isNear(scene, before)) return scene
    const { sites, near, isLoose, town, areas, region } = before
    return { ...scene, sites, near, isLoose, town, areas, region }
  })
}

/** How far a place carries on, in UTF-16 code units: some paragraphs. On pages of many stories the next is another's. */
const CARRY = 800

function isNear(scene: Scene, other: Scene): boolean {
  return Math.abs(scene.fact.claim.span[0] - other.fact.claim.span[0]) <= CARRY
}

/** Longest time, in days, that may tell one happening from others of its town: a month. */
const LONGEST_GROUP = 31

/**
 * What a scene without a day or a place is grouped by: the same weeks or month in the same town, of one type; else its
 * article. A year and a country are of too many things.
 */
export function restKey({ fact, scope, town, sites, isLoose, when }: Scene): string {
  const { article, days, claim } = fact
  const isNarrow = when === 'wide' && sites.length > 0 && !isLoose && spanDays(days) <= LONGEST_GROUP
  return isNarrow
    ? `${scope} ${claim.type} ${town} ${days.from} ${days.to}`
    : `${scope} ${town} ${article.id}`
}

function spanDays({ from, to }: Days): number {
  return from === null || to === null ? Number.POSITIVE_INFINITY : dayNumber(to) - dayNumber(from) + 1
}

function findScene(fact: Fact, ground: Ground): Scene {
  const { places } = fact.claim
  const { sites, near, isLoose } = findSites(places, ground)
  const area = findArea(places, ground)
  const areas = findTownAreas([...sites, ...near], area, ground)
  const region = findRegion(areas, ground)
  const scope = fact.claim.modality === 'planned' ? `${fact.family} planned` : fact.family
  return { fact, scope, sites, near, isLoose, town: areas[0] ?? null, areas, region, ...findWhen(fact) }
}

/** The places of town size or less: those of the strongest role are the sites, without what holds another of them. */
function findSites(places: readonly ClaimPlace[], ground: Ground): Pick<Scene, 'sites' | 'near' | 'isLoose'> {
  const ranked = ROLES.flatMap(role => places.filter(place => place.role === role))
  const small = ranked.filter(place => !isWide(place, ground))
  const loose = new Set(small.filter(place => isLoose(place, ground)))
  const firm = small.some(place => !loose.has(place)) ? small.filter(place => !loose.has(place)) : small
  const strongest = firm.filter(({ role }) => role === firm[0]?.role)
  const named = listNames(strongest, ground)
  const sites = named.filter(
    site => !named.some(other => other !== site && findAreas(ground.within, other).includes(site)),
  )
  const beside = firm.filter(({ role }) => role === 'near' || role === 'in')
  const near = listNames(beside, ground).filter(place => !sites.includes(place))
  return { sites, near, isLoose: firm.length > 0 && firm.every(place => loose.has(place)) }
}

function listNames(places: readonly ClaimPlace[], ground: Ground): string[] {
  return [...new Set(places.map(({ place, text }) => place ?? nameSite(text, ground)))]
}

/** True for land without an edge and for the bare name of a governorate's seat. "The city of Idlib" is the city. */
function isLoose({ place, text }: ClaimPlace, { placeKinds, seats, placeWords }: Ground): boolean {
  if (place === null) return false
  if (LOOSE.has(placeKinds.get(place) ?? '')) return true
  if (!seats.has(place)) return false
  return !splitWords(text).some(word => placeWords.get(word)?.split('|').includes('city'))
}

/** True for an area, and for the country round a town: "the countryside of Afrin" is not Afrin. */
function isWide({ place, text }: ClaimPlace, ground: Ground): boolean {
  const { placeWords } = ground
  if (place !== null && isArea(place, ground)) return true
  return splitWords(text).some(word => PARTS.some(part => placeWords.get(word)?.startsWith(part)))
}

function isArea(place: string, { placeKinds, within }: Ground): boolean {
  const kind = placeKinds.get(place) ?? ''
  if (kind !== 'region') return WIDE.has(kind)
  return !findAreas(within, place).some(area => placeKinds.get(area) === 'district')
}

/** A name without a row stands for itself, without its kind word: "the village of X" and "X" are one. */
function nameSite(text: string, { placeWords }: Ground): string {
  const words = splitWords(text)
  const name = words.slice(words.findIndex(word => !placeWords.has(word)))
  return `?${(name.length === 0 ? words : name).join(' ')}`
}

function splitWords(text: string): string[] {
  return sourceKey(text.replaceAll(/[^\p{L}\p{N}\s]/gu, ' ')).split(' ')
}

/** The town of the first site that has a row and all that hold it; else the site in the area that the claim names beside it. */
function findTownAreas(sites: readonly string[], area: string | null, ground: Ground): string[] {
  const site = sites.find(name => !name.startsWith('?'))
  if (site === undefined)
    return [...sites.slice(0, 1), ...(area === null ? [] : findAreas(ground.within, area))]
  const areas = findAreas(ground.within, site)
  const town = areas.findIndex(place => TOWNS.has(ground.placeKinds.get(place) ?? ''))
  return areas.slice(Math.max(town, 0))
}

/** The narrowest area that the claim names; of the country round a town, what holds the town. */
function findArea(places: readonly ClaimPlace[], ground: Ground): string | null {
  const areas = places.flatMap(place => {
    if (place.place === null || !isWide(place, ground)) return []
    return [isArea(place.place, ground) ? place.place : (ground.within.get(place.place) ?? place.place)]
  })
  const [first] = areas.sort(
    (a, b) => findAreas(ground.within, b).length - findAreas(ground.within, a).length || (a < b ? -1 : 1),
  )
  return first ?? null
}

function findRegion(areas: readonly string[], { placeKinds }: Ground): string | null {
  const governorate = areas.find(area => placeKinds.get(area) === 'governorate')
  const below = areas.filter(area => placeKinds.get(area) !== 'country')
  return governorate ?? below.at(-1) ?? areas[0] ?? null
}

function findWhen({ days, dated }: Fact): Pick<Scene, 'when' | 'days'> {
  if (dated === 'none' || (days.from === null && days.to === null)) return { when: 'none', days: null }
  if (days.from === null || days.to === null) return { when: 'wide', days: null }
  const [from, to] = [dayNumber(days.from), dayNumber(days.to)]
  if (to - from >= LONGEST_SPAN) return { when: 'wide', days: null }
  return dated === 'text' ? { when: 'day', days: [from, to] } : { when: 'told', days: [from - LAG, to] }
}
