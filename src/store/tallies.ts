/** Tallies into the counts of a record, and out of them again. */
import type { Tally, TallyKind } from '../record/tallies.ts'
import type { Database } from './database.ts'

/** The table of each kind of tally: its keys and counts, in the order in which a tally has them. */
const TABLES: Readonly<
  Record<TallyKind, Readonly<Record<'keys' | 'counts', readonly string[]> & Record<'table', string>>>
> = {
  roots: { table: 'outlet_roots', keys: ['outlet', 'root'], counts: ['claims', 'articles'] },
  manners: {
    table: 'outlet_manners',
    keys: ['outlet', 'type', 'voice', 'modality', 'stance'],
    counts: ['claims'],
  },
  actors: { table: 'outlet_actors', keys: ['outlet', 'actor'], counts: ['events', 'others'] },
  wordings: {
    table: 'outlet_wordings',
    keys: ['outlet', 'actor', 'wording'],
    counts: ['events', 'others', 'voiced'],
  },
  spellings: { table: 'spellings', keys: ['actor', 'wording', 'text'], counts: ['times'] },
}

/** Who adds to the counts: an article or an event, by its number. */
export interface Owner {
  readonly owner: 'article' | 'event'
  readonly n: number
}

/** Adds what an article or an event counts, in place of what it had added before. */
export function writeTallies(database: Database, { owner, n }: Owner, tallies: readonly Tally[]): void {
  dropTallies(database, { owner, n })
  if (tallies.length === 0) return
  for (const tally of tallies) addTally(database, tally, 1)
  database.run('INSERT INTO tallied (owner, n, tallies) VALUES (?, ?, ?)', owner, n, JSON.stringify(tallies))
}

/** Takes what an article or an event has added back. */
export function dropTallies(database: Database, { owner, n }: Owner): void {
  const row = database.first('SELECT tallies FROM tallied WHERE owner = ? AND n = ?', owner, n)
  if (row === undefined) return
  for (const tally of JSON.parse(String(row.tallies)) as Tally[]) addTally(database, tally, -1)
  database.run('DELETE FROM tallied WHERE owner = ? AND n = ?', owner, n)
}

function addTally(database: Database, { of, keys, counts }: Tally, sign: 1 | -1): void {
  const { table, keys: names, counts: columns } = TABLES[of]
  const all = [...names, ...columns]
  const added = columns.map(column => `${column} = ${column} + excluded.${column}`)
  database.run(
    `INSERT INTO ${table} (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')}) ON CONFLICT DO UPDATE SET ${added.join(', ')}`,
    ...keys,
    ...counts.map(count => count * sign),
  )
  if (sign > 0) return
  const isNothing = columns.map(column => `${column} = 0`)
  const where = [...names.map(name => `${name} = ?`), ...isNothing].join(' AND ')
  database.run(`DELETE FROM ${table} WHERE ${where}`, ...keys)
}
