/** What a record does with the relations between its articles: the part of `Store` that is about events, holdings and reuse. */
import type { Family, Result } from '../model.ts'
import type { Ground } from '../record/ground.ts'
import type { Dating, Holding, View } from '../record/relations.ts'
import { type ContradictionFilter, type ContradictionRow, findContradictions } from './contradictions.ts'
import type { Database } from './database.ts'
import { findDating } from './dates.ts'
import { type EventFilter, type EventPage, type EventRow, findEvent, findEvents } from './events.ts'
import { attempt } from './faults.ts'
import { readGround } from './ground.ts'
import { findHolders, findHoldings, type PlaceHoldings, type ViewCache } from './holdings.ts'
import { findLoose, type Loose, relateRecord } from './relate.ts'
import {
  type ArticleReuse,
  type DayCount,
  findDayCounts,
  findPoints,
  findReuse,
  type PlacePoint,
} from './reused.ts'
import type { Page, Part } from './store.ts'
import { inTransaction, removeArticle } from './write.ts'

/** What a record does with relations. Lists and pages show what was related last; `findLoose` says what is not yet in them. */
export interface RelationStore {
  /**
   * Relates what came and went since it was last done; `tell` hears what is left after each step. Needs the writer's lock. May be
   * stopped at any moment: what is left is still noted. Problems: those of `add`.
   */
  relate(tell?: (left: Loose) => void): Promise<Result<Loose>>
  findLoose(): Promise<Loose>
  /** Takes an article, its original and all that rests on it away. Needs the writer's lock. Problem `not-found`. */
  remove(id: string): Promise<Result<void>>
  /** Events, the latest first. */
  findEvents(filter: EventFilter, part: Part): Promise<Result<Page<EventRow>>>
  /** Undefined where the id is not that of an event, nor one that an event ever had. */
  findEvent(id: string): Promise<EventPage | undefined>
  /** Contradictions, the newest first. */
  findContradictions(filter: ContradictionFilter, part: Part): Promise<Result<Page<ContradictionRow>>>
  /** Who held a place when; undefined where the gazetteer has no place of that id. Sixty voices unless told otherwise. */
  findHoldings(place: string, view: View, mostVoices?: number): Promise<PlaceHoldings | undefined>
  /** Who holds what on a day, `YYYY-MM-DD`, one holding for each place of which something is known. */
  findHolders(day: string, view: View): Promise<readonly Holding[]>
  /** Why an article that does not state its date is of which days; `null` where it states it, or is not dated yet. */
  findDating(id: string): Promise<Dating | null>
  /** What an article shares with others; undefined where the record has none of that id. */
  findReuse(id: string): Promise<readonly ArticleReuse[] | undefined>
  /** How many claims that count speak of each day, of one family or of all. */
  findDayCounts(family: Family | undefined): Promise<readonly DayCount[]>
  /** Where places lie, by id; those without a row are left out. */
  findPoints(ids: ReadonlySet<string>): Promise<Readonly<Record<string, PlacePoint>>>
}

/** The relations of an open record. `forget` takes the original of an article away. */
export function openRelations(
  database: Database,
  { path, ground, forget }: { path: string; ground: () => Ground; forget: (id: string) => void },
): RelationStore {
  const cache: ViewCache = { version: '', views: new Map() }
  return {
    relate: (tell = () => undefined) => attempt(path, () => relateAll(database, tell)),
    findLoose: async () => findLoose(database),
    remove: async id => {
      const removed = await attempt(path, () => inTransaction(database, () => removeArticle(database, id)))
      if (!removed.ok) return removed
      if (!removed.value) return { ok: false, problem: { code: 'not-found', where: id, values: {} } }
      return attempt(path, () => forget(id))
    },
    findEvents: async (filter, part) => findEvents(database, filter, part),
    findEvent: async id => findEvent(database, id, ground()),
    findContradictions: async (filter, part) => findContradictions(database, filter, part),
    findHoldings: async (place, view, mostVoices) =>
      findHoldings(database, place, { view, ground: ground(), mostVoices }),
    findHolders: async (day, view) => findHolders(database, day, { view, ground: ground(), cache }),
    findDating: async id => findDating(database, id),
    findReuse: async id => findReuse(database, id),
    findDayCounts: async family => findDayCounts(database, family),
    findPoints: async ids => findPoints(database, ids),
  }
}

/** The ground, read again when the record was written with another lexicon. */
export function keepGround(database: Database): () => Ground {
  let kept: { readonly lexicon: unknown; readonly ground: Ground } | undefined
  return () => {
    const lexicon = database.first(`SELECT value FROM facts WHERE key = 'lexicon'`)?.value
    kept = kept?.lexicon === lexicon && kept !== undefined ? kept : { lexicon, ground: readGround(database) }
    return kept.ground
  }
}

/** Between two transactions whoever else waits for this thread has a turn. */
async function relateAll(database: Database, tell: (left: Loose) => void): Promise<Loose> {
  let left = findLoose(database)
  for (left of relateRecord(database)) {
    tell(left)
    await new Promise(resolve => setImmediate(resolve))
  }
  return left
}
