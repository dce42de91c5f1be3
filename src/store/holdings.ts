/** Who held which place when, out of a record, according to whom. */
import type { SourceKind } from '../model.ts'
import { findAreas, type Ground } from '../record/ground.ts'
import { holdersAt, relateHolding, relateHoldings } from '../record/holdings/holdings.ts'
import type { Contradiction, Control, Holding, View } from '../record/relations.ts'
import { findControls } from './controlRows.ts'
import type { Database } from './database.ts'
import { readCell } from './find.ts'

/** What one root says of who held a place. */
export interface HoldingVoice {
  readonly key: string
  readonly text: string
  readonly kind: SourceKind | 'own'
  readonly actor: string | null
  readonly claims: number
  readonly holdings: readonly Holding[]
}

/** Who held a place: as a view has it, and as each root has it. */
export interface PlaceHoldings {
  readonly place: string
  readonly holdings: readonly Holding[]
  /** Most claims first; 60 at most, unless told otherwise. */
  readonly voices: readonly HoldingVoice[]
  readonly contradictions: readonly Contradiction[]
}

/** A page draws one ribbon a voice: more than this no eye compares. */
const MOST_VOICES = 60

/** True for the view that takes everyone's word: its holdings are kept. */
function isWhole(view: View): boolean {
  return Object.values(view).every(value => value === undefined || value === false)
}

/** Who held a place when; `undefined` where the gazetteer does not have it. */
export function findHoldings(
  database: Database,
  place: string,
  { view, ground, mostVoices = MOST_VOICES }: { view: View; ground: Ground; mostVoices?: number | undefined },
): PlaceHoldings | undefined {
  if (!ground.within.has(place)) return undefined
  const controls = findControls(database, findAreas(ground.within, place))
  return {
    place,
    holdings: isWhole(view)
      ? findKept(database, place, ground)
      : relateHolding(place, controls, { view, ground }),
    voices: findVoices(database, { place, controls, view, ground, mostVoices }),
    contradictions: database
      .all(
        'SELECT contradiction FROM contradictions WHERE place = ? AND event IS NULL ORDER BY day, n',
        place,
      )
      .map(({ contradiction }) => JSON.parse(String(contradiction)) as Contradiction),
  }
}

/** Who held a place, as everyone's word together has it; nothing where the gazetteer does not have it. */
export function findWholeHoldings(database: Database, place: string, ground: Ground): Holding[] {
  if (!ground.within.has(place)) return []
  return findKept(database, place, ground)
}

/** The holdings that are kept; a place of which nothing was said has those of what holds it. */
function findKept(database: Database, place: string, ground: Ground): Holding[] {
  const rows = database.all('SELECT holding FROM holdings WHERE place = ? ORDER BY ord', place)
  if (rows.length > 0) return rows.map(readHolding)
  const controls = findControls(database, findAreas(ground.within, place))
  return relateHolding(place, controls, { view: {}, ground })
}

function readHolding({ holding }: { readonly holding?: unknown }): Holding {
  return JSON.parse(String(holding)) as Holding
}

interface Ribbons {
  readonly place: string
  readonly controls: readonly Control[]
  readonly view: View
  readonly ground: Ground
  readonly mostVoices: number
}

function findVoices(
  database: Database,
  { place, controls, view, ground, mostVoices }: Ribbons,
): HoldingVoice[] {
  const roots = Map.groupBy(
    controls.filter(control => control.place === place),
    ({ root }) => root,
  )
  const most = [...roots].sort(([a, as], [b, bs]) => bs.length - as.length || (a < b ? -1 : 1))
  return most.slice(0, mostVoices).map(([key, own]) => {
    const said = controls.filter(({ root }) => root === key)
    const row = database.first(
      'SELECT root_text, root_kind, root_actor FROM claims WHERE root = ? ORDER BY n LIMIT 1',
      key,
    )
    return {
      key,
      text: readCell(row?.root_text) ?? key,
      kind: (readCell(row?.root_kind) ?? 'own') as HoldingVoice['kind'],
      actor: readCell(row?.root_actor),
      claims: new Set(own.map(({ claim }) => claim)).size,
      holdings: relateHolding(place, said, { view, ground }),
    }
  })
}

/** Holdings under the views that were asked for last, for as long as the record stays as it is. */
export interface ViewCache {
  /** Changes whenever the record does. */
  version: string
  readonly views: Map<string, readonly Holding[]>
}

/** Views kept at hand. */
const MOST_VIEWS = 8

/** Who holds what on a day, `YYYY-MM-DD`, by place. */
export function findHolders(
  database: Database,
  day: string,
  { view, ground, cache }: { view: View; ground: Ground; cache: ViewCache },
): Holding[] {
  if (isWhole(view))
    return database
      .all('SELECT holding FROM holdings WHERE to_day >= ? AND from_day <= ? ORDER BY place', day, day)
      .map(readHolding)
  const version = findVersion(database)
  if (cache.version !== version) cache.views.clear()
  cache.version = version
  const key = JSON.stringify(view)
  const known = cache.views.get(key) ?? relateView(database, view, ground)
  if (!cache.views.has(key) && cache.views.size >= MOST_VIEWS) cache.views.clear()
  cache.views.set(key, known)
  return [...holdersAt(known, day).values()]
}

/** Differs whenever anyone has written to the record: others change the first number, this connection the second. */
function findVersion(database: Database): string {
  const others = database.first('PRAGMA data_version')?.data_version
  return `${others} ${database.first('SELECT total_changes() AS own')?.own}`
}

function relateView(database: Database, view: View, ground: Ground): Holding[] {
  const controls = database
    .all('SELECT control FROM controls ORDER BY place, n')
    .map(({ control }) => JSON.parse(String(control)) as Control)
  return relateHoldings(controls, view, ground)
}
