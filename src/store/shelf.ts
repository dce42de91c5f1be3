/** The facts of a record's articles, read from its rows and kept at hand while many of the same are asked for. */
import type { Article, Claim } from '../model.ts'
import { type Block, eventBlocks } from '../record/events/blocks.ts'
import { type ArticleFact, type Fact, readArticleFact, readFact } from '../record/facts.ts'
import type { Ground } from '../record/ground.ts'
import type { Database, Row } from './database.ts'
import { readCell } from './find.ts'

/** A fact with the number of its claim, as events see it. */
export interface Shelved extends Block {
  readonly n: number
}

/** Facts by the numbers that the rows have. */
export interface Shelf {
  readonly ground: Ground
  /** The facts of one article; none where it is gone. */
  readonly read: (article: number) => readonly Shelved[]
  /** Reads these anew when they are next asked for. */
  readonly forget: (articles: Iterable<number>) => void
}

/** Facts kept at hand: some 3 kB each. */
const MOST = 60_000

/** Opens a shelf on a record. The articles that were not asked for longest give way. */
export function openShelf(database: Database, ground: Ground): Shelf {
  const kept = new Map<number, readonly Shelved[]>()
  let size = 0
  const forget = (article: number): void => {
    size -= kept.get(article)?.length ?? 0
    kept.delete(article)
  }
  return {
    ground,
    read: article => {
      const facts = kept.get(article) ?? shelve(readArticleFacts(database, article, ground), ground)
      forget(article)
      kept.set(article, facts)
      size += facts.length
      while (size > MOST && kept.size > 1) forget(kept.keys().next().value as number)
      return facts
    },
    forget: gone => {
      for (const article of gone) forget(article)
    },
  }
}

function shelve(rows: readonly NumberedFact[], ground: Ground): Shelved[] {
  const numbers = new Map(rows.map(({ n, fact }) => [fact, n]))
  const facts = rows.map(({ fact }) => fact)
  return eventBlocks(facts, ground).map(block => ({ ...block, n: numbers.get(block.scene.fact) as number }))
}

interface NumberedFact {
  readonly n: number
  readonly fact: Fact
}

const TOLD = 'a.id, a.name, a.outlet, a.published, a.published_from, a.credits'

/** A row of `TOLD` as the article of facts. */
function readTold(row: Row, ground: Ground): ArticleFact {
  const article = {
    id: String(row.id),
    name: String(row.name),
    outlet: readCell(row.outlet),
    published: readCell(row.published),
    publishedFrom: row.published_from as Article['publishedFrom'],
    credits: (JSON.parse(String(row.credits)) as string[]).map(text => ({ text })),
  }
  return readArticleFact(article, ground)
}

/** The facts of an article that count, each with the number of its claim. */
export function readArticleFacts(database: Database, article: number, ground: Ground): NumberedFact[] {
  const row = database.first(`SELECT ${TOLD} FROM articles AS a WHERE a.n = ?`, article)
  if (row === undefined) return []
  const told = readTold(row, ground)
  return database
    .all('SELECT n, claim FROM claims WHERE article = ? AND optional = 0 ORDER BY n', article)
    .map(({ n, claim }) => ({ n: Number(n), fact: readFact(JSON.parse(String(claim)) as Claim, told) }))
}

/** An article by its number, or an outlet by its id. */
export type Side = { readonly article: number } | { readonly outlet: string }

/** The facts of an article or an outlet in some events, by the number of the event; in any, where none are named. */
export function readSideFacts(
  database: Database,
  side: Side,
  { events, ground }: { readonly events?: readonly number[]; readonly ground: Ground },
): ReadonlyMap<number, Fact[]> {
  const isOf = 'outlet' in side ? 'a.outlet = ?' : 'a.n = ?'
  const isIn = events === undefined ? '1' : 'x.event IN (SELECT value FROM json_each(?))'
  const rows = database.all(
    `SELECT x.event, c.claim, ${TOLD} FROM event_claims AS x JOIN claims AS c ON c.n = x.claim
     JOIN articles AS a ON a.n = c.article
     WHERE ${isOf} AND ${isIn} ORDER BY c.n`,
    'outlet' in side ? side.outlet : side.article,
    ...(events === undefined ? [] : [JSON.stringify(events)]),
  )
  const groups = Map.groupBy(rows, ({ event }) => Number(event))
  const read = (row: Row) => readFact(JSON.parse(String(row.claim)) as Claim, readTold(row, ground))
  return new Map([...groups].map(([event, own]) => [event, own.map(read)]))
}
