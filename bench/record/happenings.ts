/** What happens in the invented country: one thing after the other, told by sentences with claims. */
import { type ClaimType, FAMILIES, type SourceKind } from '../../src/model.ts'
import { writeDay } from '../../src/record/days.ts'
import type { Gazette, NameRow } from '../../src/store/names.ts'
import type { Draw } from './draw.ts'

/** How often claims are of a type: those that articles on a war have most come first. */
const TYPES: readonly ClaimType[] = [
  ...FAMILIES.combat,
  ...FAMILIES.territory,
  ...FAMILIES.harm,
  ...FAMILIES.words,
  ...FAMILIES.force,
  ...FAMILIES.talks,
  ...FAMILIES.life,
]
const TOWNS = new Set(['city', 'town', 'village', 'quarter', 'camp'])

/** One thing that happened. */
export interface Happening {
  readonly type: ClaimType
  readonly place: NameRow
  readonly agent: NameRow
  readonly target: NameRow | null
  /** `YYYY-MM-DD`. */
  readonly day: string
  readonly dead: number | null
}

/** On whose word something is told; `null` for the article's own. */
export interface Voice {
  readonly name: string
  readonly kind: SourceKind
  readonly actor: string | null
}

/** The places, actors and voices of the country, those that come up most first. */
export interface Country {
  readonly places: readonly NameRow[]
  readonly actors: readonly NameRow[]
  readonly voices: readonly Voice[]
}

/** The country that a gazetteer has towns and actors for. */
export function listCountry(gazette: Gazette, draw: Draw): Country {
  const places = shuffle(
    gazette.places.filter(({ kind }) => TOWNS.has(kind)),
    draw,
  )
  const actors = shuffle(gazette.actors, draw)
  const named = actors.slice(0, 60).map(({ id, name }) => ({ name, kind: 'official', actor: id }) as const)
  const kinds = ['anonymous', 'person', 'report'] as const
  const others = kinds.flatMap(kind =>
    Array.from({ length: 40 }, (_, i) => ({ name: `${kind}-${i}`, kind, actor: null })),
  )
  return { places, actors, voices: shuffle([...named, ...others], draw) }
}

function shuffle<T>(list: readonly T[], draw: Draw): T[] {
  return list
    .map(item => ({ item, key: draw() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item)
}

/** Something new that happens on a day, by number since 1970. */
export function inventHappening({ places, actors }: Country, day: number, draw: Draw): Happening {
  const type = TYPES[draw.rank(TYPES.length)] as ClaimType
  return {
    type,
    place: places[draw.rank(places.length)] as NameRow,
    agent: actors[draw.rank(actors.length)] as NameRow,
    target: draw.isTrue(0.5) ? (actors[draw.rank(actors.length)] as NameRow) : null,
    day: writeDay(day - draw.below(2)),
    dead: type === 'casualties' ? 1 + draw.rank(80) : null,
  }
}
