/** Words for forces, aircraft and acts with the actor they belong to: "مسلحو التنظيم", "طائرة مسيرة تركية", "الغارات الروسية". */
import { PRONOUN, TO } from '../lexicon/clitics.ts'
import type { Hit } from '../lexicon/match.ts'
import type { Row } from '../lexicon/tables.ts'
import type { ForceKind, Span } from '../model.ts'
import { findName, type Scene } from './scene.ts'
import { findWord, hasFront, isDefinite, isIn, isJoined, isOf, listKinds, spanTo, wordsOf } from './words.ts'

/** A wording for an actor before it is decided who that is. */
export interface Spot {
  readonly from: number
  readonly to: number
  readonly span: Span
  readonly by: 'name' | 'short name' | 'adjective' | 'pronoun' | 'none'
  /** Rows that the name may stand for; of a pronoun and of unnamed fighters none. */
  readonly rows: readonly Row[]
  readonly name?: Span
  readonly force?: ForceKind
  readonly isAlly: boolean
}

const HEADS = wordsOf('particles', 'force fighter aircraft gun')
const ACTS = wordsOf('particles', 'act')
const EVENTS = wordsOf('events', 'noun')
const ADJECTIVES = wordsOf('particles', 'force-adjective')
const OWNERS = wordsOf('particles', 'owner')
const ALLIES = wordsOf('particles', 'ally')
const FORCES: readonly ForceKind[] = ['aircraft', 'gun', 'force', 'fighter', 'act']
/** "مجموعة من المقاتلين التابعين لفصائل ..." goes on for no more words than this. */
const MOST_STEPS = 8

interface Walk {
  readonly scene: Scene
  /** The noun that an adjective would agree with. */
  head: Hit
  force: ForceKind
  at: number
  isLinked: boolean
  isAlly: boolean
}

/** Reads the wording that begins with a force, aircraft or act word at `token`; undefined where none does. */
export function readForce(scene: Scene, token: number): Spot | undefined {
  const head = findWord(scene, token, HEADS) ?? findWord(scene, token, ACTS) ?? findWord(scene, token, EVENTS)
  if (head === undefined) return undefined
  const walk: Walk = { scene, head, force: findForceKind(head), at: head.to, isLinked: false, isAlly: false }
  if (head.clitics & PRONOUN) return readOwn(walk)
  for (let step = 0; step < MOST_STEPS && isJoined(scene, walk.at); step++) {
    const spot = readOwner(walk, head)
    if (spot !== undefined) return spot
    if (!takeStep(walk)) break
  }
  return readUnnamed(walk, head)
}

function findForceKind({ row }: Hit): ForceKind {
  const kinds = listKinds(row)
  return FORCES.find(force => kinds.includes(force)) ?? 'act'
}

/** "قواته", "مقاتليه": whose they are is for the resolver. */
function readOwn({ head, force }: Walk): Spot | undefined {
  if (force === 'act') return undefined
  return { ...placeOf(head, head.to), span: head.span, by: 'pronoun', rows: [], force, isAlly: false }
}

function placeOf(head: Hit, to: number): { from: number; to: number } {
  return { from: head.from, to }
}

function readOwner(walk: Walk, first: Hit): Spot | undefined {
  const { scene, at, force, isAlly } = walk
  const name = findName(scene, at)
  const rows = name === undefined || !isOwning(walk, name.clitics) ? [] : [...name.actors, ...name.shorts]
  if (name !== undefined && rows.length > 0 && force !== 'act') {
    const by = name.actors.length > 0 ? 'name' : 'short name'
    const found = by === 'name' ? name.actors : name.shorts
    return {
      ...placeOf(first, name.to),
      span: spanTo(scene, first.span[0], name.to - 1),
      by,
      rows: found.map(({ row }) => row),
      name: name.span,
      force,
      isAlly,
    }
  }
  return readAdjective(walk, first)
}

