/** Decides which place a name means: by its kind word, by what else the sentence and the article name, by prominence. */
import type { Row } from '../lexicon/tables.ts'
import { measureKilometres } from './places-distance.ts'
import type { Evidence, Related, Tally } from './places-evidence.ts'
import { addPhrase, emptyTally } from './places-evidence.ts'
import {
  isBeforeHolder,
  isBelievable,
  isDoubtful,
  isLarge,
  type Proof,
  type Support,
} from './places-proof.ts'
import { findRootCountry, listContainers } from './places-within.ts'
import { findSentence, type Scene } from './scene.ts'
import { listKinds } from './words.ts'

/** What a bare name most likely is. The city before the governorate of the same name: both are written so, the city more often. */
const PROMINENCE: Readonly<Record<string, number>> = {
  country: 4,
  city: 3,
  region: 2.6,
  governorate: 2.5,
  sea: 2.5,
  river: 2.4,
  town: 2,
  border: 2,
  island: 1.6,
  district: 1.5,
  mountain: 1.2,
  village: 1,
  quarter: 0.8,
}
const OTHER_KIND = 0.6
/** Weights of evidence, chosen on the homonym sentences of `specs/places.tsv`: a container named in the sentence outweighs all. */
const KIND_FITS = 3.5
const KIND_ORDER = 0.5
/** With a kind word prominence only breaks ties. */
const LITTLE = 0.3
const HOLDER_NEXT = 3
const CONTAINER_IN_SENTENCE = 4
const NEIGHBOUR_IN_SENTENCE = 2
const CONTAINER_IN_ARTICLE = 2
const NEIGHBOUR_IN_ARTICLE = 1
const COUNTRY_IN_SENTENCE = 1.5
const COUNTRY_OF_ARTICLE = 1
const BESIDE_IN_SENTENCE = 2
/** A row whose name the table calls ambiguous, beside one that it does not, is the lesser known. */
const LESSER_KNOWN = 0.5
const GOVERNORATE_FOR_COUNTRYSIDE = 1
/** What is a town to one report is a village to another: after these words the kind decides nothing. */
const VILLAGES: ReadonlySet<string> = new Set(['town', 'village'])
/** Places of one sentence are mostly nearer to each other than this, in kilometres: half of them in the articles seen are within 25. */
const REACH = 50
/** Rows nearer to each other than this, in kilometres, are no homonyms worth a question. */
const SAME_PLACE = 15
/** Two rows nearer to each other than this in weight are both kept. */
const OPEN = 0.3

export interface Choice {
  /** Undefined where nothing speaks for one row rather than another. */
  readonly row: Row | undefined
  readonly candidates: readonly Row[]
}

interface Weighed {
  readonly row: Row
  readonly proof: Proof
  readonly weight: number
}

/**
 * Chooses among the rows of a name. No row and no candidates where the name is also an ordinary word and too little says
 * that a place is meant: `support` is what the words right beside it say.
 */
export function choosePlace(evidence: Evidence, related: Related, support: Support): Choice {
  const { scene, article, sentences } = evidence
  const { phrase, rows } = related
  const doubt = isDoubtful(rows)
  const sentence = sentences.get(findSentence(scene, phrase.from)) ?? emptyTally()
  const tallies = [article, sentence] as const
  addPhrase(scene, related, { tallies, sign: -1 })
  const weighed = rows
    .map(row => weighRow({ evidence, tallies, related, support }, row))
    .filter(({ row, proof }) => isBelievable(scene, row, { isDoubtful: doubt, phrase, support, proof }))
    .sort((a, b) => b.weight - a.weight)
  addPhrase(scene, related, { tallies, sign: 1 })
  const [best] = weighed
  if (best === undefined) return { row: undefined, candidates: [] }
  const open = weighed
    .filter(
      ({ row, weight }) =>
        row === best.row || (best.weight - weight < OPEN && isElsewhere(scene, row, best.row)),
    )
    .map(({ row }) => row)
  if (open.length === 1) return { row: best.row, candidates: [] }
  return { row: undefined, candidates: open }
}

