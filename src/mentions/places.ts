/** Finds the places that a text names, and decides which they are. */
import type { Row } from '../lexicon/tables.ts'
import type { NumberMention, PlaceMention, Precision, Span } from '../model.ts'
import { type Choice, choosePlace, type Evidence, tallyPhrases } from './places-choose.ts'
import { findAntecedent, type Known } from './places-generic.ts'
import { readList, readNext } from './places-list.ts'
import { type Phrase, readPart, readPhrase } from './places-phrase.ts'
import { findRelation, type Relation } from './places-relation.ts'
import { findKindWord, isPlural } from './places-words.ts'
import { findNameOver, type Scene } from './scene.ts'
import { spanTo } from './words.ts'

/** Places that have a north and a south of their own. */
const WIDE: ReadonlySet<string> = new Set(['country', 'region', 'governorate'])

/**
 * Finds the places of a text in order. A span begins at the kind word or the direction that belongs to the name.
 *
 *     "في أحياء الحميدية والكنامات بمدينة دير الزور" → الحميدية, الكنامات, مدينة دير الزور
 */
export function findPlaces(scene: Scene, numbers: readonly NumberMention[]): PlaceMention[] {
  const phrases = readPhrases(scene)
  const evidence = tallyPhrases(scene, phrases)
  const known: Known[] = []
  return phrases.flatMap(phrase => {
    const mention = resolvePhrase(evidence, phrase, { numbers, known })
    if (mention !== undefined) known.push({ phrase, mention })
    return mention === undefined ? [] : [mention]
  })
}

function readPhrases(scene: Scene): Phrase[] {
  const phrases: Phrase[] = []
  let at = 0
  while (at < scene.text.tokens.length) {
    const found = readPhrasesAt(scene, at)
    phrases.push(...found)
    at = Math.max(found.at(-1)?.to ?? 0, at + 1)
  }
  return phrases
}

/** The phrases that begin at a token: one, the items of a list, and what follows a name with "and". */
function readPhrasesAt(scene: Scene, token: number): Phrase[] {
  const over = findNameOver(scene, token)
  if (over !== undefined && over.places.length === 0 && over.to - over.from > 1) return []
  const kindWord = findKindWord(scene, token)
  const list = kindWord !== undefined && isPlural(kindWord) ? readList(scene, kindWord) : []
  if (list.length > 0) return list
  const phrase = readPhrase(scene, token) ?? (kindWord === undefined ? undefined : readPart(scene, kindWord))
  return phrase === undefined ? [] : [phrase, ...readFollowing(scene, phrase)]
}

/** "قرب كفر جالس ومورين": known names after "and" share the relation of the first. */
function readFollowing(scene: Scene, phrase: Phrase): Phrase[] {
  const following: Phrase[] = []
  let next = phrase.by === 'name' || phrase.by === 'unknown' ? readNext(scene, phrase.to) : undefined
  while (next?.by === 'name') {
    following.push({ ...next, list: phrase.from })
    next = readNext(scene, next.to)
  }
  return following
}

interface Resolving {
  readonly numbers: readonly NumberMention[]
  readonly known: readonly Known[]
}

function resolvePhrase(
  evidence: Evidence,
  phrase: Phrase,
  { numbers, known }: Resolving,
): PlaceMention | undefined {
  const { scene } = evidence
  if (phrase.by === 'generic') {
    const row = findAntecedent(scene, phrase, known)
    return row === undefined
      ? undefined
      : readMention(scene, { phrase, choice: { row, candidates: [] }, relation: {} })
  }
  if (phrase.by === 'land') return readLandMention(scene, phrase)
  const isWide =
    (phrase.name?.places ?? []).some(({ row }) => WIDE.has(row.cells.kind ?? '')) &&
    phrase.kindWord === undefined
  const relation = findRelation(scene, phrase, { isWide, numbers })
  const isPlaced =
    phrase.kindWord !== undefined || relation.relation === 'near' || relation.part !== undefined
  const choice =
    phrase.by === 'unknown' ? { row: undefined, candidates: [] } : choosePlace(evidence, phrase, isPlaced)
  if (phrase.by === 'name' && choice.row === undefined && choice.candidates.length === 0) return undefined
  return readMention(scene, { phrase, choice, relation })
}

function readLandMention(scene: Scene, phrase: Phrase): PlaceMention {
  const countries = (phrase.country?.row.cells.country ?? '').split('|')
  const row = scene.lexicon.rows.places.get((countries[0] ?? '').toLowerCase())
  return readMention(scene, { phrase, choice: { row, candidates: [] }, relation: {} })
}

interface Parts {
  readonly phrase: Phrase
  readonly choice: Choice
  readonly relation: Partial<Relation>
}

function readMention(scene: Scene, { phrase, choice, relation }: Parts): PlaceMention {
  const span = findSpan(scene, phrase, relation)
  const part = phrase.part ?? relation.part
  const { row, candidates } = choice
  return {
    kind: 'place',
    span,
    text: scene.text.text.slice(span[0], span[1]),
    place: row?.id ?? null,
    ...readPoint(row),
    ...(candidates.length > 1 ? { candidates: candidates.map(({ id }) => id) } : {}),
    ...(phrase.core === undefined ? {} : { name: phrase.core }),
    ...(phrase.kindWord === undefined ? {} : { kindWord: phrase.kindWord.row.id }),
    ...(part === undefined ? {} : { part }),
    ...(relation.relation === undefined ? {} : { relation: relation.relation }),
    ...(relation.offset === undefined ? {} : { offset: relation.offset }),
    ...(phrase.by === 'generic' ? { resolved: true } : {}),
  }
}

/** A direction that is a part of the name belongs to it: "شمال سوريا". */
function findSpan(scene: Scene, phrase: Phrase, { part, from }: Partial<Relation>): Span {
  const isPart =
    part !== undefined && from !== undefined && phrase.kindWord === undefined && phrase.list === undefined
  return isPart ? spanTo(scene, scene.text.tokens[from]?.start ?? 0, phrase.to - 1) : phrase.span
}

function readPoint(row: Row | undefined): Pick<PlaceMention, 'lat' | 'lon' | 'precision'> {
  if (row === undefined) return { lat: null, lon: null, precision: 'none' }
  const { lat = '', lon = '', precision = '' } = row.cells
  return {
    lat: lat === '' ? null : Number(lat),
    lon: lon === '' ? null : Number(lon),
    precision: (precision === '' ? 'none' : precision) as Precision,
  }
}
