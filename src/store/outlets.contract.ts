/** What a record counts for the pages of outlets, as its tables have it and as its articles have it; for tests. */
import type { Reading } from '../model.ts'
import { readFacts } from '../record/facts.ts'
import { tallyArticle } from '../record/manners.ts'
import { tallyNaming } from '../record/naming.ts'
import type { Relations } from '../record/record.ts'
import { readNews } from '../record/silence.ts'
import { sumTallies, type TallyKind } from '../record/tallies.ts'
import type { Database } from './database.ts'
import { MADE_GROUND } from './made.contract.ts'

const TABLES: Readonly<Record<TallyKind, string>> = {
  roots: 'outlet_roots',
  manners: 'outlet_manners',
  actors: 'outlet_actors',
  wordings: 'outlet_wordings',
  spellings: 'spellings',
}

/** The counts in a record, as lines. */
export function readCounts(database: Database): string[] {
  const told = Object.entries(TABLES).flatMap(([kind, table]) =>
    database.all(`SELECT * FROM ${table}`).map(row => [kind, ...Object.values(row)].join(' ')),
  )
  const events = database.all(
    `SELECT e.id, x.outlet, x.claims FROM event_outlets AS x JOIN events AS e ON e.n = x.event`,
  )
  const news = database.all(
    'SELECT e.id, n.area, n.first, n.last FROM news AS n JOIN events AS e ON e.n = n.event',
  )
  const copies = database.all('SELECT outlet, other, side, kind, pairs FROM outlet_copies WHERE pairs > 0')
  const rows = [...events, ...news, ...copies].map(row => Object.values(row).join(' '))
  return [...told, ...rows].sort()
}

/** The counts that a record of these readings must have. */
export function expectCounts(readings: readonly Reading[], { events, reuse }: Relations): string[] {
  const facts = readings.map(reading => readFacts(reading, MADE_GROUND))
  const byKey = new Map(facts.flat().map(fact => [fact.key, fact]))
  const told = events.map(event => ({ event, own: event.claims.flatMap(key => byKey.get(key) ?? []) }))
  const tallies = sumTallies([...facts.flatMap(tallyArticle), ...told.flatMap(({ own }) => tallyNaming(own))])
  const outlets = told.flatMap(({ event, own }) =>
    [...Map.groupBy(own, ({ article }) => article.outlet)].flatMap(([outlet, claims]) =>
      outlet === null ? [] : [[event.id, outlet, claims.length].join(' ')],
    ),
  )
  const news = events.flatMap(event => {
    const read = readNews(event, MADE_GROUND)
    return read === null ? [] : [[event.id, read.area, read.first, read.last].join(' ')]
  })
  return [
    ...tallies.map(({ of, keys, counts }) => [of, ...keys, ...counts].join(' ')),
    ...outlets,
    ...news,
    ...countCopies(readings, reuse),
  ].sort()
}

function countCopies(readings: readonly Reading[], reuse: Relations['reuse']): string[] {
  const outletOf = new Map(readings.map(({ article }) => [article.id, article.outlet]))
  const sides = reuse.flatMap(({ articles, kind, direction }) => {
    const [first, second] = articles.map(id => outletOf.get(id) ?? null)
    if (!first || !second || first === second) return []
    const [to, from] = direction === null ? ['either', 'either'] : ['to', 'from']
    return [[first, second, to, kind].join(' '), [second, first, from, kind].join(' ')]
  })
  return [...Map.groupBy(sides, side => side)].map(([side, own]) => `${side} ${own.length}`)
}