/** After a bare noun the name stands without preposition; after "belonging" or a plain noun "to" may be written onto it. */
function isOwning({ isLinked, isAlly, force }: Walk, clitics: number): boolean {
  if (!hasFront(clitics)) return true
  return (clitics & TO) !== 0 && (isLinked || isAlly || force === 'aircraft' || force === 'gun')
}

function readAdjective(walk: Walk, first: Hit): Spot | undefined {
  const { scene, at, head, force } = walk
  const adjective = findAdjective(scene, at)
  if (adjective === undefined || hasFront(adjective.clitics)) return undefined
  if (force === 'act' && isDefinite(scene, adjective) !== isDefinite(scene, head)) return undefined
  return {
    ...placeOf(first, adjective.to),
    span: spanTo(scene, first.span[0], adjective.to - 1),
    by: 'adjective',
    rows: [adjective.row],
    name: adjective.span,
    force,
    isAlly: walk.isAlly,
  }
}

/** The adjective of an actor at `token`: "روسية". */
export function findAdjective(scene: Scene, token: number): Hit | undefined {
  const end = scene.firstHit[token + 1] ?? scene.hits.length
  for (let i = scene.firstHit[token] ?? end; i < end; i++) {
    const hit = scene.hits[i] as Hit
    if (hit.column === 'adjectives' && !(hit.clitics & PRONOUN)) return hit
  }
  return undefined
}

/** Goes one word on within the wording; false where it ends. */
function takeStep(walk: Walk): boolean {
  const { scene, at } = walk
  const nested = walk.force === 'act' ? undefined : findWord(scene, at, HEADS)
  if (nested !== undefined && !hasFront(nested.clitics) && !(nested.clitics & PRONOUN)) {
    const force = findForceKind(nested)
    if (force === 'aircraft') walk.force = force
    walk.head = nested
    walk.at = nested.to
    return true
  }
  return takeLink(walk)
}

function takeLink(walk: Walk): boolean {
  const { scene, at } = walk
  const adjective = findWord(scene, at, ADJECTIVES)
  if (adjective !== undefined && !hasFront(adjective.clitics)) {
    walk.at = adjective.to
    return true
  }
  const owner = findWord(scene, at, OWNERS)
  const ally = findWord(scene, at, ALLIES)
  const link = owner ?? ally
  if (link !== undefined && walk.force !== 'act') {
    walk.isLinked ||= owner !== undefined
    walk.isAlly ||= owner === undefined
    walk.at = link.to
    return true
  }
  return takePreposition(walk)
}

/** "وحدات من الجيش", "تابعة ل - جيش الفتح", "مقاتلات سلاح الجو في الجيش". */
function takePreposition(walk: Walk): boolean {
  const { scene, at, force } = walk
  if (force === 'act') return false
  const isBare = scene.text.tokens[at]?.form.length === 1
  const isLink = isOf(scene, at) || (isIn(scene, at) && hasArmyNext(walk)) || (isBare && isLinking(walk))
  if (!isLink) return false
  walk.at = at + 1
  return true
}

function isLinking({ isLinked, isAlly }: Walk): boolean {
  return isLinked || isAlly
}

function hasArmyNext({ scene, at }: Walk): boolean {
  const name = findName(scene, at + 1)
  return name !== undefined && [...name.actors, ...name.shorts].some(({ row }) => row.cells.kind === 'army')
}

/** Fighters and aircraft without an owner are mentions of nobody in particular; other words then name nothing. */
function readUnnamed(walk: Walk, head: Hit): Spot | undefined {
  const { scene, force } = walk
  let to = head.to
  let adjective = findWord(scene, to, ADJECTIVES)
  while (adjective !== undefined && isJoined(scene, to) && !hasFront(adjective.clitics)) {
    to = adjective.to
    adjective = findWord(scene, to, ADJECTIVES)
  }
  const isAlone = force === 'fighter' || force === 'aircraft'
  if (!isAlone && (force !== 'force' || to === head.to)) return undefined
  return {
    ...placeOf(head, to),
    span: spanTo(scene, head.span[0], to - 1),
    by: 'none',
    rows: [],
    force,
    isAlly: false,
  }
}
