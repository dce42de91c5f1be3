/** Later chronologies in a record: kept beside its articles, in none of its counts. */
import type { Edtf, Result } from '../model.ts'
import { dayNumber, findDays, writeDay } from '../record/days.ts'
import type { Ground } from '../record/ground.ts'
import { compareReferences } from '../record/reference/compare.ts'
import type { Difference, Event, Holding, Reference } from '../record/relations.ts'
import { type Database, type Listing, readPart } from './database.ts'
import { FIRST_DAY, LAST_DAY } from './entry.ts'
import { findEventNumber } from './events.ts'
import { attempt } from './faults.ts'
import type { Condition } from './find.ts'
import { findWholeHoldings } from './holdings.ts'
import type { Page, Part } from './store.ts'
import { inTransaction } from './write.ts'

/** What references are narrowed by; what is absent narrows nothing. Days are included. */
export interface ReferenceFilter {
  /** The name of a chronology's file. */
  readonly chronology?: string | undefined
  /** Places within it count. */
  readonly place?: string | undefined
  /** Id of an event: what is said of its places, or of what holds them, within three days of it. */
  readonly event?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** An entry of a chronology, and how the record's holdings stand to it: `null` where it names no place or no actor. */
export interface ReferenceRow extends Reference {
  readonly difference: Difference | null
}

/** A chronology with what it holds. */
export interface ChronologyRow {
  readonly chronology: string
  readonly entries: number
  /** Entries whose place the lexicon does not know. */
  readonly placeless: number
  readonly first: string | null
  readonly last: string | null
}

/** What a record does with later chronologies. */
export interface ReferenceStore {
  /** Keeps the entries of a chronology in the place of those that it had by that name. Needs the writer's lock. */
  addReferences(chronology: string, references: readonly Reference[]): Promise<Result<void>>
  /** Takes a chronology away. Needs the writer's lock. Problem `not-found`. */
  removeReferences(chronology: string): Promise<Result<void>>
  /** Chronologies by name. */
  findChronologies(): Promise<readonly ChronologyRow[]>
  /** References, the latest first; differences are those from everyone's word together. */
  findReferences(filter: ReferenceFilter, part: Part): Promise<Result<Page<ReferenceRow>>>
  /** What chronologies say of one place and nothing within it, the earliest first, beside holdings of it under any view. */
  compareReferences(place: string, holdings: readonly Holding[]): Promise<readonly ReferenceRow[]>
}

/** The later chronologies of an open record. */
export function openReferences(
  database: Database,
  { path, ground }: { path: string; ground: () => Ground },
): ReferenceStore {
  return {
    addReferences: (chronology, references) =>
      attempt(path, () => inTransaction(database, () => writeReferences(database, chronology, references))),
    removeReferences: async chronology => {
      const isThere = database.first('SELECT 1 FROM chronology WHERE file = ?', chronology) !== undefined
      if (!isThere) return { ok: false, problem: { code: 'not-found', where: chronology, values: {} } }
      return attempt(path, () => inTransaction(database, () => writeReferences(database, chronology, [])))
    },
    findChronologies: async () => findChronologies(database),
    findReferences: async (filter, part) => findReferences(database, filter, { part, ground: ground() }),
    compareReferences: async (place, holdings) =>
      database
        .all('SELECT entry FROM chronology WHERE place = ? ORDER BY from_day, n', place)
        .map(row => compare(readEntry(row), holdings, ground())),
  }
}

function writeReferences(database: Database, chronology: string, references: readonly Reference[]): void {
  database.run('DELETE FROM chronology WHERE file = ?', chronology)
  for (const reference of references) {
    const { from, to } = findDays(reference.date)
    database.run(
      'INSERT INTO chronology (id, file, place, from_day, to_day, entry) VALUES (?, ?, ?, ?, ?, ?)',
      reference.id,
      chronology,
      reference.place,
      from ?? FIRST_DAY,
      to ?? LAST_DAY,
      JSON.stringify(reference),
    )
  }
}

function findChronologies(database: Database): ChronologyRow[] {
  const rows = database.all(
    `SELECT file, COUNT(*) AS entries, SUM(place IS NULL) AS placeless, MIN(from_day) AS first, MAX(to_day) AS last
     FROM chronology GROUP BY file ORDER BY file`,
  )
  return rows.map(({ file, entries, placeless, first, last }) => ({
    chronology: String(file),
    entries: Number(entries),
    placeless: Number(placeless),
    first: String(first),
    last: String(last),
  }))
}

function findReferences(
  database: Database,
  filter: ReferenceFilter,
  { part, ground }: { part: Part; ground: Ground },
): Result<Page<ReferenceRow>> {
  const conditions = listConditions(database, filter)
  const listing: Listing = {
    select: 'r.entry',
    from: 'chronology AS r',
    where: { sql: conditions.map(([sql]) => sql), values: conditions.flatMap(([, ...values]) => values) },
    order: ['r.from_day', 'r.n'],
  }
  const found = readPart(database, listing, part)
  if (!found.ok) return found
  const items = found.value.items.map(row => {
    const reference = readEntry(row)
    const { place } = reference
    return compare(reference, place === null ? [] : findWholeHoldings(database, place, ground), ground)
  })
  return { ok: true, value: { ...found.value, items } }
}

function listConditions(
  database: Database,
  { chronology, place, event, from, to }: ReferenceFilter,
): Condition[] {
  const within = 'r.place IN (SELECT place FROM place_within WHERE area = ?)'
  const first = findDays(from ?? null).from
  const last = findDays(to ?? null).to
  return [
    ...(chronology === undefined ? [] : [['r.file = ?', chronology] as const]),
    ...(place === undefined ? [] : [[within, place] as const]),
    ...(event === undefined ? [] : eventConditions(database, event)),
    ...(first === null ? [] : [['r.to_day >= ?', first] as const]),
    ...(last === null ? [] : [['r.from_day <= ?', last] as const]),
  ]
}

/** Days by which a chronology and an event may differ and still be looked at side by side. */
const NEAR = 3

function eventConditions(database: Database, id: string): Condition[] {
  const n = findEventNumber(database, id)
  const row = n === undefined ? undefined : database.first('SELECT event FROM events WHERE n = ?', n)
  const event = row === undefined ? undefined : (JSON.parse(String(row.event)) as Event)
  const days = event === undefined ? undefined : widenDays(event.time)
  if (event === undefined || days === undefined) return [['0']]
  return [
    [
      `r.place IN (SELECT area FROM place_within WHERE place IN (SELECT value FROM json_each(?)))`,
      JSON.stringify(event.places),
    ],
    ['r.to_day >= ?', days[0]],
    ['r.from_day <= ?', days[1]],
  ]
}

/** Of a time that has one end only, that end. */
function widenDays(time: Edtf | null): readonly [string, string] | undefined {
  const { from, to } = findDays(time)
  const [first, last] = [from ?? to, to ?? from]
  if (first === null || last === null) return undefined
  return [writeDay(dayNumber(first) - NEAR), writeDay(dayNumber(last) + NEAR)]
}

function compare(reference: Reference, holdings: readonly Holding[], ground: Ground): ReferenceRow {
  return { ...reference, difference: compareReferences([reference], holdings, ground)[0] ?? null }
}

function readEntry({ entry }: { readonly entry?: unknown }): Reference {
  return JSON.parse(String(entry)) as Reference
}
