/** The page of an outlet out of a record: whom it relies on, how it says things, what it calls whom, of what it is silent, copies. */
import { ALL_OUTLETS, compareManners, type Manner, type MannerRate } from '../record/manners.ts'
import { type Naming, readNaming } from '../record/naming.ts'
import { findRate, type Rate } from '../record/rates.ts'
import type { ReuseKind } from '../record/relations.ts'
import type { Root } from '../record/roots.ts'
import { type Database, type Row, readPart } from './database.ts'
import { readCell } from './find.ts'
import { outletListing, readOutletRow } from './lists.ts'
import { findSilences, type OutletSilence } from './silences.ts'
import type { OutletRow } from './store.ts'

/** A root that an outlet's claims rest on; `share` is of all its claims. */
export interface OutletRoot extends Root {
  readonly claims: number
  readonly articles: number
  readonly share: Rate
}

/** What an outlet calls an actor in events that others tell too. */
export interface OutletNaming {
  readonly actor: string
  /** Events in which it and others name the actor, and how often others do. */
  readonly events: number
  readonly others: number
  /** Most used by the outlet first, then most used by the others; eight at most. */
  readonly wordings: readonly Naming[]
}

/** Passages that an outlet shares with another. */
export interface OutletCopies {
  readonly other: string
  /** `from`: it took from the other; `to`: the other took from it; `either`: nothing says who took. */
  readonly side: 'from' | 'to' | 'either'
  readonly kind: ReuseKind
  readonly pairs: number
}

/** Everything of one outlet. It describes what the outlet wrote in this record. No outlet is scored for truth. */
export interface OutletPage {
  readonly outlet: OutletRow & {
    readonly kind: string
    /** Articles that do not say when they were published. */
    readonly undated: number
    /** Other outlets of its publisher. */
    readonly siblings: readonly string[]
  }
  /** Thirty at most, the most claims first; `rest` is what they leave. */
  readonly roots: readonly OutletRoot[]
  readonly rest: { readonly roots: number; readonly claims: number }
  readonly manners: readonly MannerRate[]
  readonly naming: readonly OutletNaming[]
  readonly silences: readonly OutletSilence[]
  readonly copies: readonly OutletCopies[]
}

const MOST_ROOTS = 30
const MOST_ACTORS = 12
const MOST_WORDINGS = 8
const MOST_COPIES = 60

/** The page of an outlet; undefined where the record has no article of it. */
export function findOutlet(database: Database, id: string): OutletPage | undefined {
  const listing = outletListing({ sql: ['t.outlet = ?'], values: [id] })
  const found = readPart(database, listing, { limit: 1 })
  const row = found.ok ? found.value.items[0] : undefined
  if (row === undefined) return undefined
  const manners = listManners(database, id)
  const claims = manners.reduce((sum, one) => sum + one.claims, 0)
  return {
    outlet: describe(database, row),
    ...listRoots(database, id, claims),
    manners: compareManners(
      manners,
      database.steady('manners', () => listManners(database, ALL_OUTLETS)),
    ),
    naming: listNaming(database, id),
    silences: findSilences(database, id),
    copies: listCopies(database, id),
  }
}

function describe(database: Database, row: Row): OutletPage['outlet'] {
  const outlet = readOutletRow(row)
  const undated = database.first(
    `SELECT COUNT(*) AS n FROM articles WHERE outlet = ? AND (published IS NULL OR published_from = 'inferred')`,
    outlet.id,
  )
  const siblings = database.all(
    `SELECT id FROM names WHERE list = 'outlets' AND family = ? AND id <> ? ORDER BY id`,
    outlet.family,
    outlet.id,
  )
  return {
    ...outlet,
    kind: readCell(row.kind) ?? '',
    undated: Number(undated?.n ?? 0),
    siblings: siblings.map(({ id }) => String(id)),
  }
}

function listRoots(database: Database, outlet: string, all: number): Pick<OutletPage, 'roots' | 'rest'> {
  const rows = database.all(
    'SELECT root, claims, articles FROM outlet_roots WHERE outlet = ? ORDER BY claims DESC, root LIMIT ?',
    outlet,
    MOST_ROOTS,
  )
  const roots = rows.map(({ root, claims, articles }): OutletRoot => {
    const words = database.first(
      'SELECT root_text, root_kind, root_actor FROM claims WHERE root = ? AND optional = 0 LIMIT 1',
      String(root),
    )
    return {
      key: String(root),
      text: String(words?.root_text ?? ''),
      kind: words?.root_kind as Root['kind'],
      actor: readCell(words?.root_actor),
      claims: Number(claims),
      articles: Number(articles),
      share: findRate(Number(claims), all),
    }
  })
  const count = Number(
    database.first('SELECT COUNT(*) AS n FROM outlet_roots WHERE outlet = ?', outlet)?.n ?? 0,
  )
  const shown = roots.reduce((sum, { claims }) => sum + claims, 0)
  return { roots, rest: { roots: count - roots.length, claims: all - shown } }
}

function listManners(database: Database, outlet: string): Manner[] {
  const rows = database.all(
    'SELECT type, voice, modality, stance, claims FROM outlet_manners WHERE outlet = ?',
    outlet,
  )
  return rows.map(row => ({ ...row, claims: Number(row.claims) }) as Manner)
}

function listNaming(database: Database, outlet: string): OutletNaming[] {
  const actors = database.all(
    'SELECT actor, events, others FROM outlet_actors WHERE outlet = ? ORDER BY events DESC, actor LIMIT ?',
    outlet,
    MOST_ACTORS,
  )
  return actors.map(row => {
    const [actor, events, others] = [String(row.actor), Number(row.events), Number(row.others)]
    const wordings = database.all(
      `SELECT wording, events, others, voiced FROM outlet_wordings WHERE outlet = ? AND actor = ?
       ORDER BY events DESC, others DESC, wording LIMIT ?`,
      outlet,
      actor,
      MOST_WORDINGS,
    )
    const read = wordings.map(one => {
      const wording = findSpelling(database, actor, String(one.wording))
      const counts = { events: Number(one.events), others: Number(one.others), voiced: Number(one.voiced) }
      return readNaming({ wording, ...counts }, { events, others })
    })
    return { actor, events, others, wordings: read }
  })
}

/** A wording as it is most often written, the first in order of letters where two are as frequent. */
function findSpelling(database: Database, actor: string, wording: string): string {
  const row = database.first(
    'SELECT text FROM spellings WHERE actor = ? AND wording = ? ORDER BY times DESC, text LIMIT 1',
    actor,
    wording,
  )
  return String(row?.text ?? wording)
}

function listCopies(database: Database, outlet: string): OutletCopies[] {
  const rows = database.all(
    `SELECT other, side, kind, pairs FROM outlet_copies WHERE outlet = ? AND pairs > 0
     ORDER BY SUM(pairs) OVER (PARTITION BY other) DESC, other, pairs DESC, side, kind LIMIT ?`,
    outlet,
    MOST_COPIES,
  )
  return rows.map(row => ({ ...row, pairs: Number(row.pairs) }) as OutletCopies)
}
