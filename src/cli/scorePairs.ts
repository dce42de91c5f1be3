/** Which read claim answers which annotated one, and the counts of a set of articles. */

import type { ClaimType } from '../model.ts'
import { familyOf } from '../record/facts.ts'
import { type Comparison, compareClaims, countShared, plainDate, type ScoredClaim } from './scoreFields.ts'

/** An annotated article or a reading, as far as it is measured. */
export interface ScoredArticle {
  readonly claims: readonly ScoredClaim[]
  readonly published?: string | null
  readonly article?: { readonly published?: string | null }
}

/** Claims of one article or of all: annotated, read, and read rightly to three degrees. */
export interface Counts {
  gold: number
  read: number
  found: number
  typed: number
  whole: number
}

/** What came of comparing one article. */
export interface ArticleScore {
  readonly name: string
  readonly counts: Counts
  readonly pairs: readonly {
    readonly gold: ScoredClaim
    readonly read: ScoredClaim
    readonly comparison: Comparison
  }[]
  readonly missed: readonly ScoredClaim[]
  readonly unwanted: readonly ScoredClaim[]
  readonly isDated: boolean
}

/** Compares one article with its reading. */
export function scoreArticle(name: string, gold: ScoredArticle, reading: ScoredArticle): ArticleScore {
  const { pairs, takenGold, takenRead } = pairClaims(gold.claims, reading.claims)
  const forOptional = new Set(pairs.filter(([i]) => gold.claims[i]?.optional).map(([, j]) => j))
  const counted = pairs
    .filter(([i]) => !gold.claims[i]?.optional)
    .map(([i, j]) => compare(gold, reading, [i, j]))
  const comparisons = counted.map(({ comparison }) => comparison)
  const published = reading.article?.published ?? reading.published
  return {
    name,
    counts: {
      gold: gold.claims.filter(claim => !claim.optional).length,
      read: reading.claims.filter((claim, j) => !forOptional.has(j) && claim.type !== 'statement').length,
      found: comparisons.length,
      typed: comparisons.filter(({ type }) => type).length,
      whole: comparisons.filter(({ whole }) => whole).length,
    },
    pairs: counted,
    missed: gold.claims.filter((claim, i) => !takenGold.has(i) && !claim.optional),
    unwanted: reading.claims.filter((claim, j) => !takenRead.has(j) && claim.type !== 'statement'),
    isDated: Boolean(published) && plainDate(published).slice(0, 10) === gold.published,
  }
}

function compare(gold: ScoredArticle, reading: ScoredArticle, [i, j]: readonly [number, number]) {
  const pair = { gold: gold.claims[i] as ScoredClaim, read: reading.claims[j] as ScoredClaim }
  return { ...pair, comparison: compareClaims(pair.gold, pair.read) }
}

type Pairing = readonly [worth: number, gold: number, read: number]

/** Each claim is paired once: same type and most overlap first, one that counts before an optional one. */
function pairClaims(gold: readonly ScoredClaim[], read: readonly ScoredClaim[]) {
  const takenGold = new Set<number>()
  const takenRead = new Set<number>()
  const pairs: [number, number][] = []
  const options = gold.flatMap((claim, i) => read.flatMap((other, j) => findPairing([claim, i], [other, j])))
  for (const [, i, j] of options.toSorted((a, b) => b[0] - a[0])) {
    if (takenGold.has(i) || takenRead.has(j)) continue
    takenGold.add(i)
    takenRead.add(j)
    pairs.push([i, j])
  }
  return { pairs, takenGold, takenRead }
}

/** Two claims may be paired when they are of one family and half of the shorter lies inside the other. */
function findPairing(
  [gold, i]: readonly [ScoredClaim, number],
  [read, j]: readonly [ScoredClaim, number],
): Pairing[] {
  if (familyOf(gold.type as ClaimType) !== familyOf(read.type as ClaimType)) return []
  const shared = countShared(gold.span, read.span)
  const lengths = [gold.span[1] - gold.span[0], read.span[1] - read.span[0]] as const
  if (shared * 2 < Math.min(...lengths)) return []
  const worth = (gold.type === read.type ? 1 : 0) + shared / (lengths[0] + lengths[1] - shared)
  return [[worth + (gold.optional ? 0 : 0.001), i, j]]
}

/** Precision, recall and their harmonic mean, from 0 to 1. */
export interface Rate {
  readonly p: number
  readonly r: number
  readonly f: number
}

/** All figures of a set of articles; `fields` are shares from 0 to 1 over the claims that were found. */
export interface Score {
  readonly found: Rate
  readonly typed: Rate
  readonly whole: Rate
  readonly fields: Readonly<Record<string, number>>
  readonly published: number | null
  readonly articles: number
  readonly total: Counts
}

/** The rate of `hits` among what was annotated and read. */
export function rateOf(hits: number, { gold, read }: Counts): Rate {
  const p = read === 0 ? 0 : hits / read
  const r = gold === 0 ? 0 : hits / gold
  return { p, r, f: p + r === 0 ? 0 : (2 * p * r) / (p + r) }
}

/** The sum over articles. */
export function sumScores(scores: readonly ArticleScore[]): Score {
  const total: Counts = { gold: 0, read: 0, found: 0, typed: 0, whole: 0 }
  for (const { counts } of scores) {
    for (const key of Object.keys(total) as (keyof Counts)[]) total[key] += counts[key]
  }
  const dated = scores.filter(({ isDated }) => isDated).length
  return {
    found: rateOf(total.found, total),
    typed: rateOf(total.typed, total),
    whole: rateOf(total.whole, total),
    fields: sumFields(scores),
    published: scores.length === 0 ? null : dated / scores.length,
    articles: scores.length,
    total,
  }
}

const SETS = ['agent', 'target', 'places', 'first', 'chain'] as const
const FLAGS = ['time', 'timeNear', 'modality', 'stance'] as const

function sumFields(scores: readonly ArticleScore[]): Record<string, number> {
  const sums: Record<string, [hits: number, of: number]> = {}
  const add = (name: string, hits: number, of: number) => {
    const sum = sums[name] ?? [0, 0]
    sums[name] = [sum[0] + hits, sum[1] + of]
  }
  for (const { gold, comparison } of scores.flatMap(({ pairs }) => pairs)) {
    for (const name of SETS)
      add(name, 2 * comparison[name].hits, comparison[name].gold + comparison[name].read)
    for (const name of FLAGS) add(name, comparison[name] ? 1 : 0, 1)
    if (gold.count) add('count', comparison.count ? 1 : 0, 1)
  }
  return Object.fromEntries(
    Object.entries(sums).map(([name, [hits, of]]) => [name, of === 0 ? 0 : hits / of]),
  )
}
