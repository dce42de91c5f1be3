/**
 * Relates what is still to be related: what came, what went and what either touched. Runs behind the articles and in small
 * transactions, so that it can be stopped and taken up again at any moment; a function of the articles, not of their order.
 */
import { readTold } from '../record/dating/told.ts'
import { tallyArticle } from '../record/manners.ts'
import { relateLoosePlaces, writeControls } from './controlRows.ts'
import type { Database } from './database.ts'
import { openDater } from './dates.ts'
import { relateBlocks } from './eventRows.ts'
import { readGround } from './ground.ts'
import { loosenBlocks, loosenControls } from './loosen.ts'
import { postPrints } from './postings.ts'
import { openPairing, printReading, readReading } from './reuseRows.ts'
import { openShelf, type Shelf } from './shelf.ts'
import { writeTallies } from './tallies.ts'
import { writeTold } from './told.ts'
import { inTransaction } from './write.ts'

/** What is still to be related. */
export interface Loose {
  /** Articles of which nothing was related yet. */
  readonly articles: number
  /** Articles whose passages are to be compared with those of others. */
  readonly unpaired: number
  /** Articles without a date that are to be dated again. */
  readonly undated: number
  /** Blocks of facts whose events are to be related again. */
  readonly blocks: number
  readonly places: number
}

/** Articles, and blocks, of one transaction: half a second's work. */
const ARTICLES = 200
const BLOCKS = 400

/** What is still to be related. */
export function findLoose(database: Database): Loose {
  const count = (table: string) => Number(database.first(`SELECT COUNT(*) AS n FROM ${table}`)?.n ?? 0)
  return {
    articles: count('unrelated'),
    unpaired: count('unposted') + count('unpaired'),
    undated: count('loose_anchors') + count('loose_datings'),
    blocks: count('loose_blocks'),
    places: count('loose_places'),
  }
}

/**
 * Relates until nothing is loose; yields what is left after each transaction. 1. articles: facts, blocks, controls, shingles
 * 2. passages  3. dates  4. events  5. holdings. Throws what SQLite throws; what is not done then is still noted.
 */
export function* relateRecord(database: Database): Generator<Loose> {
  const shelf = openShelf(database, readGround(database))
  const pair = openPairing(database)
  const steps = [relateArticles, postPrints, pairLoose(pair), relateDates, relateEvents, relatePlaces]
  for (const step of steps) {
    while (inTransaction(database, () => step(database, shelf))) yield findLoose(database)
  }
  yield findLoose(database)
}

/** One transaction's part of a step; false where nothing of it is left. */
type Step = (database: Database, shelf: Shelf) => boolean

const relateArticles: Step = (database, shelf) => {
  const articles = takeNumbers(database, 'unrelated', ARTICLES)
  shelf.forget(articles)
  for (const article of articles) {
    relateArticle(database, article, shelf)
    const reading = readReading(database, article)
    if (reading === undefined) continue
    writeTold(database, article, readTold(reading, shelf.ground))
    printReading(database, article, reading)
  }
  return articles.length > 0
}

function relateArticle(database: Database, article: number, shelf: Shelf): void {
  loosenBlocks(database, article)
  loosenControls(database, article)
  const shelved = shelf.read(article)
  for (const { n, block } of shelved) {
    database.run('INSERT INTO event_blocks (claim, article, block) VALUES (?, ?, ?)', n, article, block)
    database.run('INSERT OR IGNORE INTO loose_blocks (block) VALUES (?)', block)
  }
  writeControls(database, shelved, shelf.ground)
  const facts = shelved.map(({ scene }) => scene.fact)
  writeTallies(database, { owner: 'article', n: article }, tallyArticle(facts))
}

/** Dates by what is stated first, then by what was dated so: those that come out on other days are related again. */
const relateDates: Step = (database, shelf) => {
  const dater = openDater(database, shelf.ground)
  const anchors = takeNumbers(database, 'loose_anchors', ARTICLES)
  const datings = anchors.length > 0 ? [] : takeNumbers(database, 'loose_datings', ARTICLES)
  const redated = [...anchors.filter(dater.anchor), ...datings.filter(dater.date)]
  shelf.forget(redated)
  for (const article of redated) relateArticle(database, article, shelf)
  return anchors.length + datings.length > 0
}

/** What is worn was settled when the last shingle was posted: each article is compared once. */
const pairLoose =
  (pair: (articles: readonly number[]) => void): Step =>
  database => {
    const articles = takeNumbers(database, 'unpaired', ARTICLES)
    pair(articles)
    return articles.length > 0
  }

/** Takes so many articles off a list of what is to be done. */
function takeNumbers(
  database: Database,
  list: 'unrelated' | 'unpaired' | 'loose_anchors' | 'loose_datings',
  most: number,
): number[] {
  const rows = database.all(`SELECT article FROM ${list} ORDER BY article LIMIT ?`, most)
  const articles = rows.map(({ article }) => Number(article))
  database.run(
    `DELETE FROM ${list} WHERE article IN (SELECT value FROM json_each(?))`,
    JSON.stringify(articles),
  )
  return articles
}

const relateEvents: Step = (database, shelf) => {
  const rows = database.all('SELECT block FROM loose_blocks ORDER BY block LIMIT ?', BLOCKS)
  const blocks = rows.map(({ block }) => String(block))
  if (blocks.length === 0) return false
  relateBlocks(database, shelf, blocks)
  database.run(
    'DELETE FROM loose_blocks WHERE block IN (SELECT value FROM json_each(?))',
    JSON.stringify(blocks),
  )
  return true
}

const relatePlaces: Step = (database, shelf) => {
  relateLoosePlaces(database, shelf)
  return false
}
