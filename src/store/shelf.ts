/** The facts of a record's articles, read from its rows and kept at hand while many of the same are asked for. */
import type { Article, Claim } from '../model.ts'
import { type ArticleFact, type Fact, readArticleFact, readFact } from '../record/facts.ts'
import type { Ground } from '../record/ground.ts'
import type { Database, Row } from './database.ts'
import { readCell } from './find.ts'

/** Facts by the numbers that the rows have. */
export interface Shelf {
  readonly ground: Ground
  /** The facts of one article, in the order of its claims; none where it is gone. */
  readonly read: (article: number) => readonly Fact[]
  /** The number of the claim of that key. Throws where its article was not read: the caller has the fact from here. */
  readonly numberOf: (key: string) => number
  /** The number of an article that was read, by its id. */
  readonly articleOf: (id: string) => number
  /** Reads these anew when they are next asked for. */
  readonly forget: (articles: Iterable<number>) => void
}

/** Articles kept at hand: some 30 kB each. */
const MOST = 4000

/** Opens a shelf on a record. */
export function openShelf(database: Database, ground: Ground): Shelf {
  const kept = new Map<number, readonly Fact[]>()
  const claims = new Map<string, number>()
  const articles = new Map<string, number>()
  const numberIn = (numbers: ReadonlyMap<string, number>, key: string): number => {
    const n = numbers.get(key)
    if (n === undefined) throw new Error(`${key} was not read from this shelf`)
    return n
  }
  return {
    ground,
    read: article => {
      const known = kept.get(article)
      if (known !== undefined) return known
      if (kept.size >= MOST) for (const held of [kept, claims, articles]) held.clear()
      const rows = readArticleFacts(database, article, ground)
      for (const { n, fact } of rows) claims.set(fact.key, n)
      const [first] = rows
      if (first !== undefined) articles.set(first.fact.article.id, article)
      const facts = rows.map(({ fact }) => fact)
      kept.set(article, facts)
      return facts
    },
    numberOf: key => numberIn(claims, key),
    articleOf: id => numberIn(articles, id),
    forget: gone => {
      for (const article of gone) kept.delete(article)
    },
  }
}

interface NumberedFact {
  readonly n: number
  readonly fact: Fact
}

const TOLD = `a.id, a.name, a.outlet, coalesce(a.published, d.published) AS published,
  CASE WHEN a.published IS NULL AND d.published IS NOT NULL THEN 'inferred' ELSE a.published_from END AS published_from, a.credits`

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
  const row = database.first(
    `SELECT ${TOLD} FROM articles AS a LEFT JOIN datings AS d ON d.article = a.n WHERE a.n = ?`,
    article,
  )
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
     JOIN articles AS a ON a.n = c.article LEFT JOIN datings AS d ON d.article = a.n
     WHERE ${isOf} AND ${isIn} ORDER BY c.n`,
    'outlet' in side ? side.outlet : side.article,
    ...(events === undefined ? [] : [JSON.stringify(events)]),
  )
  const groups = Map.groupBy(rows, ({ event }) => Number(event))
  const read = (row: Row) => readFact(JSON.parse(String(row.claim)) as Claim, readTold(row, ground))
  return new Map([...groups].map(([event, own]) => [event, own.map(read)]))
}
