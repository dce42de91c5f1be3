/** What a record shows of outlets, one alone or two sides beside each other: the part of `Store` that pages of sources ask. */
import type { Result } from '../model.ts'
import type { Ground } from '../record/ground.ts'
import { type Compared, type ComparedList, compareSides } from './compared.ts'
import type { Database } from './database.ts'
import { findOutlet, type OutletPage } from './outlets.ts'
import type { Side } from './shelf.ts'
import type { Part } from './store.ts'

/** Two articles, by id, or two outlets. */
export interface Comparison {
  readonly of: 'articles' | 'outlets'
  readonly ids: readonly [string, string]
}

/** What a record shows of its outlets. */
export interface LensStore {
  /** True where the record has an article of that outlet. */
  hasOutlet(id: string): Promise<boolean>
  /** Undefined where the record has no article of that outlet. */
  findOutlet(id: string): Promise<OutletPage | undefined>
  /** Both ids must be those of articles, or of outlets, of the record. Problem `bad-page`. */
  compare(comparison: Comparison, list: ComparedList | undefined, part: Part): Promise<Result<Compared>>
}

/** What an open record shows of its outlets. */
export function openLenses(database: Database, ground: () => Ground): LensStore {
  return {
    hasOutlet: async id => database.first('SELECT 1 FROM articles WHERE outlet = ?', id) !== undefined,
    findOutlet: async id => findOutlet(database, id),
    compare: async ({ of, ids }, list, part) => {
      const [first, second] = ids.map(id =>
        of === 'outlets' ? { outlet: id } : readArticleSide(database, id),
      ) as [Side, Side]
      return compareSides(database, { sides: [first, second], list, part, ground: ground() })
    },
  }
}

function readArticleSide(database: Database, id: string): Side {
  return { article: Number(database.first('SELECT n FROM articles WHERE id = ?', id)?.n ?? 0) }
}