/** A town and the district or province named after it are one place on the map. */
function isElsewhere({ lexicon }: Scene, row: Row, best: Row): boolean {
  const [mine, its] = [listContainers(lexicon, row), listContainers(lexicon, best)]
  const isHeld = mine.includes(best) || its.includes(row)
  const isLand = [row, best].some(({ cells }) => cells.kind === 'district')
  const isSibling =
    isLand && mine.some(container => container.cells.kind !== 'country' && its.includes(container))
  return !isHeld && !isSibling && measureKilometres(row, best) > SAME_PLACE
}

interface Weighing {
  readonly evidence: Evidence
  readonly tallies: readonly [article: Tally, sentence: Tally]
  readonly related: Related
  readonly support: Support
}

function weighRow({ evidence, tallies, related, support }: Weighing, row: Row): Weighed {
  const [article, sentence] = tallies
  const { lexicon } = evidence.scene
  const root = findRootCountry(lexicon, row)
  const containers = listContainers(lexicon, row).filter(({ id }) => id !== root)
  const sum = (counts: ReadonlyMap<string, number>): number => sumOver(containers, counts)
  const again = Math.min(1, Math.max(0, article.named.get(row.id) ?? 0))
  const beside = Math.max(0, 1 - findNearest(row, sentence) / REACH)
  const isHeld = sum(sentence.named) > 0
  const context =
    (isBeforeHolder(lexicon, row, { phrase: related.phrase, next: support.next }) ? HOLDER_NEXT : 0) +
    CONTAINER_IN_SENTENCE * sum(sentence.named) +
    NEIGHBOUR_IN_SENTENCE * sum(sentence.implied) +
    BESIDE_IN_SENTENCE * beside +
    CONTAINER_IN_ARTICLE * sum(article.named) +
    NEIGHBOUR_IN_ARTICLE * (sum(article.implied) + again)
  const country = root.toUpperCase()
  const isHere = country === evidence.country
  const isNamedHere = (sentence.named.get(root) ?? 0) > 0 || country === related.nationality
  const proof = {
    context,
    isHeld,
    isBeside: beside > 0,
    isKnown: again > 0,
    isHere: isHere && evidence.isAbout,
    isHolding: sumOver(isLarge(lexicon, row) ? [row, ...containers] : [row], sentence.implied) > 0,
  }
  const land = (isHere ? COUNTRY_OF_ARTICLE : 0) + (isNamedHere ? COUNTRY_IN_SENTENCE : 0)
  const isOdd = row.cells.ambiguous === 'yes' && !isDoubtful(related.rows)
  return { row, proof, weight: context + land + weighKind(related, row) - (isOdd ? LESSER_KNOWN : 0) }
}

function sumOver(containers: readonly Row[], counts: ReadonlyMap<string, number>): number {
  const total = containers.reduce((sum, { id }) => sum + Math.max(0, counts.get(id) ?? 0), 0)
  return Math.min(1, total)
}

/** Kilometres to the nearest other place that the sentence names; infinite where none has a point. */
function findNearest(row: Row, { points }: Tally): number {
  let nearest = Number.POSITIVE_INFINITY
  for (const [other, count] of points) {
    if (count > 0 && other.id !== row.id) nearest = Math.min(nearest, measureKilometres(row, other))
  }
  return nearest
}

function weighKind({ phrase: { kindWord, part } }: Related, { cells }: Row): number {
  const kind = cells.kind ?? ''
  const prominence = PROMINENCE[kind] ?? OTHER_KIND
  const isSeat = part?.startsWith('countryside') === true && kind === 'governorate'
  const countryside = isSeat ? GOVERNORATE_FOR_COUNTRYSIDE : 0
  if (kindWord === undefined) return prominence + countryside
  const kinds = listKinds(kindWord.row)
  const rank = kinds.indexOf(kind)
  if (rank < 0) return prominence + countryside
  return VILLAGES.has(kinds[0] ?? '') ? KIND_FITS : KIND_FITS + LITTLE * prominence - KIND_ORDER * rank
}
