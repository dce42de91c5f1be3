/** A phrase with its surroundings becomes a mention: which row, what part of it, how near. */
import { BY } from '../lexicon/clitics.ts'
import type { Row } from '../lexicon/tables.ts'
import type { NumberMention, PlaceMention, Precision, Span } from '../model.ts'
import { type Choice, choosePlace, type Evidence } from './places-choose.ts'
import { findAntecedent } from './places-generic.ts'
import { nameOnly, type Phrase } from './places-phrase.ts'
import type { Support } from './places-proof.ts'
import { findRelation, type Relation } from './places-relation.ts'
import { hasAnd } from './places-unknown.ts'
import type { Scene } from './scene.ts'
import { findWordBefore, listKinds, spanTo, wordsOf } from './words.ts'

/** A place that the article has named. */
export interface Known {
  readonly phrase: Phrase
  readonly mention: PlaceMention
}

export interface Resolving {
  /** The numbers of the text, for distances. */
  readonly numbers: readonly NumberMention[]
  readonly known: readonly Known[]
  readonly next: Phrase | undefined
}

/** Places that have a north and a south of their own. */
const WIDE: ReadonlySet<string> = new Set(['country', 'region', 'governorate'])
/** Kinds that are a place of their own even where the article never names them: "المطار العسكري". */
const SINGLE: ReadonlySet<string> = new Set(['airport', 'crossing', 'dam', 'base'])
const PREPOSITIONS = wordsOf('particles', 'preposition toward locative')
const NOTHING: Choice = { row: undefined, candidates: [] }

/** The mention of a phrase; undefined where the words are no place after all, or "the town" has no antecedent. */
export function resolvePhrase(
  evidence: Evidence,
  phrase: Phrase,
  resolving: Resolving,
): PlaceMention | undefined {
  const { scene } = evidence
  if (phrase.by === 'land') return resolveLand(scene, phrase)
  if (phrase.by !== 'generic') return resolveName(evidence, phrase, resolving)
  const row = findAntecedent(scene, phrase, resolving.known)
  if (row === undefined && phrase.name !== undefined)
    return resolveName(evidence, nameOnly(phrase.name), resolving)
  if (row === undefined && !isSingle(phrase)) return undefined
  return readMention(scene, { phrase, choice: { row, candidates: [] }, relation: {} })
}

function isSingle({ kindWord, to }: Phrase): boolean {
  return kindWord !== undefined && to > kindWord.to && listKinds(kindWord.row).some(kind => SINGLE.has(kind))
}

function resolveName(evidence: Evidence, phrase: Phrase, resolving: Resolving): PlaceMention | undefined {
  const { scene } = evidence
  const isBare = phrase.kindWord === undefined
  const isWide = isBare && (phrase.name?.places ?? []).some(({ row }) => WIDE.has(row.cells.kind ?? ''))
  const relation = findRelation(scene, phrase, { isWide, numbers: resolving.numbers })
  if (phrase.by === 'unknown') return readMention(scene, { phrase, choice: NOTHING, relation })
  const choice = choosePlace(evidence, phrase, findSupport(scene, phrase, { relation, resolving }))
  const isNone = choice.row === undefined && choice.candidates.length === 0
  return isNone ? undefined : readMention(scene, { phrase, choice, relation })
}

interface Beside {
  readonly relation: Relation
  readonly resolving: Resolving
}

/** What the words right beside a name say of it. */
function findSupport(scene: Scene, phrase: Phrase, { relation, resolving }: Beside): Support {
  const { known, next } = resolving
  const isNear = relation.relation === 'near' && relation.offset === undefined
  const isDirected = relation.offset !== undefined || relation.part !== undefined
  const clitics = phrase.name?.clitics ?? 0
  const isAfter = (clitics & BY) !== 0 || findWordBefore(scene, phrase.from, PREPOSITIONS) !== undefined
  return {
    isCertain: phrase.kindWord !== undefined || isDirected,
    isListed: isListedAfter(known.at(-1)?.phrase, phrase) || isListedAfter(phrase, next),
    isAfterPreposition: isAfter || isNear,
    next,
  }
}

function isListedAfter(phrase: Phrase | undefined, next: Phrase | undefined): boolean {
  return phrase !== undefined && next?.name !== undefined && phrase.to === next.from && hasAnd(next.name)
}

function resolveLand(scene: Scene, phrase: Phrase): PlaceMention {
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
  const isPart = part !== undefined && phrase.kindWord === undefined && phrase.list === undefined
  if (!isPart || from === undefined) return phrase.span
  return spanTo(scene, scene.text.tokens[from]?.start ?? 0, phrase.to - 1)
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
