/** What the relations between readings need to know of the world: which place lies in which, which actor belongs to which camp. */
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Row } from '../lexicon/tables.ts'
import { foldWord } from '../text/fold.ts'

/** The lexicon as the record needs it. Plain maps, so that a store can make one from its own tables. */
export interface Ground {
  /** Place → the place that holds it; `null` at the top. */
  readonly within: ReadonlyMap<string, string | null>
  /** Place → its kind, as in `lexicon/places.tsv`. */
  readonly placeKinds: ReadonlyMap<string, string>
  /** Actor → its kind, as in `lexicon/actors.tsv`. */
  readonly actorKinds: ReadonlyMap<string, string>
  /** Actor → its country, or several with `|` between them, as two letters of ISO 3166: `SY|IQ`. */
  readonly actorCountries: ReadonlyMap<string, string>
  /** Outlet → the family of outlets of one publisher; an outlet without one is its own family. */
  readonly families: ReadonlyMap<string, string>
  /** Folded words round the names of places → their kinds (`countryside`, `direction`, `town` ...), as in `lexicon/place-words.tsv`. */
  readonly placeWords: ReadonlyMap<string, string>
  /** Cities that share their name with the governorate that they are the seat of: the bare name may mean either. */
  readonly seats: ReadonlySet<string>
  /** Actor → itself, the actor that it is a part or the arms of, and their allies, as the notes of `lexicon/actors.tsv` have them. */
  readonly sides: ReadonlyMap<string, readonly string[]>
  /** Outlet → the actor whose press it is, where its imprint says so (`of=` in the notes of `lexicon/outlets.tsv`). */
  readonly owners: ReadonlyMap<string, string>
  /** Folded words for a part of what follows: "most of", "positions in" (class `part` of `lexicon/classes.tsv`). */
  readonly partWords: ReadonlySet<string>
  /** Folded words for "in" and "inside" (kinds of `lexicon/particles.tsv`). */
  readonly insideWords: ReadonlySet<string>
}

/** The ground of a lexicon. */
export function readGround(lexicon: Lexicon): Ground {
  const { tables } = lexicon
  const { places, actors, outlets } = tables
  return {
    within: new Map(places.map(({ id, cells }) => [id, cells.within || null])),
    placeKinds: new Map(places.map(({ id, cells }) => [id, cells.kind ?? ''])),
    actorKinds: new Map(actors.map(({ id, cells }) => [id, cells.kind ?? ''])),
    actorCountries: new Map(
      actors.flatMap(({ id, cells }) => (cells.country ? [[id, cells.country] as const] : [])),
    ),
    families: new Map(outlets.map(({ id, cells }) => [id, cells.family || id])),
    placeWords: new Map(
      tables['place-words'].flatMap(({ id, cells }) =>
        [id, ...(cells.forms || id).split('|')].map(form => [foldWord(form), cells.kind ?? ''] as const),
      ),
    ),
    seats: readSeats(places),
    sides: readSides(actors),
    owners: new Map(outlets.flatMap(({ id, cells }) => readOwner(id, cells.note ?? ''))),
    partWords: listWords(
      tables.classes.filter(({ id }) => id === 'part'),
      'words',
    ),
    insideWords: listWords(tables.particles.filter(isInside), 'forms'),
  }
}

/** The folded words of rows: those of a column, or the row's own where it is empty. */
function listWords(rows: readonly Row[], column: string): Set<string> {
  return new Set(rows.flatMap(({ id, cells }) => (cells[column] || id).split('|').map(foldWord)))
}

function isInside({ cells }: Row): boolean {
  const kinds = (cells.kind ?? '').split('|')
  return kinds.includes('inside') || kinds.includes('locative')
}

function readOwner(outlet: string, note: string): [string, string][] {
  const owner = /\bof=(\S+)/.exec(note)?.[1]
  return owner === undefined ? [] : [[outlet, owner]]
}

function readSeats(places: readonly Row[]): Set<string> {
  const governorates = new Map(
    places.flatMap(({ id, cells }) => (cells.kind === 'governorate' ? [[id, cells.name] as const] : [])),
  )
  const seats = places.filter(
    ({ cells }) => cells.kind === 'city' && governorates.get(cells.within ?? '') === cells.name,
  )
  return new Set(seats.map(({ id }) => id))
}

/** `camp=` names the whole of a part, `military=` and `air=` the arms of a whole, `allies=` who fights beside it. */
function readSides(actors: readonly Row[]): Map<string, string[]> {
  const links = actors.flatMap(({ id, cells }) =>
    [...(cells.note ?? '').matchAll(/\b(camp|military|air|allies)=(\S+)/g)].map(
      ([, kind = '', other = '']) => ({ kind, actor: id.split(':')[0] as string, other }),
    ),
  )
  const wholes = new Map<string, string>()
  for (const { kind, actor, other } of links) {
    if (kind === 'camp') wholes.set(actor, other)
    else if (kind !== 'allies' && !wholes.has(other)) wholes.set(other, actor)
  }
  return new Map(
    actors.map(({ id }) => {
      const own = [id, ...(wholes.has(id) ? [wholes.get(id) as string] : [])]
      const allies = links.filter(({ kind, actor }) => kind === 'allies' && own.includes(actor))
      return [id, [...new Set([...own, ...allies.map(({ other }) => other)])]]
    }),
  )
}

/** A place and all that hold it, the nearest first: `findAreas(within, 'sy-dez')` → `['sy-dez', 'sy']`. A loop ends. */
export function findAreas(within: ReadonlyMap<string, string | null>, place: string): string[] {
  const areas: string[] = []
  let area: string | null | undefined = place
  while (area !== null && area !== undefined && !areas.includes(area)) {
    areas.push(area)
    area = within.get(area)
  }
  return areas
}

/** True where one of two places is the other or holds it. */
export function isOverlap(within: ReadonlyMap<string, string | null>, place: string, other: string): boolean {
  return findAreas(within, place).includes(other) || findAreas(within, other).includes(place)
}
