/**
 * The log of reviews: append-only, each entry holding the hash of the one before and of itself, so that whoever has the hash
 * of the last entry can tell whether anything before it was changed, taken out, put in or moved. As JSON Lines, one entry
 * each, in canonical JSON (RFC 8785: keys sorted, no spaces).
 */
import { createHash } from 'node:crypto'
import { FAMILIES, type Problem, type Result } from '../model.ts'
import { type ReviewDraft, type ReviewEntry, type ReviewTarget, VERDICTS } from './review.ts'

/** What stands for the entry before the first. */
export const BEFORE_FIRST = '0'.repeat(64)

/** A log that fits together: how many entries, and the hash of the last, which stands for them all. */
export interface LogHead {
  readonly entries: number
  readonly head: string
}

/** Canonical JSON of what JSON can hold; a field that is `undefined` is left out. `writeCanonical({ b: 1, a: 'x' })` → `{"a":"x","b":1}`. */
export function writeCanonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeCanonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  const sorted = fields.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${sorted.map(([key, field]) => `${JSON.stringify(key)}:${writeCanonical(field)}`).join(',')}}`
}

/** SHA-256 of a text in UTF-8, in hex. */
function hashText(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** What tells one target of reviews from another, in hex. */
export function targetKey({ article, quote, type }: ReviewTarget): string {
  return hashText(writeCanonical({ article, quote, type }))
}

/** A decision as the entry that follows `head`. `at`: ISO 8601 in UTC. */
export function linkReview(draft: ReviewDraft, { entries, head }: LogHead, at: string): ReviewEntry {
  const { article, quote, type, verdict, reader, reason, change, claim, lexicon } = draft
  const target = { article, quote, type }
  const said = { verdict, reader, reason, change, claim, lexicon }
  const unsigned = { ...target, ...said, n: entries + 1, at, previous: head }
  return { ...unsigned, hash: hashText(writeCanonical(unsigned)) }
}

/** The line of the log that holds an entry, without its end. */
export function writeReview(entry: ReviewEntry): string {
  return writeCanonical(entry)
}

/**
 * Follows a log from its first line to its last. `{ entries: 0, head: BEFORE_FIRST }` for one without lines. Problems, with the
 * line of the first entry that does not fit: `log-line-unreadable`, `log-entry-moved`, `log-link-broken`, `log-entry-changed`.
 */
export function verifyLog(lines: Iterable<string>, where: string): Result<LogHead> {
  let head: LogHead = { entries: 0, head: BEFORE_FIRST }
  let line = 0
  for (const text of lines) {
    line++
    const next = verifyLine(text, head)
    if (typeof next === 'string') return { ok: false, problem: faultOf(next, where, line) }
    head = next
  }
  return { ok: true, value: head }
}

function faultOf(code: string, where: string, line: number): Problem {
  return { code, where, values: { line } }
}

/** The head after a line, or the code of the problem with it. */
function verifyLine(text: string, { entries, head }: LogHead): LogHead | string {
  const entry = readReview(text)
  if (entry === null) return 'log-line-unreadable'
  const { hash, ...unsigned } = entry
  if (hashText(writeCanonical(unsigned)) !== hash) return 'log-entry-changed'
  if (entry.n !== entries + 1) return 'log-entry-moved'
  if (entry.previous !== head) return 'log-link-broken'
  return { entries: entry.n, head: hash }
}

/** The entry in a line; `null` where it is not one, or is written otherwise than it would be here: a key twice, a space. */
export function readReview(text: string): ReviewEntry | null {
  try {
    const value: unknown = JSON.parse(text)
    return isEntry(value) && writeCanonical(value) === text ? value : null
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null
    throw thrown
  }
}

const TEXTS = ['article', 'reader', 'reason', 'claim', 'lexicon', 'at', 'previous', 'hash'] as const
const TYPES: readonly unknown[] = Object.values(FAMILIES).flat()
const SPOKEN: readonly unknown[] = VERDICTS

function isEntry(value: unknown): value is ReviewEntry {
  if (!isObject(value) || !isObject(value.quote)) return false
  const { quote } = value
  const areTexts =
    TEXTS.every(field => typeof value[field] === 'string') &&
    ['exact', 'prefix', 'suffix'].every(field => typeof quote[field] === 'string')
  const isChange = value.change === null || isObject(value.change)
  return (
    areTexts &&
    isChange &&
    Number.isInteger(value.n) &&
    TYPES.includes(value.type) &&
    SPOKEN.includes(value.verdict)
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
