/** Names of a chronology → rows of the lexicon: whole names only, in any of their spellings, or ids. */
import type { Lexicon } from '../../lexicon/lexicon.ts'
import { listCell, type Row } from '../../lexicon/tables.ts'
import { foldWord } from '../../text/fold.ts'

/** Names by their spelling → the ids that bear them. */
export interface Names {
  readonly places: ReadonlyMap<string, readonly string[]>
  readonly actors: ReadonlyMap<string, readonly string[]>
  /** Words for kinds of places → the kinds: "town" → town, village, city. */
  readonly kindWords: ReadonlyMap<string, readonly string[]>
  /** Places by kind and spelling: `governorate raqqa`. */
  readonly kinds: ReadonlyMap<string, readonly string[]>
}

/** A chronology's bare name is a town before it is the district or province of that name. */
const KINDS = ['city', 'town', 'village', 'camp', 'quarter']

/** Prepares a lexicon's names; linear in its rows. */
export function readNames({ tables }: Lexicon): Names {
  const columns = ['name', 'also', 'en']
  return {
    places: indexNames(
      [...tables.places].sort((a, b) => rankKind(a) - rankKind(b)),
      columns,
    ),
    actors: indexNames(tables.actors, ['name', 'also', 'short', 'en']),
    kindWords: new Map(
      tables['place-words'].flatMap(row =>
        [row.id, ...listCell(row, 'forms')].map(form => [spell(form), listCell(row, 'kind')] as const),
      ),
    ),
    kinds: indexKinds(tables.places, columns),
  }
}

/** The one place that a name means, with or without a word for its kind: "the city of Raqqa", "the governorate of Raqqa". */
export function resolvePlace(name: string, { places, kindWords, kinds }: Names): string | null {
  const whole = resolveName(name, places)
  if (whole !== null) return whole
  const [word = '', ...rest] = spell(name).split(' ')
  const bare = rest.join(' ')
  const ids = new Set((kindWords.get(word) ?? []).flatMap(kind => kinds.get(`${kind} ${bare}`) ?? []))
  return ids.size === 1 ? ([...ids][0] as string) : null
}

function indexKinds(rows: readonly Row[], columns: readonly string[]): Map<string, string[]> {
  const kinds = new Map<string, string[]>()
  for (const row of rows) {
    for (const name of new Set(columns.flatMap(column => listCell(row, column)).map(spell))) {
      const key = `${row.cells.kind} ${name}`
      kinds.set(key, [...(kinds.get(key) ?? []), row.id])
    }
  }
  return kinds
}

/**
 * The one row that a name means; `null` where none or several do. "الرقة" is the city, because towns go before areas;
 * of two towns of one name neither is meant.
 */
export function resolveName(name: string, names: ReadonlyMap<string, readonly string[]>): string | null {
  const ids = names.get(spell(name)) ?? []
  return ids.length === 1 ? (ids[0] as string) : null
}

function rankKind({ cells }: Row): number {
  const rank = KINDS.indexOf(cells.kind ?? '')
  return rank < 0 ? KINDS.length : rank
}

/** A name's rows of the first kind that has any. Rows of one actor, `x` and `x:people`, are one. */
function indexNames(rows: readonly Row[], columns: readonly string[]): Map<string, string[]> {
  const names = new Map<string, { rank: number; ids: string[] }>()
  for (const row of rows) {
    const id = row.id.split(':')[0] as string
    const rank = rankKind(row)
    for (const name of new Set([row.id, ...columns.flatMap(column => listCell(row, column))].map(spell))) {
      const known = names.get(name)
      if (known === undefined) names.set(name, { rank, ids: [id] })
      else if (known.rank === rank && !known.ids.includes(id)) known.ids.push(id)
    }
  }
  return new Map([...names].map(([name, { ids }]) => [name, ids]))
}

function spell(name: string): string {
  return foldWord(name.trim().toLowerCase()).split(/\s+/).join(' ')
}
