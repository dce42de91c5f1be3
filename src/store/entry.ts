/**
 * A reading laid out for a record: the rows that any engine keeps. Made by the reader threads, so that the one thread that
 * writes has nothing left to work out. Pure.
 */
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import type { Article, Claim, Family, Reading } from '../model.ts'
import { findDays } from '../record/days.ts'
import { type ArticleFact, readArticleFact, readFact } from '../record/facts.ts'
import { findAreas } from '../record/ground.ts'
import { sourceKey } from '../record/roots.ts'
import { stemText } from '../text/stem.ts'

/** A claim as rows. Days that an end leaves open are the least or greatest day there is. */
export interface ClaimEntry {
  readonly id: string
  readonly family: Family
  readonly claim: Claim
  readonly json: string
  readonly from: string
  readonly to: string
  /** The day it is sorted by. */
  readonly day: string
  readonly dated: 'text' | 'published' | 'none'
  readonly stems: string
  readonly rootKey: string
  readonly rootText: string
  readonly rootKind: string
  readonly rootActor: string | null
  readonly sourceKeys: readonly string[]
}

/** How many claims of an article name an id. For a place, those within it too. */
export type Tally = readonly [id: string, claims: number]

/** One article ready to be kept. */
export interface Entry {
  readonly article: Article
  readonly title: string | null
  /** The bytes that were read; `null` where the originals hold them already. */
  readonly original: Uint8Array | null
  readonly bytes: number
  /** The file or line that it was read from, as the user named it. */
  readonly path: string
  readonly readAt: string
  readonly from: string
  readonly to: string
  readonly day: string
  /** Claims that count: the optional ones are left out. */
  readonly claimCount: number
  /** Places that they name, those that only hold one of them left out. */
  readonly placeCount: number
  /** The reading without its text, packed. */
  readonly packed: Uint8Array
  readonly titleStems: string
  readonly bodyStems: string
  readonly claims: readonly ClaimEntry[]
  readonly places: readonly Tally[]
  readonly actors: readonly Tally[]
}

/** What else is known when an entry is made. `within`: place → the place that holds it. */
export interface EntryHints {
  readonly original: Uint8Array
  readonly path: string
  readonly readAt: string
  readonly within: ReadonlyMap<string, string | null>
}

/** The first and the last day there are, for open ends. */
export const FIRST_DAY = '0000-01-01'
/** See `FIRST_DAY`. */
export const LAST_DAY = '9999-12-31'

/** Families are looked up where facts are related, not where rows are made. */
const NO_FAMILIES: ReadonlyMap<string, string> = new Map()

/** Lays a reading out for a record. */
export function makeEntry(reading: Reading, hints: EntryHints): Entry {
  const { article, claims } = reading
  const published = findDays(article.published)
  const counted = claims.filter(claim => !claim.optional)
  const fact = readArticleFact(article, { families: NO_FAMILIES })
  const { title } = article
  return {
    article,
    title: title === null ? null : article.text.slice(...title.span),
    original: hints.original,
    bytes: hints.original.length,
    path: hints.path,
    readAt: hints.readAt,
    from: published.from ?? FIRST_DAY,
    to: published.to ?? LAST_DAY,
    day: published.from ?? published.to ?? FIRST_DAY,
    claimCount: counted.length,
    placeCount: new Set(counted.flatMap(claim => claim.places.flatMap(({ place }) => place ?? []))).size,
    packed: packReading(reading),
    titleStems: title === null ? '' : stemText(article.text.slice(...title.span)),
    bodyStems: stemText(article.text.slice(...article.body)),
    claims: claims.map(claim => makeClaim(claim, fact)),
    places: tally(counted, claim => findClaimAreas(claim, hints.within)),
    actors: tally(counted, findClaimActors),
  }
}

function makeClaim(claim: Claim, article: ArticleFact): ClaimEntry {
  const { family, days, dated, root } = readFact(claim, article)
  return {
    id: claim.id,
    family,
    claim,
    json: JSON.stringify(claim),
    from: days.from ?? FIRST_DAY,
    to: days.to ?? LAST_DAY,
    day: days.from ?? days.to ?? FIRST_DAY,
    dated,
    stems: stemText(claim.evidence),
    rootKey: root.key,
    rootText: root.text,
    rootKind: root.kind,
    rootActor: root.actor,
    sourceKeys: claim.sources.map(source => sourceKey(source.text)),
  }
}

function findClaimAreas(claim: Claim, within: ReadonlyMap<string, string | null>): string[] {
  return claim.places.flatMap(({ place }) => (place === null ? [] : findAreas(within, place)))
}

function findClaimActors(claim: Claim): string[] {
  return [...claim.agent, ...claim.target].flatMap(({ actor }) => actor ?? [])
}

function tally(claims: readonly Claim[], findIds: (claim: Claim) => readonly string[]): Tally[] {
  const counts = new Map<string, number>()
  for (const claim of claims) {
    for (const id of new Set(findIds(claim))) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return [...counts]
}

/** Level 1 packs a reading of 30 kB in 0.4 ms to a sixth; higher levels cost more time than disk is worth here. */
const LEVEL = { params: { [constants.ZSTD_c_compressionLevel]: 1 } }

/** A reading without its text, as packed JSON; the order of its keys is kept. */
function packReading(reading: Reading): Uint8Array {
  return zstdCompressSync(JSON.stringify({ ...reading, article: { ...reading.article, text: '' } }), LEVEL)
}

/** The reading that was packed, with its text put back. */
export function unpackReading(packed: Uint8Array, text: string): Reading {
  const reading = JSON.parse(zstdDecompressSync(packed).toString('utf8')) as Reading
  return { ...reading, article: { ...reading.article, text } }
}
