/** Reviews into a record: the log as it was written, and beside it which claim each decision holds to now. */
import type { Problem, Result, Span } from '../model.ts'
import { quoteSpan } from '../record/quote.ts'
import { bindReview, findStanding, findState, type ReviewDraft, type ReviewEntry } from '../record/review.ts'
import {
  BEFORE_FIRST,
  type LogHead,
  linkReview,
  readReview,
  targetKey,
  writeReview,
} from '../record/reviewLog.ts'
import type { Database } from './database.ts'
import { findArticle } from './find.ts'
import type { KeptArticle } from './store.ts'

/** A decision about a claim as its reader saw it: by its id, and by its place and type, so that it falls on no other. */
export interface ReviewWish extends Omit<ReviewDraft, 'quote' | 'lexicon'> {
  readonly span: Span
}

/**
 * Writes a decision behind the last one. The caller holds the writer's lock. Problems: `not-found` for an article that is not
 * there, `review-stale` where the article was read anew and the claim is not what its reader saw. Throws what SQLite throws.
 */
export function writeDecision(database: Database, wish: ReviewWish): Result<ReviewEntry> {
  const kept = findArticle(database, wish.article)
  if (kept === undefined) return refuse('not-found', wish.article)
  if (!isAsSeen(kept, wish)) return refuse('review-stale', wish.claim)
  const { text, lexicon } = kept.reading.article
  const { span, ...said } = wish
  const draft: ReviewDraft = { ...said, quote: quoteSpan(text, span), lexicon }
  const entry = linkReview(draft, findHead(database), new Date().toISOString())
  const key = targetKey(draft)
  database.run('INSERT INTO reviews (n, target, entry) VALUES (?, ?, ?)', entry.n, key, writeReview(entry))
  database.run(
    'INSERT OR IGNORE INTO review_targets (target, article, last, words) VALUES (?, ?, 0, ?)',
    key,
    wish.article,
    'same',
  )
  database.run('UPDATE review_targets SET last = ? WHERE target = ?', entry.n, key)
  bindTargets(database, kept)
  return { ok: true, value: entry }
}

function refuse(code: string, where: string): { ok: false; problem: Problem } {
  return { ok: false, problem: { code, where, values: {} } }
}

function isAsSeen({ reading }: KeptArticle, { claim, span, type }: ReviewWish): boolean {
  const found = reading.claims.find(({ id }) => id === claim)
  return found !== undefined && found.type === type && found.span.every((at, i) => at === span[i])
}

function findHead(database: Database): LogHead {
  const last = database.first('SELECT n, entry FROM reviews ORDER BY n DESC LIMIT 1')
  if (last === undefined) return { entries: 0, head: BEFORE_FIRST }
  const entry = readReview(String(last.entry))
  return { entries: Number(last.n), head: entry?.hash ?? '' }
}

/** After an article was read anew: binds what was decided about it to the claims it has now. Costs one look where nothing was. */
export function rebindReviews(database: Database, article: string): void {
  if (database.first('SELECT 1 FROM review_targets WHERE article = ?', article) === undefined) return
  const kept = findArticle(database, article)
  if (kept !== undefined) bindTargets(database, kept)
}

/** Binds every decision about an article to its claims, and notes of each claim what its decisions come to. */
function bindTargets(database: Database, { reading }: KeptArticle): void {
  const { article, claims } = reading
  const rows = database.all(
    'SELECT id, n FROM claims WHERE article = (SELECT n FROM articles WHERE id = ?)',
    article.id,
  )
  const numbers = new Map(rows.map(({ id, n }) => [String(id), Number(n)]))
  database.run(
    'DELETE FROM reviewed_claims WHERE claim IN (SELECT claim FROM review_targets WHERE article = ?)',
    article.id,
  )
  const decided = new Map<number, ReviewEntry[]>()
  for (const { target } of database.all('SELECT target FROM review_targets WHERE article = ?', article.id)) {
    const entries = findEntries(database, String(target))
    const fit = entries[0] === undefined ? null : bindReview(entries[0], article.text, claims)
    const n = fit === null ? null : (numbers.get(fit.claim.id) ?? null)
    database.run(
      'UPDATE review_targets SET claim = ?, words = ? WHERE target = ?',
      n,
      fit?.words ?? 'none',
      String(target),
    )
    if (n !== null) decided.set(n, [...(decided.get(n) ?? []), ...entries])
  }
  for (const [n, entries] of decided) writeState(database, n, entries)
}

/** The decisions about one target, the first first. */
function findEntries(database: Database, target: string): ReviewEntry[] {
  const rows = database.all('SELECT entry FROM reviews WHERE target = ? ORDER BY n', target)
  return rows.flatMap(({ entry }) => readReview(String(entry)) ?? [])
}

function writeState(database: Database, claim: number, entries: readonly ReviewEntry[]): void {
  const standing = findStanding(entries)
  if (standing.length === 0) return
  database.run(
    'INSERT INTO reviewed_claims (claim, state, readers) VALUES (?, ?, ?)',
    claim,
    findState(standing),
    JSON.stringify(standing.map(({ reader }) => reader)),
  )
}
