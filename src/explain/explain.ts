/** Why a claim was read so: the passes and rows that fired, what was considered beside it and dropped. */
import { findDrafts } from '../claims/claims.ts'
import type { Draft } from '../claims/draft.ts'
import { findFeatures } from '../claims/features.ts'
import { keepClaims } from '../claims/keep.ts'
import { findSentence, type Reader, type Sheet } from '../claims/sheet.ts'
import { weighFeatures } from '../claims/weigh.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { findHits } from '../lexicon/match.ts'
import { type Row, TABLE_NAMES } from '../lexicon/tables.ts'
import { findMentions } from '../mentions/mentions.ts'
import type { Article, Claim, ClaimType, Source, Span } from '../model.ts'
import { readReading, readWords } from '../read.ts'

/** A feature of `lexicon/weights.tsv` with its weight. */
export interface Weighed {
  readonly feature: string
  readonly weight: number
}

/** What was considered in the claim's sentence and is no claim. */
export interface Dropped {
  readonly type: ClaimType
  readonly words: string
  readonly span: Span
  /** From 0 to 1; below `threshold` it is dropped. */
  readonly weight: number
  /** The three features that weighed most. */
  readonly heaviest: readonly Weighed[]
  readonly because: readonly string[]
}

/** Why a claim was read so. */
export interface Explanation {
  /** Counts from 1, in the order of the text. */
  readonly number: number
  readonly claim: Claim
  readonly sentence: { readonly text: string; readonly span: Span }
  /** Names of the passes that fired, in order. */
  readonly passes: readonly string[]
  /** The rows that they used, in order. */
  readonly rows: readonly Row[]
  readonly weight: number
  readonly threshold: number
  readonly heaviest: readonly Weighed[]
  /** From the one who says it outward. */
  readonly chain: readonly Source[]
  readonly dropped: readonly Dropped[]
}

/**
 * Explains every claim of an article, in the order of the text. Pure; reads the article again.
 *
 *     explainClaims(article, lexicon)[0]?.rows.map(row => row.id) → ['قال', 'capture:سيطر']
 */
export function explainClaims(article: Article, lexicon: Lexicon): Explanation[] {
  const { claims } = readReading(article, lexicon)
  const { sheet, drafts } = findDrafts(readAgain(article, lexicon))
  const kept = keepClaims(sheet, drafts)
  const origins = kept.map(({ hit }) => drafts.findIndex(draft => draft.hit === hit))
  return claims.map((claim, i) =>
    explainClaim({ sheet, drafts, origins: new Set(origins) }, claim, { number: i + 1, at: origins[i] ?? 0 }),
  )
}

function readAgain(article: Article, lexicon: Lexicon): Reader {
  const text = readWords(article, lexicon)
  const hits = findHits(text, lexicon)
  const { published, outlet } = article
  return { article, text, hits, lexicon, mentions: findMentions(text, hits, { lexicon, published, outlet }) }
}

interface Considered {
  readonly sheet: Sheet
  readonly drafts: readonly Draft[]
  /** Indices of the drafts that became claims. */
  readonly origins: ReadonlySet<number>
}

function explainClaim(
  considered: Considered,
  claim: Claim,
  { number, at }: { number: number; at: number },
): Explanation {
  const { sheet, drafts, origins } = considered
  const { lexicon } = sheet
  const { from } = drafts[at] as Draft
  const { index, span } = findSentence(sheet, from)
  const isDropped = (draft: Draft, i: number) =>
    !origins.has(i) && findSentence(sheet, draft.from).index === index
  const beside = drafts.flatMap((draft, i) => (isDropped(draft, i) ? [explainDropped(considered, i)] : []))
  const rows = claim.because.map(reason => findRow(reason, lexicon))
  return {
    number,
    claim,
    sentence: { text: sheet.text.text.slice(...span), span },
    passes: claim.because.filter((reason, i) => rows[i] === undefined && !reason.startsWith('keep: ')),
    rows: rows.filter(row => row !== undefined),
    weight: claim.confidence,
    threshold: weightOf(lexicon, 'threshold'),
    heaviest: findHeaviest(considered, at),
    chain: claim.sources,
    dropped: beside,
  }
}

function explainDropped(considered: Considered, at: number): Dropped {
  const { type, evidence, because } = considered.drafts[at] as Draft
  const words = considered.sheet.text.text.slice(...evidence)
  const features = findFeatures(considered.sheet, considered.drafts, at)
  const { weight } = weighFeatures(considered.sheet, 'keep', features)
  return { type, words, span: evidence, weight, heaviest: findHeaviest(considered, at), because }
}

/** The three features that weighed most in whether it is a claim. */
function findHeaviest({ sheet, drafts }: Considered, at: number): Weighed[] {
  const features = findFeatures(sheet, drafts, at)
  const weighed = features.map(feature => ({ feature, weight: weightOf(sheet.lexicon, feature) }))
  return weighed.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, 3)
}

function weightOf(lexicon: Lexicon, feature: string): number {
  return Number(lexicon.rows.weights.get(`keep: ${feature}`)?.cells.weight ?? 0)
}

/** `events/capture:سيطر` names a row of a table; a pass names none. Within a reason the row is its last word. */
function findRow(reason: string, lexicon: Lexicon): Row | undefined {
  const [table = '', ...rest] = reason.split('/')
  const name = TABLE_NAMES.find(other => other === table)
  return name === undefined ? undefined : lexicon.rows[name].get(rest.join('/'))
}
