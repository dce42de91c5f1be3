/** Entries into the tables of a record. The caller holds the writer's lock. */
import type { Claim, Problem } from '../model.ts'
import type { Database, Row } from './database.ts'
import type { ClaimEntry, Entry } from './entry.ts'
import { loosenArticle } from './loosen.ts'
import { rebindReviews } from './reviews.ts'
import type { Added } from './store.ts'

/** Adds a batch in one transaction that is on the disk when this returns. Throws what SQLite throws, with nothing added. */
export function writeBatch(
  database: Database,
  entries: readonly Entry[],
  problems: readonly Problem[],
): Added {
  const counts = { added: 0, replaced: 0, same: 0 }
  inTransaction(database, () => {
    for (const entry of entries) counts[writeEntry(database, entry)]++
    for (const problem of problems) writeProblem(database, problem)
  })
  return counts
}

/** Does something in one transaction that is on the disk when this returns; where it throws, nothing was done. */
export function inTransaction<T>(database: Database, act: () => T): T {
  database.exec('BEGIN IMMEDIATE')
  try {
    const value = act()
    database.exec('COMMIT')
    return value
  } catch (thrown) {
    rollBack(database)
    throw thrown
  }
}

/** SQLite may have rolled back by itself, as it does when the disk is full. */
function rollBack(database: Database): void {
  try {
    database.exec('ROLLBACK')
  } catch (thrown) {
    if (!(thrown instanceof Error && thrown.message.includes('no transaction'))) throw thrown
  }
}

function writeEntry(database: Database, entry: Entry): keyof Added {
  const { article } = entry
  const known = database.first('SELECT n, lexicon, path FROM articles WHERE id = ?', article.id)
  const isKept = known !== undefined && isSame(database, known, entry)
  if (known !== undefined && !isKept) removeReading(database, Number(known.n))
  const n = isKept
    ? Number(known.n)
    : writeArticle(database, entry, known === undefined ? null : Number(known.n))
  database.run(
    'INSERT OR REPLACE INTO sightings (article, path, outlet, url, read_at) VALUES (?, ?, ?, ?, ?)',
    n,
    entry.path,
    article.outlet,
    article.url,
    entry.readAt,
  )
  database.run('DELETE FROM problems WHERE "where" = ?', entry.path)
  if (isKept) return 'same'
  if (known === undefined) return 'added'
  rebindReviews(database, article.id)
  return 'replaced'
}

/**
 * The same bytes by the same lexicon under another path are a second copy of the file: its path is noted as a sighting and
 * the reading stays. Under the same path the hints may have changed, so the reading itself is compared.
 */
function isSame(database: Database, known: Row, entry: Entry): boolean {
  if (known.lexicon !== entry.article.lexicon) return false
  if (known.path !== entry.path) return true
  const kept = database.first('SELECT reading FROM texts WHERE article = ?', Number(known.n))
  return kept?.reading instanceof Uint8Array && Buffer.compare(kept.reading, entry.packed) === 0
}

/** Takes an article with all that was read out of it and all that rests on it away; false where there is none of that id. */
export function removeArticle(database: Database, id: string): boolean {
  const known = database.first('SELECT n FROM articles WHERE id = ?', id)
  if (known === undefined) return false
  const n = Number(known.n)
  database.run('DELETE FROM reviewed_claims WHERE claim IN (SELECT n FROM claims WHERE article = ?)', n)
  removeReading(database, n)
  database.run('DELETE FROM sightings WHERE article = ?', n)
  database.run(`UPDATE review_targets SET claim = NULL, words = 'none' WHERE article = ?`, id)
  return true
}

function removeReading(database: Database, n: number): void {
  loosenArticle(database, n)
  for (const table of ['claim_places', 'claim_actors', 'sources']) {
    database.run(`DELETE FROM ${table} WHERE claim IN (SELECT n FROM claims WHERE article = ?)`, n)
  }
  database.run('DELETE FROM claim_words WHERE rowid IN (SELECT n FROM claims WHERE article = ?)', n)
  for (const table of ['claims', 'article_places', 'article_actors', 'texts']) {
    database.run(`DELETE FROM ${table} WHERE article = ?`, n)
  }
  database.run('DELETE FROM article_words WHERE rowid = ?', n)
  database.run('DELETE FROM articles WHERE n = ?', n)
}

