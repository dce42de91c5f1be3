/**
 * Events in the columns of ACLED, for tools that read them. A shape, not ACLED's coding: `docs/exports.md` says what is lost.
 * The columns and their order are those of its public files (https://acleddata.com, codebook of 2024); ours stand after them.
 */
import { findFigures, findTolls } from '../../record/casualties.ts'
import { dayNumber, findDays } from '../../record/days.ts'
import type { Fact } from '../../record/facts.ts'
import { findAreas } from '../../record/ground.ts'
import {
  type AcledType,
  ATTACK,
  findAcledType,
  findCountry,
  findInter,
  STATE,
  takenBy,
  UNARMED,
} from './acledTypes.ts'
import { type Cell, writeCsvLine } from './csv.ts'
import { type EventItem, listOutlets, listRoots } from './events.ts'
import { joinCell, type Writing } from './layouts.ts'
import { englishOf, type World } from './world.ts'

/** The policies that make one whole number of what sources say, the usual one first. */
export const FATALITY_POLICIES = ['lowest', 'highest', 'majority'] as const
/** See `FATALITY_POLICIES`. */
export type FatalityPolicy = (typeof FATALITY_POLICIES)[number]

/** An event as far as the codebook has words for it. */
interface Coded {
  readonly item: EventItem
  readonly type: AcledType
  readonly days: { readonly from: string; readonly to: string }
  readonly place: AcledPlace
  readonly actors: readonly [readonly AcledActor[], readonly AcledActor[]]
  readonly policy: FatalityPolicy
}

interface AcledActor {
  readonly name: string
  readonly inter: string
}

interface AcledPlace {
  readonly id: string
  readonly name: string
  readonly areas: readonly { readonly id: string; readonly kind: string; readonly name: string }[]
}

/** Writes events in ACLED's columns, one row each. What is only planned, possible or denied is left out, and what has no day, no place or no type there. */
export function acledTable(policy: FatalityPolicy, hasMark: boolean): Writing<EventItem> {
  const readers = Object.values(COLUMNS)
  return {
    head: (hasMark ? '\ufeff' : '') + writeCsvLine(Object.keys(COLUMNS)),
    between: '',
    foot: '',
    write: item => {
      const coded = readCoded(item, policy)
      return coded === undefined ? [] : [writeCsvLine(readers.map(read => read(coded)))]
    },
  }
}

function readCoded(item: EventItem, policy: FatalityPolicy): Coded | undefined {
  const { event, world } = item
  const { from, to } = findDays(event.time)
  const [id] = event.places
  if (!item.facts.some(({ claim }) => claim.modality === 'asserted')) return undefined
  const type = findAcledType(event.types)
  if (from === null || to === null || id === undefined || type === undefined) return undefined
  const place = readPlace(id, world)
  const country = place.areas.at(-1)?.id.toUpperCase()
  const actors = [event.agents, event.targets].map(ids => ids.map(actor => readActor(actor, country, world)))
  const [agents = [], targets = []] = actors
  return {
    item,
    type: refineType(type, item, { agents, targets }),
    days: { from, to },
    place,
    actors: [agents, targets],
    policy,
  }
}

function readPlace(id: string, { ground, places }: World): AcledPlace {
  const areas = findAreas(ground.within, id).map(area => ({
    id: area,
    kind: ground.placeKinds.get(area) ?? '',
    name: englishOf(places, area),
  }))
  return { id, name: englishOf(places, id), areas }
}

function readActor(id: string, country: string | undefined, { ground, actors }: World): AcledActor {
  const home = ground.actorCountries.get(id)
  return {
    name: englishOf(actors, id),
    inter: findInter(id, ground.actorKinds.get(id) ?? '', { home, country }),
  }
}

/** Kinds of people whose death is an attack on those who do not fight. */
const CIVIL = new Set(['civilian', 'child', 'family'])

/** Who took a place decides the type of a battle over it; who was killed that of deaths of which no fight is told. */
function refineType(
  type: AcledType,
  { event, killed }: EventItem,
  { agents, targets }: { agents: readonly AcledActor[]; targets: readonly AcledActor[] },
): AcledType {
  const isState = agents[0]?.inter === STATE
  if (event.types.includes('capture') && agents.length > 0) return takenBy(isState)
  const isHarm = event.family === 'harm' && event.types.includes('casualties')
  const isCivil = CIVIL.has(killed?.what ?? '') || targets.some(({ inter }) => inter === UNARMED)
  return isHarm && isCivil ? ATTACK : type
}

/** The number of the killed under a policy, of the kind of people of whom most are told; `null` where nobody gives a number. */
function findFatalities({ item, policy }: Coded): number | null {
  if (item.killed === undefined) return null
  const toll = findTolls(findFigures(item.facts), policy).find(
    ({ outcomes, what }) => String(outcomes) === 'killed' && what === item.killed?.what,
  )
  return toll?.min ?? null
}

/** Days by which ACLED's precision of time is 1, 2, 3. */
const WEEK = 7

