/** Decides which place a name means: by its kind word, by what else the sentence and the article name, by prominence. */
import type { Row } from '../lexicon/tables.ts'
import { weighCountries } from './countries.ts'
import type { Phrase } from './places-phrase.ts'
import { isBelievable, isCounted, type Proof, type Support } from './places-proof.ts'
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
/** Weights of evidence, chosen on the homonym sentences of `specs/places.tsv`: a container named in the sentence outweighs prominence. */
const KIND_FITS = 8
const KIND_ORDER = 0.5
/** With a kind word prominence only breaks ties. */
const LITTLE = 0.3
const CONTAINER_IN_SENTENCE = 4
const NEIGHBOUR_IN_SENTENCE = 2
const CONTAINER_IN_ARTICLE = 2
const NEIGHBOUR_IN_ARTICLE = 1
const COUNTRY_OF_ARTICLE = 1
/** Two rows nearer to each other than this in weight are both kept. */
const OPEN = 0.3
/** Names so often make a country the article's own. */
const LEAST_WEIGHT = 2

export interface Choice {
  /** Undefined where nothing speaks for one row rather than another. */
  readonly row: Row | undefined
  readonly candidates: readonly Row[]
}

/** How often a place is named, and how often something in it is, in one sentence or article. */
interface Tally {
  readonly named: Map<string, number>
  readonly implied: Map<string, number>
}

export interface Evidence {
  readonly scene: Scene
  /** The country that the article is about; empty where it names none often enough. */
  readonly country: string
  readonly article: Tally
  readonly sentences: ReadonlyMap<number, Tally>
}

/** Counts what the phrases of an article name, each candidate of a name with its share. */
export function tallyPhrases(scene: Scene, phrases: readonly Phrase[]): Evidence {
  const article = emptyTally()
  const sentences = new Map<number, Tally>()
  for (const phrase of phrases) {
    const index = findSentence(scene, phrase.from)
    const sentence = sentences.get(index) ?? emptyTally()
    sentences.set(index, sentence)
    addPhrase(scene, phrase, { tallies: [article, sentence], sign: 1 })
  }
  const [country, weight] = [...weighCountries(scene)][0] ?? ['', 0]
  return { scene, country: weight >= LEAST_WEIGHT ? country : '', article, sentences }
}

function emptyTally(): Tally {
  return { named: new Map(), implied: new Map() }
}

interface Adding {
  readonly tallies: readonly Tally[]
  readonly sign: 1 | -1
}

function addPhrase(scene: Scene, phrase: Phrase, { tallies, sign }: Adding): void {
  const rows = listRows(phrase)
  const share = sign / rows.length
  const hasKindWord = phrase.kindWord !== undefined
  for (const row of rows.filter(row => isCounted(scene.lexicon, row, hasKindWord))) {
    for (const { named } of tallies) add(named, row.id, share)
    for (const container of listContainers(scene.lexicon, row)) {
      if (container.cells.kind === 'country') continue
      for (const { implied } of tallies) add(implied, container.id, share)
    }
  }
}

function add(counts: Map<string, number>, id: string, share: number): void {
  counts.set(id, (counts.get(id) ?? 0) + share)
}

/** The rows that a phrase may mean: those of the kind that its kind word asks for, where there are any. */
export function listRows({ by, name, kindWord, part }: Phrase): Row[] {
  if (by === 'generic') return []
  const rows = [...new Set((name?.places ?? []).map(({ row }) => row))]
  if (kindWord === undefined || part !== undefined) return rows
  const kinds = listKinds(kindWord.row)
  const fit = rows.filter(({ cells }) => kinds.includes(cells.kind ?? ''))
  return fit.length > 0 ? fit : rows
}

/**
 * Chooses among the rows of a name. No row and no candidates where the name is also an ordinary word and too little says
 * that a place is meant: `support` is what the words right beside it say.
 */
export function choosePlace(evidence: Evidence, phrase: Phrase, support: Support): Choice {
  const { scene, article, sentences } = evidence
  const tallies = [article, sentences.get(findSentence(scene, phrase.from)) ?? emptyTally()]
  addPhrase(scene, phrase, { tallies, sign: -1 })
  const weighed = listRows(phrase)
    .map(row => weighRow({ evidence, tallies, phrase }, row))
    .filter(({ row, proof }) => isBelievable(scene, row, { phrase, support, proof }))
    .sort((a, b) => b.weight - a.weight)
  addPhrase(scene, phrase, { tallies, sign: 1 })
  const [best, second] = weighed
  if (best === undefined) return { row: undefined, candidates: [] }
  const open = weighed.filter(({ weight }) => best.weight - weight < OPEN).map(({ row }) => row)
  if (second === undefined || open.length === 1) return { row: best.row, candidates: [] }
  return { row: best.proof.context > 0 ? best.row : undefined, candidates: open }
}

interface Weighing {
  readonly evidence: Evidence
  readonly tallies: readonly Tally[]
  readonly phrase: Phrase
}

interface Weighed {
  readonly row: Row
  readonly proof: Proof
  readonly weight: number
}

function weighRow({ evidence, tallies, phrase }: Weighing, row: Row): Weighed {
  const [article, sentence] = tallies as [Tally, Tally]
  const { lexicon } = evidence.scene
  const containers = listContainers(lexicon, row).filter(({ cells }) => cells.kind !== 'country')
  const sum = (counts: Map<string, number>): number =>
    Math.min(
      1,
      containers.reduce((total, { id }) => total + Math.max(0, counts.get(id) ?? 0), 0),
    )
  const again = Math.min(1, Math.max(0, article.named.get(row.id) ?? 0))
  const context =
    CONTAINER_IN_SENTENCE * sum(sentence.named) +
    NEIGHBOUR_IN_SENTENCE * sum(sentence.implied) +
    CONTAINER_IN_ARTICLE * sum(article.named) +
    NEIGHBOUR_IN_ARTICLE * (sum(article.implied) + again)
  const isHere = findRootCountry(lexicon, row).toUpperCase() === evidence.country
  const proof = { context, isHeld: sum(sentence.named) > 0, isKnown: again > 0, isHere }
  return { row, proof, weight: context + (isHere ? COUNTRY_OF_ARTICLE : 0) + weighKind(phrase, row) }
}

function weighKind({ kindWord }: Phrase, { cells }: Row): number {
  const kind = cells.kind ?? ''
  const prominence = PROMINENCE[kind] ?? OTHER_KIND
  const rank = kindWord === undefined ? -1 : listKinds(kindWord.row).indexOf(kind)
  return rank < 0 ? prominence : KIND_FITS + LITTLE * prominence - KIND_ORDER * rank
}
