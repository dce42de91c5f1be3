/** The dates of articles that do not state theirs: solved over the record, and written where lists and relations read them. */
import {
  type Beside,
  type DaysOf,
  readStated,
  solveDate,
  sortReuse,
  toDating,
} from '../record/dating/dating.ts'
import { hasOwnWords } from '../record/dating/happenings.ts'
import { openLinks, sortLinks } from '../record/dating/links.ts'
import { redate } from '../record/dating/redate.ts'
import { isBounded, type Stretch } from '../record/dating/solve.ts'
import { readTelling, type Told } from '../record/dating/told.ts'
import { findDays } from '../record/days.ts'
import { readFact } from '../record/facts.ts'
import type { Ground } from '../record/ground.ts'
import type { Dating, Reuse } from '../record/relations.ts'
import type { Database } from './database.ts'
import { FIRST_DAY, LAST_DAY } from './entry.ts'
import { readReading } from './reuseRows.ts'
import { findLikely, readTold } from './told.ts'

/** Dates the articles of a record, one after the other. */
export interface Dater {
  /**
   * Solves the days of an article by those that state theirs, and dates it where no other can add to that; where these days change, all
   * whom it dates are to be dated again. True as below.
   */
  readonly anchor: (article: number) => boolean
  /** Dates an article by all; true where lists and relations now see it on other days. */
  readonly date: (article: number) => boolean
}

/** What dating reads of articles, kept at hand: some 5 kB each. */
const MOST = 20_000

/** Opens the dating of a record, for one transaction: what it has read it does not read again. */
export function openDater(database: Database, ground: Ground): Dater {
  const kept = new Map<number, Told | undefined>()
  const tell = (article: number): Told | undefined => {
    if (kept.size >= MOST) kept.clear()
    if (!kept.has(article)) kept.set(article, readTold(database, article))
    return kept.get(article)
  }
  return {
    anchor: article => {
      const told = tell(article)
      if (told === undefined) return false
      const around = findAround(database, article, { told, tell })
      const solved = solveDate(told, around, id => around.stated.get(id))
      writeAnchor(database, article, { days: solved.days, around })
      if (!isAnchorless(told, around)) {
        database.run('INSERT OR IGNORE INTO loose_datings (article) VALUES (?)', article)
        return false
      }
      return writeDating(database, article, { dating: toDating(told.article.id, solved), ground })
    },
    date: article => {
      const told = tell(article)
      if (told === undefined) return false
      const around = findAround(database, article, { told, tell })
      const anchors = readAnchors(database, around)
      const daysOf: DaysOf = id => around.stated.get(id) ?? anchors.get(id)
      const dating = toDating(told.article.id, solveDate(told, around, daysOf))
      return writeDating(database, article, { dating, ground })
    },
  }
}

/** True where no other article without a date can date this one: it has no words for their days, and is no copy of them. */
function isAnchorless(told: Told, { partners, undated }: Around): boolean {
  const others = new Set(undated.values())
  return !hasOwnWords(told) && !partners.some(n => others.has(n))
}

/** What stands beside an article, with the days that others state. */
interface Around extends Beside {
  readonly stated: ReadonlyMap<string, Stretch>
  /** Numbers of those that share enough details, and of those that share passages. */
  readonly linked: readonly number[]
  readonly partners: readonly number[]
  /** Numbers of the articles without a date among them, by id. */
  readonly undated: ReadonlyMap<string, number>
}

interface Teller {
  readonly told: Told
  readonly tell: (article: number) => Told | undefined
}

function findAround(database: Database, article: number, { told, tell }: Teller): Around {
  const link = openLinks(told)
  const linked = findLikely(database, article, { details: told.details, isUndated: false })
  const rows = database.all('SELECT first, second, reuse FROM reuse WHERE first = ?1 OR second = ?1', article)
  const reuse = sortReuse(rows.map(row => JSON.parse(String(row.reuse)) as Reuse))
  const partners = rows.map(({ first, second }) => Number(first) + Number(second) - article)
  const others = [...new Set([...linked, ...partners])]
  const tales = others.flatMap(n => {
    const one = tell(n)
    return one === undefined ? [] : [{ n, one }]
  })
  const likely = new Set(linked)
  return {
    links: sortLinks(tales.flatMap(({ n, one }) => (likely.has(n) ? (link(one) ?? []) : []))),
    reuse,
    stated: new Map(tales.flatMap(({ one }) => readStated(one))),
    linked,
    partners,
    undated: new Map(
      tales.flatMap(({ n, one }) => (one.article.published === null ? [[one.article.id, n]] : [])),
    ),
  }
}