const ARTICLE = `INSERT INTO articles (n, id, name, outlet, url, title, published, published_from, credits, characters,
  body_start, body_end, claims, places, from_day, to_day, day, format, bytes, path, read_at, lexicon)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

function writeArticle(database: Database, entry: Entry, key: number | null): number {
  const { article } = entry
  const n = database.run(
    ARTICLE,
    key,
    article.id,
    article.name,
    article.outlet,
    article.url,
    entry.title,
    article.published,
    article.publishedFrom,
    JSON.stringify(article.credits.map(({ text }) => text)),
    article.text.length,
    ...article.body,
    entry.claimCount,
    entry.placeCount,
    entry.from,
    entry.to,
    entry.day,
    article.format,
    entry.bytes,
    entry.path,
    entry.readAt,
    article.lexicon,
  )
  writeTexts(database, entry, n)
  database.run('INSERT OR IGNORE INTO unrelated (article) VALUES (?)', n)
  return n
}

function writeTexts(database: Database, entry: Entry, n: number): void {
  database.run(
    'INSERT INTO texts (article, text, reading) VALUES (?, ?, ?)',
    n,
    entry.article.text,
    entry.packed,
  )
  database.run(
    'INSERT INTO article_words (rowid, title, body) VALUES (?, ?, ?)',
    n,
    entry.titleStems,
    entry.bodyStems,
  )
  for (const claim of entry.claims) writeClaim(database, claim, n)
  for (const [place, claims] of entry.places) {
    database.run('INSERT INTO article_places (article, place, claims) VALUES (?, ?, ?)', n, place, claims)
  }
  for (const [actor, claims] of entry.actors) {
    database.run('INSERT INTO article_actors (article, actor, claims) VALUES (?, ?, ?)', n, actor, claims)
  }
}

const CLAIM = `INSERT INTO claims (article, id, type, family, optional, modality, stance, start, "end", evidence, time, from_day,
  to_day, day, dated, root, root_text, root_kind, root_actor, claim)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

function writeClaim(database: Database, entry: ClaimEntry, article: number): void {
  const { claim } = entry
  const n = database.run(
    CLAIM,
    article,
    claim.id,
    claim.type,
    entry.family,
    claim.optional ? 1 : 0,
    claim.modality,
    claim.stance,
    claim.span[0],
    claim.span[1],
    claim.evidence,
    claim.time,
    entry.from,
    entry.to,
    entry.day,
    entry.dated,
    entry.rootKey,
    entry.rootText,
    entry.rootKind,
    entry.rootActor,
    entry.json,
  )
  database.run('INSERT INTO claim_words (rowid, evidence) VALUES (?, ?)', n, entry.stems)
  writeParts(database, n, claim)
  for (const [hop, source] of claim.sources.entries()) {
    database.run(
      'INSERT INTO sources (claim, hop, text, words, kind, actor) VALUES (?, ?, ?, ?, ?, ?)',
      n,
      hop,
      source.text,
      entry.sourceKeys[hop] ?? '',
      source.kind,
      source.actor ?? null,
    )
  }
}

function writeParts(database: Database, n: number, claim: Claim): void {
  for (const [ord, { place, text, role, lat, lon }] of claim.places.entries()) {
    database.run(
      'INSERT INTO claim_places (claim, ord, place, text, role, lat, lon) VALUES (?, ?, ?, ?, ?, ?, ?)',
      n,
      ord,
      place,
      text,
      role,
      lat,
      lon,
    )
  }
  for (const side of ['agent', 'target'] as const) {
    for (const [ord, { actor, text }] of claim[side].entries()) {
      database.run(
        'INSERT INTO claim_actors (claim, side, ord, actor, text) VALUES (?, ?, ?, ?, ?)',
        n,
        side,
        ord,
        actor,
        text,
      )
    }
  }
}

/** A problem met again at the same place is the same problem, met later. */
function writeProblem(database: Database, problem: Problem): void {
  database.run(
    `INSERT INTO problems (code, "where", "values", at) VALUES (?, ?, ?, ?)
     ON CONFLICT (code, "where") DO UPDATE SET "values" = excluded."values", at = excluded.at`,
    problem.code,
    problem.where,
    JSON.stringify(problem.values),
    new Date().toISOString(),
  )
}
