/** Reviews out of a record: the queue of claims to look at, the log, and what was decided about an article. */
import type { Result } from '../model.ts'
import { findStanding, findState, type ReviewEntry, type ReviewState } from '../record/review.ts'
import { type LogHead, readReview, verifyLog } from '../record/reviewLog.ts'
import { type Database, type Listing, readPart } from './database.ts'
import { type Condition, listClaims, readCell } from './find.ts'
import type { ReviewWish } from './reviews.ts'
import type { ArticleRow, ClaimHit, Filter, Page, Part } from './store.ts'

/** `open`: nobody decided. `second`: one did, and it was not `reader`. `differ`: those who did do not agree. `done`: somebody did. `any`: all. */
export type QueueState = 'open' | 'second' | 'differ' | 'done' | 'any'

/** Which claims stand in the queue. */
export interface QueueFilter extends Filter {
  readonly state: QueueState
  /** Id of the one claim of `article` that is asked for. */
  readonly claim?: string | undefined
  /** Whoever is asking. */
  readonly reader?: string | undefined
}

/** A claim with what was decided about it. `reviews` are the standing decisions, the first first. */
export interface QueuedClaim extends ClaimHit {
  readonly state: ReviewState
  readonly reviews: readonly ReviewEntry[]
}

/** An entry of the log, with where it holds now: the claim's id, `null` where nothing fits any more. */
export interface KeptReview {
  readonly entry: ReviewEntry
  readonly claim: string | null
  readonly words: 'same' | 'near' | 'none'
  /** `null` where the record does not have the article. */
  readonly article: Pick<ArticleRow, 'title' | 'outlet' | 'published'> | null
}

/** Which entries of the log. `orphaned`: only the last of each that holds to no claim any more. */
export interface LogFilter {
  readonly article?: string | undefined
  readonly orphaned?: boolean | undefined
}

/** What a record does with reviews. */
export interface ReviewStore {
  /**
   * Writes a decision into the log; returns once it is on the disk. Needs the writer's lock. Problems: `not-found`, `review-stale`
   * where the claim is not what its reader saw, and those of `add`.
   */
  review(wish: ReviewWish): Promise<Result<ReviewEntry>>
  /** Claims to decide about, those that the reader of articles is least sure of first. */
  findQueue(filter: QueueFilter, part: Part): Promise<Result<Page<QueuedClaim>>>
  /** The log, newest first. */
  findReviews(filter: LogFilter, part: Part): Promise<Result<Page<KeptReview>>>
  /** The lines of the log as they were written, oldest first. */
  reviewLines(): Iterable<string>
  /** Follows the log from its first entry to its last; problems as `verifyLog`. */
  verifyReviews(): Promise<Result<LogHead>>
}

/** Enough of the article to judge a sentence by. */
const CONTEXT = 480

/** The queue, least sure first. */
export function findQueue(database: Database, filter: QueueFilter, part: Part): Result<Page<QueuedClaim>> {
  const { claim = '' } = filter
  const more = [...stateConditions(filter), ...(claim === '' ? [] : [['c.id = ?', claim] as const])]
  const found = listClaims(database, { filter, more, order: ['c.doubt', 'c.n'], context: CONTEXT }, part)
  if (!found.ok) return found
  const items = found.value.items.map(claim => {
    const reviews = filter.state === 'open' ? [] : findStanding(findDecisions(database, claim))
    return { ...claim, state: findState(reviews), reviews }
  })
  return { ok: true, value: { ...found.value, items } }
}

const DECIDED = 'SELECT claim FROM reviewed_claims'

function stateConditions({ state, reader = '' }: QueueFilter): Condition[] {
  if (state === 'any') return []
  if (state === 'open') return [[`c.n NOT IN (${DECIDED})`]]
  if (state === 'differ') return [[`c.n IN (${DECIDED} WHERE state = 'differ')`]]
  if (state === 'done') return [[`c.n IN (${DECIDED})`]]
  const byOther = 'json_array_length(readers) = 1 AND json_extract(readers, ?) <> ?'
  return [[`c.n IN (${DECIDED} WHERE ${byOther})`, '$[0]', reader]]
}

function findDecisions(database: Database, claim: ClaimHit): ReviewEntry[] {
  const rows = database.all(
    `SELECT v.entry FROM articles AS a JOIN claims AS c ON c.article = a.n AND c.id = ?
     JOIN review_targets AS t ON t.claim = c.n JOIN reviews AS v ON v.target = t.target WHERE a.id = ?`,
    claim.id,
    claim.article.id,
  )
  return rows.flatMap(({ entry }) => readReview(String(entry)) ?? [])
}

const ORPHANED = "t.claim IS NULL AND v.n = t.last AND json_extract(v.entry, '$.verdict') <> 'withdraw'"

/** The log, newest first. */
export function findReviews(
  database: Database,
  { article, orphaned = false }: LogFilter,
  part: Part,
): Result<Page<KeptReview>> {
  const conditions: Condition[] = [
    ...(article === undefined ? [] : [['t.article = ?', article] as const]),
    ...(orphaned ? [[ORPHANED] as const] : []),
  ]
  const listing: Listing = {
    select: 'v.entry, t.words, c.id AS claim, a.id AS article, a.title, a.outlet, a.published',
    from: `reviews AS v JOIN review_targets AS t ON t.target = v.target
      LEFT JOIN claims AS c ON c.n = t.claim LEFT JOIN articles AS a ON a.id = t.article`,
    where: { sql: conditions.map(([sql]) => sql), values: conditions.flatMap(([, ...values]) => values) },
    order: ['v.n', 'v.n'],
  }
  const found = readPart(database, listing, part)
  if (!found.ok) return found
  const items = found.value.items.flatMap((row): KeptReview[] => {
    const entry = readReview(String(row.entry))
    if (entry === null) return []
    const { title, outlet, published } = row
    const words = row.words as KeptReview['words']
    const about =
      row.article === null
        ? null
        : { title: readCell(title), outlet: readCell(outlet), published: readCell(published) }
    return [{ entry, claim: readCell(row.claim), words, article: about }]
  })
  return { ok: true, value: { ...found.value, items } }
}

const LINES = 500

/** The lines of the log, oldest first, read in parts. */
export function* reviewLines(database: Database): Generator<string> {
  for (let after = 0; ; ) {
    const rows = database.all('SELECT n, entry FROM reviews WHERE n > ? ORDER BY n LIMIT ?', after, LINES)
    for (const { entry } of rows) yield String(entry)
    const last = rows.at(-1)
    if (last === undefined) return
    after = Number(last.n)
  }
}

/** Follows the log of a record. */
export function verifyReviews(database: Database): Result<LogHead> {
  return verifyLog(reviewLines(database), database.path)
}
