/** What an event adds to the pages of the outlets that tell it, and of those that do not. */
import type { Fact } from '../record/facts.ts'
import type { Ground } from '../record/ground.ts'
import { tallyNaming } from '../record/naming.ts'
import type { Event } from '../record/relations.ts'
import { readNews } from '../record/silence.ts'
import type { Database } from './database.ts'
import { dropTallies, writeTallies } from './tallies.ts'

/** An event in its row, with the facts of its claims. */
export interface PlacedEvent {
  readonly event: Event
  readonly n: number
  readonly day: string
  readonly facts: readonly Fact[]
}

/** Keeps which outlets tell an event, whether it is news that others may be silent of, and what they call whom in it. */
export function writeEventOutlets(
  database: Database,
  { event, n, day, facts }: PlacedEvent,
  ground: Pick<Ground, 'within' | 'placeKinds'>,
): void {
  for (const [outlet, told] of Map.groupBy(facts, ({ article }) => article.outlet)) {
    if (outlet === null) continue
    database.run(
      'INSERT INTO event_outlets (outlet, day, event, claims) VALUES (?, ?, ?, ?)',
      outlet,
      day,
      n,
      told.length,
    )
  }
  writeTallies(database, { owner: 'event', n }, tallyNaming(facts))
  const news = readNews(event, ground)
  if (news === null) return
  const { area, first, last } = news
  database.run(
    'INSERT INTO news (event, family, area, first, last) VALUES (?, ?, ?, ?, ?)',
    n,
    event.family,
    area,
    first,
    last,
  )
}

/** Takes all that an event has added away. */
export function dropEventOutlets(database: Database, n: number): void {
  dropTallies(database, { owner: 'event', n })
  for (const table of ['event_outlets', 'news']) database.run(`DELETE FROM ${table} WHERE event = ?`, n)
}