function findTimePrecision({ from, to }: Coded['days']): number {
  const days = dayNumber(to) - dayNumber(from) + 1
  if (days <= 1) return 1
  return days <= WEEK ? 2 : 3
}

const TOWNS = new Set([
  'camp',
  'city',
  'facility',
  'hospital',
  'quarter',
  'town',
  'village',
  'airport',
  'base',
])
const REGIONS = new Set(['country', 'governorate', 'region', 'sea'])

function findGeoPrecision({ areas }: AcledPlace): number {
  const kind = areas[0]?.kind ?? ''
  if (TOWNS.has(kind)) return 1
  return REGIONS.has(kind) ? 3 : 2
}

/** The area of a kind that holds the place, or is it. */
function areaOf({ areas }: AcledPlace, wanted: string): Cell {
  return areas.find(({ kind }) => kind === wanted)?.name ?? null
}

function countryOf({ areas }: AcledPlace) {
  const country = areas.at(-1)
  return country?.kind === 'country' ? country : undefined
}

const interaction = ([agents, targets]: Coded['actors']) =>
  [agents[0]?.inter, targets[0]?.inter].filter(Boolean).join('-')

/** What ACLED puts into prose: the words of the first claim and who says so. */
function tellNotes({ item: { facts } }: Coded): string {
  const [first] = facts
  if (first === undefined) return ''
  const { claim, root, article } = first
  const said = claim.evidence.replace(/\s+/g, ' ')
  return `«${said}» ${root.text} < ${article.outlet ?? article.name}`
}

function datesOf(facts: readonly Fact[]): string[] {
  return [...new Set(facts.flatMap(({ article }) => article.published ?? []))].sort()
}

const others = (actors: readonly AcledActor[]) =>
  actors
    .slice(1)
    .map(({ name }) => name)
    .join('; ')

const COLUMNS: Readonly<Record<string, (coded: Coded) => Cell>> = {
  event_id_cnty: ({ item }) => item.event.id,
  event_date: ({ days }) => days.from,
  year: ({ days }) => Number(days.from.slice(0, 4)),
  time_precision: ({ days }) => findTimePrecision(days),
  disorder_type: ({ type }) => type.disorder,
  event_type: ({ type }) => type.event,
  sub_event_type: ({ type }) => type.subEvent,
  actor1: ({ actors }) => actors[0][0]?.name ?? null,
  assoc_actor_1: ({ actors }) => others(actors[0]),
  inter1: ({ actors }) => actors[0][0]?.inter ?? null,
  actor2: ({ actors }) => actors[1][0]?.name ?? null,
  assoc_actor_2: ({ actors }) => others(actors[1]),
  inter2: ({ actors }) => actors[1][0]?.inter ?? null,
  interaction: ({ actors }) => interaction(actors),
  civilian_targeting: ({ type, actors }) =>
    type === ATTACK || actors[1].some(({ inter }) => inter === UNARMED) ? 'Civilian targeting' : null,
  iso: ({ place }) => findCountry(countryOf(place)?.id ?? '').iso,
  region: ({ place }) => findCountry(countryOf(place)?.id ?? '').region,
  country: ({ place }) => countryOf(place)?.name ?? null,
  admin1: ({ place }) => areaOf(place, 'governorate'),
  admin2: ({ place }) => areaOf(place, 'district'),
  admin3: ({ place }) => areaOf(place, 'subdistrict'),
  location: ({ place }) => place.name,
  latitude: ({ place, item }) => item.world.points[place.id]?.lat ?? null,
  longitude: ({ place, item }) => item.world.points[place.id]?.lon ?? null,
  geo_precision: ({ place }) => findGeoPrecision(place),
  source: ({ item }) =>
    listOutlets(item.facts)
      .map(outlet => englishOf(item.world.outlets, outlet))
      .join('; '),
  source_scale: () => null,
  notes: tellNotes,
  fatalities: findFatalities,
  tags: () => null,
  timestamp: () => null,
  fatalities_policy: ({ policy }) => policy,
  fatalities_who: ({ item }) => item.killed?.what ?? null,
  fatalities_min: ({ item }) => item.killed?.min ?? null,
  fatalities_max: ({ item }) => item.killed?.max ?? null,
  time_edtf: ({ item }) => item.event.time,
  roots: ({ item }) => joinCell(listRoots(item.facts).map(({ text }) => text)),
  root_kinds: ({ item }) => joinCell(listRoots(item.facts).map(({ kind }) => kind)),
  published: ({ item }) => joinCell(datesOf(item.facts)),
  articles: ({ item }) => item.event.counts.articles,
  outlets: ({ item }) => item.event.counts.outlets,
  families: ({ item }) => item.event.counts.families,
  roots_min: ({ item }) => item.event.counts.roots.min,
  roots_max: ({ item }) => item.event.counts.roots.max,
  contradictions: ({ item }) => item.event.contradictions,
  place_id: ({ place }) => place.id,
  hasab_family: ({ item }) => item.event.family,
  hasab_types: ({ item }) => joinCell(item.event.types),
}
