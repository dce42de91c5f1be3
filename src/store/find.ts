/** Articles and claims of a record, narrowed by a filter. */
import type { Claim, Family, Result } from '../model.ts'
import { findDays } from '../record/days.ts'
import { sourceKey } from '../record/roots.ts'
import type { Database, Listing, Row, Value, Where } from './database.ts'
import { readPart } from './database.ts'
import { FIRST_DAY, LAST_DAY, unpackReading } from './entry.ts'
import type { ArticleHit, ArticleRow, ClaimHit, Filter, KeptArticle, Page, Part, Snippet } from './store.ts'
import { cutSnippet, findWordHits, readWords, type Words } from './words.ts'

/** The columns of an article in a list; `a` is `articles`. */
export const ARTICLE_COLUMNS = `a.n, a.id, a.name, a.outlet, a.url, a.title, a.published, a.published_from, a.credits,
  a.characters, a.claims, a.places, a.body_start, a.body_end`

const CONTEXT = 120

/** A condition with its value; several values where the condition has several. */
export type Condition = readonly [sql: string, ...values: Value[]]

/** How a list is asked for: all that fit are sought and sorted, or rows are walked in its order until enough fit. */
export type Way = 'sought' | 'walked'

/** Claims, and articles with claims, that name a place or an actor, or are an outlet's; each has one value. */
const MEMBERS = {
  sought: {
    place:
      'c.n IN (SELECT p.claim FROM place_within AS w JOIN claim_places AS p ON p.place = w.place WHERE w.area = ?)',
    actor: 'c.n IN (SELECT claim FROM claim_actors WHERE actor = ?)',
    outlet: 'c.article IN (SELECT n FROM articles WHERE outlet = ?)',
    articlePlace: 'a.n IN (SELECT article FROM article_places WHERE place = ?)',
    articleActor: 'a.n IN (SELECT article FROM article_actors WHERE actor = ?)',
  },
  walked: {
    place: `EXISTS (SELECT 1 FROM claim_places AS p JOIN place_within AS w ON w.place = p.place
      WHERE w.area = ? AND p.claim = c.n)`,
    actor: 'EXISTS (SELECT 1 FROM claim_actors AS t WHERE t.actor = ? AND t.claim = c.n)',
    outlet: 'a.outlet = ?',
    articlePlace: 'EXISTS (SELECT 1 FROM article_places AS p WHERE p.place = ? AND p.article = a.n)',
    articleActor: 'EXISTS (SELECT 1 FROM article_actors AS p WHERE p.actor = ? AND p.article = a.n)',
  },
} as const

/** The articles that a filter leaves, newest first, each with the words that matched. */
export function findArticles(database: Database, filter: Filter, part: Part): Result<Page<ArticleHit>> {
  const words = readWords(filter.q ?? '')
  const listing: Listing = {
    select: ARTICLE_COLUMNS,
    from: 'articles AS a',
    where: joinConditions(articleConditions(filter, words.match, 'sought')),
    walked: joinConditions(articleConditions(filter, words.match, 'walked')),
    order: ['a.day', 'a.n'],
  }
  const found = readPart(database, listing, part)
  if (!found.ok) return found
  const items = found.value.items.map(row => ({
    ...readArticleRow(row),
    snippet: words.match === '' ? null : cutArticle(database, row, words),
  }))
  return { ok: true, value: { ...found.value, items } }
}

function articleConditions(filter: Filter, match: string, way: Way): Condition[] {
  return [
    ...when('a.n IN (SELECT rowid FROM article_words WHERE article_words MATCH ?)', match),
    ...when(MEMBERS[way].articlePlace, filter.place),
    ...when(MEMBERS[way].articleActor, filter.actor),
    ...when('a.n IN (SELECT article FROM claims WHERE type = ? AND optional = 0)', filter.type),
    ...when('a.n IN (SELECT article FROM claims WHERE family = ? AND optional = 0)', filter.family),
    ...sourceConditions(filter.source).map(
      ([sql, ...values]) =>
        [`a.n IN (SELECT article FROM claims AS c WHERE c.optional = 0 AND ${sql})`, ...values] as const,
    ),
    ...when('a.outlet = ?', filter.outlet),
    ...when('a.id = ?', filter.article),
    ...dayConditions(filter, 'a'),
  ]
}

function cutArticle(database: Database, row: Row, words: Words): Snippet {
  const text = readText(database, Number(row.n))
  return cutSnippet(text, words, [Number(row.body_start), Number(row.body_end)])
}

/** The text of an article by its number. */
export function readText(database: Database, n: number): string {
  return String(database.first('SELECT text FROM texts WHERE article = ?', n)?.text ?? '')
}

/** The claims that a filter leaves, latest day first. */
export function findClaims(database: Database, filter: Filter, part: Part): Result<Page<ClaimHit>> {
  return listClaims(database, { filter, more: [], order: ['c.day', 'c.n'], context: CONTEXT }, part)
}

/** How claims are listed: what narrows them further, in which order, and how many characters of the article stand round each. */
export interface ClaimListing {
  readonly filter: Filter
  readonly more: readonly Condition[]
  readonly order: Listing['order']
  readonly context: number
}

