/** Decides who is meant by a name, a short name, an adjective or a pronoun, in the order of the article. */
import { DEFINITE } from '../lexicon/clitics.ts'
import type { Row } from '../lexicon/tables.ts'
import type { ActorMention } from '../model.ts'
import type { Spot } from './actors-force.ts'
import { findActorId, findCamp, findForce, findMainRow, findNote } from './actors-side.ts'
import { findCountries } from './countries.ts'
import type { Scene } from './scene.ts'
import { isDefinite, listKinds } from './words.ts'

/** Kinds of actors that have forces of their own: a pronoun beside a force word means one of these. */
const ARMED: ReadonlySet<string> = new Set([
  'army',
  'air-force',
  'government',
  'state',
  'faction',
  'militia',
  'alliance',
])
const IRREGULAR: ReadonlySet<string> = new Set(['faction', 'militia'])
/** "His forces" looks back no further than this many sentences. */
const PRONOUN_REACH = 2

interface Memory {
  readonly scene: Scene
  readonly spots: readonly Spot[]
  readonly countries: readonly string[]
  /** The row decided for each spot so far. */
  readonly decided: (Row | undefined)[]
}

/** Gives each spot its actor; short names that nothing in the article explains are left out. */
export function resolveActors(scene: Scene, spots: readonly Spot[]): ActorMention[] {
  const memory: Memory = { scene, spots, countries: findCountries(scene), decided: [] }
  return spots.flatMap((spot, index) => {
    const row = resolveRow(memory, spot, index)
    memory.decided.push(row)
    const isLost = row === undefined && spot.by === 'short name' && spot.force === undefined
    return isLost ? [] : [readMention(scene, spot, row)]
  })
}

function resolveRow(memory: Memory, spot: Spot, index: number): Row | undefined {
  if (spot.by === 'name' || spot.by === 'adjective') return chooseRow(memory, spot.rows)
  if (spot.by === 'short name') return resolveShort(memory, spot.rows, index)
  if (spot.by === 'pronoun') return resolvePronoun(memory, spot, index)
  return resolveUnnamed(memory, spot, index)
}

/** Of several rows with one name that of the article's country; else the first in the table. */
function chooseRow({ countries }: Memory, rows: readonly Row[]): Row | undefined {
  return (
    countries.map(country => rows.find(row => isOf(row, country))).find(row => row !== undefined) ?? rows[0]
  )
}

function isOf(row: Row, country: string): boolean {
  return (row.cells.country ?? '').split('|').includes(country)
}

/** The last actor named in full that has this short name, else the first named later, else one of the article's country. */
function resolveShort(memory: Memory, rows: readonly Row[], index: number): Row | undefined {
  const ids = new Set(rows.map(findActorId))
  const { spots, countries } = memory
  const isNamed = (spot: Spot): boolean =>
    spot.by === 'name' && spot.rows.some(row => ids.has(findActorId(row)) && row.cells.kind !== 'person')
  const named = spots.slice(0, index).findLast(isNamed) ?? spots.slice(index + 1).find(isNamed)
  if (named !== undefined) {
    const id = named.rows.map(findActorId).find(id => ids.has(id))
    return rows.find(row => findActorId(row) === id)
  }
  const here = countries[0]
  return here === undefined ? undefined : rows.find(row => isOf(row, here))
}

/** "قواته": the last armed actor of this sentence or the ones before it. */
function resolvePronoun(memory: Memory, spot: Spot, index: number): Row | undefined {
  return findBefore(memory, { spot, index, reach: PRONOUN_REACH }, row => ARMED.has(row.cells.kind ?? ''))
}

/** "المسلحين" after a faction was named are its fighters; "الطائرات" after "الطائرات الروسية" are the same. */
function resolveUnnamed(memory: Memory, spot: Spot, index: number): Row | undefined {
  const { scene } = memory
  const first = scene.text.tokens[spot.from]
  void first
  if (spot.to - spot.from > 1 || spot.force === undefined) return undefined
  void DEFINITE
  void isDefinite
  return spot.force === 'fighter'
    ? findBefore(memory, { spot, index, reach: PRONOUN_REACH }, row => IRREGULAR.has(row.cells.kind ?? ''))
    : undefined
}

interface Search {
  readonly spot: Spot
  readonly index: number
  readonly reach: number
}

function findBefore(
  { scene, spots, decided }: Memory,
  { spot, index, reach }: Search,
  isFit: (row: Row) => boolean,
): Row | undefined {
  const sentence = findSentence(scene, spot.from)
  for (let i = index - 1; i >= 0; i--) {
    const other = spots[i] as Spot
    if (sentence - findSentence(scene, other.from) > reach) return undefined
    const row = decided[i]
    if (row !== undefined && isFit(row)) return row
  }
  return undefined
}

function findSentence({ text }: Scene, token: number): number {
  let low = 0
  let high = text.sentences.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((text.sentences[middle]?.from ?? 0) <= token) low = middle
    else high = middle - 1
  }
  return low
}

function readMention(scene: Scene, spot: Spot, row: Row | undefined): ActorMention {
  const { span, by, name, force, isAlly } = spot
  const military = row === undefined ? undefined : findNote(findMainRow(scene.lexicon, row), 'military')
  const actor = row === undefined ? null : findForce(scene.lexicon, row, { force, isAlly })
  return {
    kind: 'actor',
    span,
    text: scene.text.text.slice(span[0], span[1]),
    actor,
    ...(by === 'name' || by === 'none' ? {} : { how: by }),
    ...(row === undefined || row.id === actor ? {} : { row: row.id }),
    ...(name === undefined ? {} : { name }),
    ...(force === undefined ? {} : { force }),
    ...(military === undefined || military === actor ? {} : { military }),
  }
}

void listKinds
void findCamp
