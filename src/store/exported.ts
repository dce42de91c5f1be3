/** What an export walks through that no page shows whole: places that are held, passages of pairs, facts of events. */
import type { Result, Span } from '../model.ts'
import type { Fact } from '../record/facts.ts'
import type { Ground } from '../record/ground.ts'
import type { Reuse } from '../record/relations.ts'
import { type Database, type Listing, type Row, readPart } from './database.ts'
import { findEventNumber } from './events.ts'
import { ARTICLE_COLUMNS, type Condition, readArticleRow, readText } from './find.ts'
import { readArticleFacts } from './shelf.ts'
import type { ArticleRow, Page, Part } from './store.ts'

/** What pairs of articles are narrowed by; what is absent narrows nothing. */
export interface PairFilter {
  /** Of either article. */
  readonly outlet?: string | undefined
}

/** Two articles that share passages, with the words of each passage in the first and in the second. */
export interface Pair {
  readonly reuse: Reuse
  readonly articles: readonly [ArticleRow, ArticleRow]
  readonly texts: readonly (readonly [string, string])[]
}

/** What a record gives to exports. */
export interface ExportStore {
  /** What the record's writer knew of the world. */
  readGround(): Promise<Ground>
  /** The facts of each of some events; none where an id leads to none. */
  findEventFacts(ids: readonly string[]): Promise<readonly (readonly Fact[])[]>
  /** Ids of places of whose holders something is said; with `place` only it and those within it. */
  findHeldPlaces(place: string | undefined, part: Part): Promise<Result<Page<string>>>
  /** Pairs of articles that share passages. */
  findPairs(filter: PairFilter, part: Part): Promise<Result<Page<Pair>>>
}

/** What an open record gives to exports. */
export function openExports(database: Database, ground: () => Ground): ExportStore {
  return {
    readGround: async () => ground(),
    findEventFacts: async ids => findEventFacts(database, ids, ground()),
    findHeldPlaces: async (place, part) => findHeldPlaces(database, place, part),
    findPairs: async (filter, part) => findPairs(database, filter, part),
  }
}

/** Each article is read once, however many of the events it tells of: those of a page are near each other in time. */
function findEventFacts(database: Database, ids: readonly string[], ground: Ground): Fact[][] {
  const articles = new Map<number, ReadonlyMap<number, Fact>>()
  const read = (article: number) => {
    const known = articles.get(article)
    if (known !== undefined) return known
    const facts = readArticleFacts(database, article, ground)
    const byNumber = new Map(facts.map(({ n, fact }) => [n, fact]))
    articles.set(article, byNumber)
    return byNumber
  }
  return ids.map(id => {
    const rows = database.all(
      `SELECT c.n, c.article FROM event_claims AS x JOIN claims AS c ON c.n = x.claim WHERE x.event = ? ORDER BY c.n`,
      findEventNumber(database, id) ?? null,
    )
    return rows.flatMap(({ n, article }) => read(Number(article)).get(Number(n)) ?? [])
  })
}

function findHeldPlaces(database: Database, place: string | undefined, part: Part): Result<Page<string>> {
  const within = place === undefined ? [] : ['h.place IN (SELECT place FROM place_within WHERE area = ?)']
  const listing: Listing = {
    select: 'h.place',
    from: '(SELECT DISTINCT place FROM controls) AS h',
    where: { sql: within, values: place === undefined ? [] : [place] },
    order: ['h.place', 'h.place'],
  }
  const found = readPart(database, listing, part)
  if (!found.ok) return found
  return { ok: true, value: { ...found.value, items: found.value.items.map(row => String(row.place)) } }
}

function findPairs(database: Database, { outlet }: PairFilter, part: Part): Result<Page<Pair>> {
  const isOf = (side: string) => `(SELECT outlet FROM articles WHERE n = r.${side}) = ?`
  const conditions: Condition[] =
    outlet === undefined ? [] : [[`(${isOf('first')} OR ${isOf('second')})`, outlet, outlet]]
  const listing: Listing = {
    select: 'r.first, r.second, r.reuse',
    from: 'reuse AS r',
    where: { sql: conditions.map(([sql]) => sql), values: conditions.flatMap(([, ...values]) => values) },
    order: ['r.n', 'r.n'],
  }
  const found = readPart(database, listing, part)
  if (!found.ok) return found
  return { ok: true, value: { ...found.value, items: found.value.items.map(row => readPair(database, row)) } }
}

/** A row of `reuse` with its articles and the words of its passages. */
export function readPair(database: Database, { first, second, reuse }: Row): Pair {
  const numbers = [Number(first), Number(second)] as const
  const [one, two] = numbers.map(n => readText(database, n)) as [string, string]
  const kept = JSON.parse(String(reuse)) as Reuse
  const slice = (spans: readonly [Span, Span]) => [one.slice(...spans[0]), two.slice(...spans[1])] as const
  return {
    reuse: kept,
    articles: [readRow(database, numbers[0]), readRow(database, numbers[1])],
    texts: kept.passages.map(({ spans }) => slice(spans)),
  }
}

function readRow(database: Database, n: number): ArticleRow {
  const row = database.first(`SELECT ${ARTICLE_COLUMNS} FROM articles AS a WHERE a.n = ?`, n)
  if (row === undefined) throw new Error(`article ${n} of a pair is gone`)
  return readArticleRow(row)
}