/** The claims that a listing leaves; `c` is `claims`, `a` its `articles`. */
export function listClaims(
  database: Database,
  { filter, more, order, context }: ClaimListing,
  part: Part,
): Result<Page<ClaimHit>> {
  const words = readWords(filter.q ?? '')
  const join = (way: Way) => joinConditions([...claimConditions(filter, words.match, way), ...more])
  const where = join('sought')
  const listing: Listing = {
    select: `c.article AS n, c.family, c.claim, a.id, a.name, a.outlet, a.url, a.title, a.published, a.published_from`,
    from: 'claims AS c JOIN articles AS a ON a.n = c.article',
    // Without the articles a count stays within an index: 2 ms for 68,000 claims, not 450.
    counted: where.sql.some(sql => /\ba\./.test(sql)) ? undefined : 'claims AS c',
    where,
    walked: join('walked'),
    order,
  }
  const found = readPart(database, listing, part)
  if (!found.ok) return found
  const texts = new Map<number, string>()
  const items = found.value.items.map(row => {
    const n = Number(row.n)
    const text = texts.get(n) ?? readText(database, n)
    texts.set(n, text)
    return readClaimHit(row, text, { words, context })
  })
  return { ok: true, value: { ...found.value, items } }
}

function claimConditions(filter: Filter, match: string, way: Way): Condition[] {
  return [
    ...(filter.optional === 'yes' ? [] : [['c.optional = 0'] as const]),
    ...when('c.n IN (SELECT rowid FROM claim_words WHERE claim_words MATCH ?)', match),
    ...when(MEMBERS[way].place, filter.place),
    ...when(MEMBERS[way].actor, filter.actor),
    ...when('c.type = ?', filter.type),
    ...when('c.family = ?', filter.family),
    ...sourceConditions(filter.source),
    ...when(MEMBERS[way].outlet, filter.outlet),
    ...when('a.id = ?', filter.article),
    ...dayConditions(filter, 'c'),
  ]
}

function when(sql: string, value: string | undefined): Condition[] {
  return value === undefined || value === '' ? [] : [[sql, value]]
}

/** A voice's key names its root; anything else is looked for in the words of every source of a chain. */
function sourceConditions(source: string | undefined): Condition[] {
  if (source === undefined || source === '') return []
  if (/^(actor|words|outlet):/.test(source)) return [['c.root = ?', source]]
  return [['c.n IN (SELECT claim FROM sources WHERE instr(words, ?) > 0)', sourceKey(source)]]
}

/** What has no day is in no range of days. */
function dayConditions({ from, to }: Filter, table: 'a' | 'c'): Condition[] {
  const first = findDays(from ?? null).from
  const last = findDays(to ?? null).to
  const dated: Condition[] =
    first === null && last === null
      ? []
      : [[`NOT (${table}.from_day = '${FIRST_DAY}' AND ${table}.to_day = '${LAST_DAY}')`]]
  return [
    ...dated,
    ...(first === null ? [] : [[`${table}.to_day >= ?`, first] as const]),
    ...(last === null ? [] : [[`${table}.from_day <= ?`, last] as const]),
  ]
}

function joinConditions(conditions: readonly Condition[]): Where {
  return {
    sql: conditions.map(([sql]) => sql),
    values: conditions.flatMap(([, ...values]) => values),
  }
}

/** A row of `ARTICLE_COLUMNS` as an article in a list. */
export function readArticleRow(row: Row): ArticleRow {
  return {
    id: String(row.id),
    name: String(row.name),
    outlet: readCell(row.outlet),
    url: readCell(row.url),
    title: readCell(row.title),
    published: readCell(row.published),
    publishedFrom: row.published_from as ArticleRow['publishedFrom'],
    credits: JSON.parse(String(row.credits)) as string[],
    characters: Number(row.characters),
    claims: Number(row.claims),
    places: Number(row.places),
  }
}

/** A cell of text, or `null` where it is empty in the table. */
export function readCell(cell: Row[string] | undefined): string | null {
  return cell === null || cell === undefined ? null : String(cell)
}

/** The words that were looked for, and how many characters of the article stand round a claim. */
interface Shown {
  readonly words: Words
  readonly context: number
}

/** A row with `claim`, `family` and the columns of its article as a claim in a list. */
export function readClaimHit(row: Row, text: string, { words, context }: Shown): ClaimHit {
  const claim = JSON.parse(String(row.claim)) as Claim
  const [start, end] = claim.span
  return {
    ...claim,
    family: row.family as Family,
    article: {
      id: String(row.id),
      name: String(row.name),
      outlet: readCell(row.outlet),
      url: readCell(row.url),
      title: readCell(row.title),
      published: readCell(row.published),
      publishedFrom: row.published_from as ArticleRow['publishedFrom'],
    },
    before: text.slice(Math.max(0, start - context), start),
    after: text.slice(end, end + context),
    hits: findWordHits(claim.evidence, words),
  }
}

/** Everything of one article; undefined where there is none of that id. */
export function findArticle(database: Database, id: string): KeptArticle | undefined {
  const row = database.first(
    `SELECT ${ARTICLE_COLUMNS}, a.bytes, a.path, a.read_at, t.text, t.reading
     FROM articles AS a JOIN texts AS t ON t.article = a.n WHERE a.id = ?`,
    id,
  )
  if (row === undefined || !(row.reading instanceof Uint8Array)) return undefined
  return {
    row: readArticleRow(row),
    reading: unpackReading(row.reading, String(row.text)),
    bytes: Number(row.bytes),
    readAt: String(row.read_at),
    path: String(row.path),
  }
}

/** The id of the one article that `name` is the id, the beginning of the id (6 letters or more) or the name of. */
export function resolveArticle(database: Database, name: string): string | undefined {
  const isStart = /^[0-9a-f]{6,64}$/.test(name)
  const rows = isStart
    ? database.all('SELECT id FROM articles WHERE id >= ? AND id < ? LIMIT 2', name, `${name}g`)
    : database.all('SELECT id FROM articles WHERE name = ? LIMIT 2', name)
  return rows.length === 1 ? String(rows[0]?.id) : undefined
}
