/** What the phrases of an article say about each other: which places are named, and which hold those that are. */
import type { Row } from '../lexicon/tables.ts'
import { findAdjective } from './actors-force.ts'
import { weighCountries } from './countries.ts'
import type { Phrase } from './places-phrase.ts'
import { isDoubtful, isLarge } from './places-proof.ts'
import type { Relation } from './places-relation.ts'
import { findRootCountry, listContainers } from './places-within.ts'
import { findSentence, type Scene } from './scene.ts'
import { hasFront, isJoined, listKinds } from './words.ts'

/** A phrase with its surroundings and the rows that it may mean. */
export interface Related {
  readonly phrase: Phrase
  readonly relation: Relation
  readonly rows: readonly Row[]
  /** True where a kind word, a direction or another place's distance from it shows that it is a place. */
  readonly isPlaced: boolean
  /** Country of an adjective after the name: "سروج التركية". */
  readonly nationality: string | undefined
}

/** How often a place is named, and how often something in it is, in one sentence or article. */
export interface Tally {
  readonly named: Map<string, number>
  readonly implied: Map<string, number>
  /** How often each row with a point is named. */
  readonly points: Map<Row, number>
}

export interface Evidence {
  readonly scene: Scene
  /** The country that the article names most; empty where it names none. */
  readonly country: string
  /** True where it names that country often enough to be about it. */
  readonly isAbout: boolean
  readonly article: Tally
  readonly sentences: ReadonlyMap<number, Tally>
}

/** Names so often make a country the article's own. */
const LEAST_WEIGHT = 1.5
/** Kinds whose point says little about what is near. */
const WIDE: ReadonlySet<string> = new Set('country governorate region sea river border'.split(' '))

/** The rows of a phrase's name, those of the kind that its kind word asks for where there are any; none for "the town". */
export function listRows({ by, name, kindWord, part }: Phrase): Row[] {
  if (by === 'generic') return []
  const rows = [...new Set((name?.places ?? []).map(({ row }) => row))]
  if (kindWord === undefined || part !== undefined) return rows
  const kinds = listKinds(kindWord.row)
  const fit = rows.filter(({ cells }) => kinds.includes(cells.kind ?? ''))
  return fit.length > 0 ? fit : rows
}

/** Country of the adjective that follows a name, as an ISO code. */
export function findNationality(scene: Scene, { to, by }: Phrase): string | undefined {
  if (by !== 'name' || !isJoined(scene, to)) return undefined
  const adjective = findAdjective(scene, to)
  if (adjective === undefined || hasFront(adjective.clitics)) return undefined
  return (adjective.row.cells.country ?? '').split('|')[0]
}

/** An empty tally. */
export function emptyTally(): Tally {
  return { named: new Map(), implied: new Map(), points: new Map() }
}

/** Counts what the phrases of an article name, each candidate of a name with its share. */
export function tallyPhrases(scene: Scene, phrases: readonly Related[]): Evidence {
  const article = emptyTally()
  const sentences = new Map<number, Tally>()
  for (const related of phrases) {
    const index = findSentence(scene, related.phrase.from)
    const sentence = sentences.get(index) ?? emptyTally()
    sentences.set(index, sentence)
    addPhrase(scene, related, { tallies: [article, sentence], sign: 1 })
  }
  const [country, weight] = [...weighCountries(scene)][0] ?? ['', 0]
  return { scene, country, isAbout: weight >= LEAST_WEIGHT, article, sentences }
}

export interface Adding {
  readonly tallies: readonly Tally[]
  readonly sign: 1 | -1
}

/** Adds a phrase to tallies, or takes it out again while it is itself decided. */
export function addPhrase(scene: Scene, related: Related, { tallies, sign }: Adding): void {
  const { rows, isPlaced } = related
  const share = sign / rows.length
  const isPlain = isPlaced || !isDoubtful(rows)
  for (const row of rows.filter(row => isPlain || isLarge(scene.lexicon, row))) {
    for (const { named, points } of tallies) {
      add(named, row.id, share)
      if (!WIDE.has(row.cells.kind ?? '')) add(points, row, sign)
      if (row.cells.kind === 'region') add(named, findRootCountry(scene.lexicon, row), share)
    }
    for (const { id, cells } of listContainers(scene.lexicon, row)) {
      if (cells.kind !== 'country') for (const { implied } of tallies) add(implied, id, share)
    }
  }
}

function add<Key>(counts: Map<Key, number>, key: Key, share: number): void {
  counts.set(key, (counts.get(key) ?? 0) + share)
}