function readAnchors(database: Database, { undated }: Around): ReadonlyMap<string, Stretch> {
  const found = [...undated].flatMap(([id, n]) => {
    const days = readAnchor(database, n)
    return days === undefined ? [] : [[id, days] as const]
  })
  return new Map(found)
}

function readAnchor(database: Database, article: number): Stretch | undefined {
  const row = database.first('SELECT first, last FROM anchors WHERE article = ?', article)
  const days = { first: Number(row?.first ?? -FAR), last: Number(row?.last ?? FAR) }
  return days.first === -FAR || days.last === FAR ? undefined : days
}

/** Days from 1970 at which an open end stands. */
const FAR = 10_000_000

function writeAnchor(
  database: Database,
  article: number,
  { days, around }: { readonly days: Stretch; readonly around: Around },
): void {
  const before = readAnchor(database, article)
  const now = isBounded(days) ? days : undefined
  database.run(
    'INSERT OR REPLACE INTO anchors (article, first, last) VALUES (?, ?, ?)',
    article,
    now?.first ?? -FAR,
    now?.last ?? FAR,
  )
  if (before?.first === now?.first && before?.last === now?.last) return
  database.run(
    `INSERT OR IGNORE INTO loose_datings (article) SELECT article FROM told
     WHERE (undated = 2 AND article IN (SELECT value FROM json_each(?1)))
       OR (undated > 0 AND article IN (SELECT value FROM json_each(?2)))`,
    JSON.stringify(around.linked),
    JSON.stringify(around.partners),
  )
}

/** Keeps a dating; true where it gives other days than before. */
function writeDating(
  database: Database,
  article: number,
  { dating, ground }: { readonly dating: Dating; readonly ground: Ground },
): boolean {
  const before = database.first('SELECT published, dating FROM datings WHERE article = ?', article)
  const packed = JSON.stringify(dating)
  if (before?.dating === packed) return false
  database.run('DELETE FROM datings WHERE article = ?', article)
  database.run(
    'INSERT INTO datings (article, published, dating) VALUES (?, ?, ?)',
    article,
    dating.published,
    packed,
  )
  if ((before?.published ?? null) === dating.published) return false
  redateRows(database, article, { dating, ground })
  return true
}

/** The rows of an article and its claims as they are with its dating: what the article itself says stays in its reading. */
function redateRows(
  database: Database,
  article: number,
  { dating, ground }: { readonly dating: Dating; readonly ground: Ground },
): void {
  const reading = readReading(database, article)
  if (reading === undefined) return
  const { article: told, dates } = readTelling(reading, ground)
  for (const claim of reading.claims) {
    const { claim: redated, days, dated } = redate(readFact(claim, told), dating, dates)
    database.run(
      'UPDATE claims SET time = ?, from_day = ?, to_day = ?, day = ?, dated = ?, claim = ? WHERE article = ? AND id = ?',
      redated.time,
      ...listDays(days),
      dated,
      JSON.stringify(redated),
      article,
      claim.id,
    )
  }
  const days = findDays(dating.published)
  const isUsed = days.from !== null && days.to !== null
  database.run(
    'UPDATE articles SET published = ?, published_from = ?, from_day = ?, to_day = ?, day = ? WHERE n = ?',
    isUsed ? dating.published : null,
    isUsed ? 'inferred' : null,
    ...listDays(isUsed ? days : findDays(null)),
    article,
  )
}

function listDays({ from, to }: ReturnType<typeof findDays>): [from: string, to: string, day: string] {
  return [from ?? FIRST_DAY, to ?? LAST_DAY, from ?? to ?? FIRST_DAY]
}

/** The dating of an article by its id; `null` where it states its date, or is not dated yet. */
export function findDating(database: Database, id: string): Dating | null {
  const row = database.first(
    'SELECT dating FROM datings WHERE article = (SELECT n FROM articles WHERE id = ?)',
    id,
  )
  return row === undefined ? null : (JSON.parse(String(row.dating)) as Dating)
}
