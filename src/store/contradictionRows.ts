/** Contradictions into the tables of a record. */
import type { Contradiction } from '../record/relations.ts'
import type { Database } from './database.ts'

/** Keeps a contradiction of an event, by its number, or of a place; `day` is the last on which it is told of. */
export function writeContradiction(
  database: Database,
  contradiction: Contradiction,
  { event, day }: { event: number | null; day: string },
): void {
  database.run(
    'INSERT INTO contradictions (id, kind, event, place, is_open, day, contradiction) VALUES (?, ?, ?, ?, ?, ?, ?)',
    contradiction.id,
    contradiction.kind,
    event,
    contradiction.place,
    contradiction.resolved === null ? 1 : 0,
    day,
    JSON.stringify(contradiction),
  )
}
