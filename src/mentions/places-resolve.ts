/** A phrase with its surroundings becomes a mention: which row, what part of it, how near. */
import { BY } from '../lexicon/clitics.ts'
import type { Row } from '../lexicon/tables.ts'
import type { NumberMention, PlaceMention, Precision, Span } from '../model.ts'
import { type Choice, choosePlace } from './places-choose.ts'
import { type Evidence, findNationality, listRows, type Related } from './places-evidence.ts'
import { findAntecedent, type Known } from './places-generic.ts'
import { nameOnly, type Phrase } from './places-phrase.ts'
import { isDoubtful, type Support } from './places-proof.ts'
import { CENTRE, findRelation, type Relation } from './places-relation.ts'
import { hasAnd } from './places-unknown.ts'
import { isTownWord } from './places-words.ts'
import type { Scene } from './scene.ts'
import { findWordBefore, listKinds, spanTo, wordsOf } from './words.ts'

export interface Resolving {
  readonly known: Known
  readonly next: Related | undefined
}

/** Places that have a north and a south of their own. */
const WIDE: ReadonlySet<string> = new Set(['country', 'region', 'governorate'])
/** Kinds that are a place of their own even where the article never names them: "المطار العسكري". */
const SINGLE: ReadonlySet<string> = new Set(['airport', 'crossing', 'dam', 'base'])
const PREPOSITIONS = wordsOf('particles', 'preposition toward locative')
const BESIDE = wordsOf('place-words', 'beside')
const NOTHING: Choice = { row: undefined, candidates: [] }

/** A phrase with the words around it that place it; `numbers` of the text for distances. */
export function relatePhrase(scene: Scene, phrase: Phrase, numbers: readonly NumberMention[]): Related {
  const rows = listRows(phrase)
  const isBare = phrase.kindWord === undefined
  const isLand = phrase.by === 'land'
  const isWide = isBare && (isLand || rows.some(({ cells }) => WIDE.has(cells.kind ?? '')))
  const isNamed = phrase.by === 'name' || phrase.by === 'unknown' || (isLand && isBare)
  const relation = isNamed ? findRelation(scene, phrase, { isWide, numbers }) : { from: phrase.from }
  const isDirected =
    relation.offset !== undefined || (relation.part !== undefined && relation.part !== CENTRE)
  const isPlaced = phrase.kindWord !== undefined || isDirected || relation.relation === 'near'
  return { phrase, relation, rows, isPlaced, nationality: findNationality(scene, phrase) }
}

/** The mention of a phrase; undefined where the words are no place after all, or "the town" has no antecedent. */
export function resolvePhrase(
  evidence: Evidence,
  related: Related,
  resolving: Resolving,
): PlaceMention | undefined {
  const { scene } = evidence
  const { phrase } = related
  if (phrase.by === 'land') return resolveLand(evidence, related)
  if (phrase.by !== 'generic') return resolveName(evidence, related, resolving)
  const named = findAntecedent(scene, phrase, resolving.known)
  if (named === undefined && phrase.name !== undefined) {
    return resolveName(evidence, relatePhrase(scene, nameOnly(phrase.name), []), resolving)
  }
  if (named === undefined && !isSingle(phrase)) return undefined
  const mention = readMention(scene, { phrase, choice: { row: named?.row, candidates: [] }, relation: {} })
  return named?.mention === undefined ? mention : { ...mention, antecedent: named.mention.span }
}

function isSingle({ kindWord, to }: Phrase): boolean {
  return kindWord !== undefined && to > kindWord.to && listKinds(kindWord.row).some(kind => SINGLE.has(kind))
}

function resolveName(evidence: Evidence, related: Related, resolving: Resolving): PlaceMention | undefined {
  const { scene } = evidence
  const { phrase, relation } = related
  if (phrase.by === 'unknown') return readMention(scene, { phrase, choice: NOTHING, relation })
  const choice = choosePlace(evidence, related, findSupport(scene, related, resolving))
  const isNone = choice.row === undefined && choice.candidates.length === 0
  const isTown = phrase.kindWord !== undefined && isTownWord(phrase.kindWord)
  return isNone && !isTown ? undefined : readMention(scene, { phrase, choice, relation })
}

/** What the words right beside a name say of it. */
function findSupport(scene: Scene, related: Related, { known, next }: Resolving): Support {
  const { phrase, relation, nationality } = related
  const isNear = relation.relation === 'near' && relation.offset === undefined
  const isDirected =
    relation.offset !== undefined || (relation.part !== undefined && relation.part !== CENTRE)
  const clitics = phrase.name?.clitics ?? 0
  const isAfter = (clitics & BY) !== 0 || findWordBefore(scene, phrase.from, PREPOSITIONS) !== undefined
  const beside = [known.before, next?.phrase].filter(other => isListedWith(phrase, other))
  return {
    isCertain: phrase.kindWord !== undefined || isDirected,
    isListed: beside.some(other => isPlain(other)),
    isChained: beside.length > 0,
    isNear: isNear && findWordBefore(scene, phrase.from, BESIDE) !== undefined,
    isAfterPreposition: isAfter || isNear,
    next,
    nationality,
  }
}

/** True where "and" joins two names. */
function isListedWith(phrase: Phrase, other: Phrase | undefined): boolean {
  if (other?.name === undefined || phrase.name === undefined) return false
  const [first, second] = other.from < phrase.from ? [other, phrase] : [phrase, other]
  return first.to === second.from && hasAnd(second.name ?? { clitics: 0 })
}

/** "الحرية والكرامة" are no towns: one of the names must be no ordinary word. */
function isPlain(other: Phrase | undefined): boolean {
  return other !== undefined && (other.kindWord !== undefined || !isDoubtful(listRows(other)))
}

function resolveLand({ scene, country }: Evidence, { phrase, relation }: Related): PlaceMention | undefined {
  const own = phrase.country === undefined ? [country] : (phrase.country.row.cells.country ?? '').split('|')
  const row = scene.lexicon.rows.places.get((own[0] ?? '').toLowerCase())
  if (row === undefined && phrase.country === undefined) return undefined
  return readMention(scene, { phrase, choice: { row, candidates: [] }, relation })
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
