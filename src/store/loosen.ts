/**
 * What rests on an article is let go in the transaction that takes its reading away: its own rows at once, and for all that
 * it had a say in a note that it is to be related again.
 */
import type { Database } from './database.ts'
import { dropEvent, noteBlocks } from './eventRows.ts'
import { loosenReuse } from './reuseRows.ts'
import { dropTallies } from './tallies.ts'
import { dropTold } from './told.ts'

const CLAIMS = 'SELECT n FROM claims WHERE article = ?'

/** Lets go of everything that rests on the reading of article `n`, which is still there. */
export function loosenArticle(database: Database, n: number): void {
  loosenBlocks(database, n)
  loosenControls(database, n)
  loosenEvents(database, n)
  loosenReuse(database, n)
  dropTallies(database, { owner: 'article', n })
  dropTold(database, n)
  for (const table of ['unrelated', 'datings']) database.run(`DELETE FROM ${table} WHERE article = ?`, n)
}

/** The events of an article's claims, and of those near them, are to be related again. */
export function loosenBlocks(database: Database, n: number): void {
  noteBlocks(database, n)
  database.run(`DELETE FROM event_blocks WHERE claim IN (${CLAIMS})`, n)
}

/** What an article says of who holds places is unsaid. */
export function loosenControls(database: Database, n: number): void {
  database.run(
    `INSERT OR IGNORE INTO loose_places (place) SELECT place FROM controls WHERE claim IN (${CLAIMS})`,
    n,
  )
  database.run(`DELETE FROM controls WHERE claim IN (${CLAIMS})`, n)
}

/** Its claims are in no event any more; an event that has no other is gone. */
function loosenEvents(database: Database, n: number): void {
  const events = database.all(`SELECT DISTINCT event FROM event_claims WHERE claim IN (${CLAIMS})`, n)
  database.run(`DELETE FROM event_claims WHERE claim IN (${CLAIMS})`, n)
  for (const { event } of events) {
    const left = database.first('SELECT 1 FROM event_claims WHERE event = ? LIMIT 1', Number(event))
    if (left === undefined) dropEvent(database, Number(event))
  }
}
