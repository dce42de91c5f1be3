/** Words for forces, aircraft and acts with the actor they belong to: "مسلحو التنظيم", "طائرة مسيرة تركية", "الغارات الروسية". */
import { PRONOUN, TO } from '../lexicon/clitics.ts'
import type { Hit } from '../lexicon/match.ts'
import { type Row, tableBit } from '../lexicon/tables.ts'
import type { ForceKind, Span } from '../model.ts'
import { canStandAlone } from './actors-unnamed.ts'
import type { Name } from './names.ts'
import { findName, type Scene } from './scene.ts'
import {
  findStart,
  findWord,
  hasFront,
  isDefinite,
  isIn,
  isJoined,
  isOf,
  listKinds,
  spanTo,
  wordsOf,
} from './words.ts'

/** A wording for an actor before it is decided who that is. */
export interface Spot {
  readonly from: number
  readonly to: number
  readonly span: Span
  readonly by: 'name' | 'short name' | 'adjective' | 'pronoun' | 'latter' | 'none'
  /** Rows that the name may stand for; of a pronoun, "the latter" and unnamed fighters none. */
  readonly rows: readonly Row[]
  readonly isAlly: boolean
  readonly name?: Span
  readonly force?: ForceKind
  /** The force word that the wording begins with. */
  readonly head?: Hit
}

const HEADS = wordsOf('particles', 'force fighter aircraft gun own')
const ACTS = wordsOf('particles', 'act')
const EVENTS = wordsOf('events', 'noun')
const ADJECTIVES = wordsOf('particles', 'force-adjective')
const OWNERS = wordsOf('particles', 'belongs')
const ALLIES = wordsOf('particles', 'ally')
const OWN_LINKS = wordsOf('particles', 'own-link')
const RELATIVES = wordsOf('particles', 'relative')
const HA = '\u0647'
const TA_MARBUTA_END = '\u0629|'
const PLAIN = 'plain'
const FORCES: readonly ForceKind[] = ['aircraft', 'gun', 'force', 'fighter', 'act']
const ACTORS = tableBit('actors')
/** "مجموعة من المقاتلين التابعين لفصائل ..." goes on for no more words than this. */
const MOST_STEPS = 8

interface Walk {
  readonly scene: Scene
  readonly first: Hit
  /** The noun that an adjective would agree with. */
  head: Hit
  force: ForceKind
  at: number
  /** True after "belonging to" or "of": a name may follow though the noun is definite. */
  isLinked: boolean
  isAlly: boolean
}

/** Reads the wording that begins with a force, aircraft or act word at `token`; undefined where none does. */
export function readForce(scene: Scene, token: number): Spot | undefined {
  const head = findWord(scene, token, HEADS) ?? findWord(scene, token, ACTS) ?? findWord(scene, token, EVENTS)
  if (head === undefined || !isSpelled(scene, head)) return undefined
  const kinds = listKinds(head.row)
  const isAlly = kinds.includes('ally')
  const walk: Walk = {
    scene,
    first: head,
    head,
    force: findForceKind(head),
    at: head.to,
    isLinked: false,
    isAlly,
  }
  if (head.clitics & PRONOUN || kinds.includes('own')) return readOwn(walk, head.to)
  for (let step = 0; step < MOST_STEPS && isJoined(scene, walk.at); step++) {
    const spot = readOwner(walk)
    if (spot !== undefined) return spot
    if (!takeStep(walk)) break
  }
  return readUnnamed(walk)
}

/** Folding takes "قاده" (he led him) for "قادة". */
function isSpelled({ text }: Scene, { row, span, clitics }: Hit): boolean {
  if (clitics & PRONOUN || text.text.charAt(span[1] - 1) !== HA) return true
  return !`${row.id}|${row.cells.forms ?? ''}|`.includes(TA_MARBUTA_END)
}

function findForceKind({ row }: Hit): ForceKind {
  const kinds = listKinds(row)
  if (kinds.includes('own')) return 'fighter'
  return FORCES.find(force => kinds.includes(force)) ?? 'act'
}

function spotOf(walk: Walk, to: number, rest: Pick<Spot, 'by' | 'rows'> & { name?: Span }): Spot {
  const { scene, first, force, isAlly } = walk
  const span = spanTo(scene, findStart(scene, first), to - 1)
  return { from: first.from, to, span, force, isAlly, head: first, ...rest }
}

/** "قواته", "مليشيات تساندها": whose they are is for the resolver, unless an adjective says it ("حليفه الروسي"). */
function readOwn(walk: Walk, to: number): Spot | undefined {
  if (walk.force === 'act') return undefined
  const adjective = isJoined(walk.scene, to) ? findAdjective(walk.scene, to) : undefined
  if (adjective === undefined || !isDefinite(walk.scene, adjective) || hasFront(adjective.clitics)) {
    return spotOf(walk, to, { by: 'pronoun', rows: [] })
  }
  walk.isAlly = false
  return spotOf(walk, adjective.to, { by: 'adjective', rows: [adjective.row], name: adjective.span })
}

function readOwner(walk: Walk): Spot | undefined {
  const { scene, at, force, isAlly } = walk
  const link = isAlly ? findWord(scene, at, OWN_LINKS) : undefined
  if (link !== undefined) return readOwn(walk, link.to)
  const name = findName(scene, at)
  const spot = name === undefined || force === 'act' ? undefined : readOwnerName(walk, name)
  return spot ?? readAdjective(walk)
}

function readOwnerName(walk: Walk, name: Name): Spot | undefined {
  const found = [...name.actors, ...name.shorts]
  if (found.length === 0 || !isOwning(walk, name)) return undefined
  return spotOf(walk, name.to, {
    by: name.actors.length > 0 ? 'name' : 'short name',
    rows: found.map(({ row }) => row),
    name: name.span,
  })
}

/**
 * A noun without article takes the name as it is ("قوات النظام"), one with it only after a link ("القوات التابعة للنظام").
 * Common words for people are no owners: "قوات مدنية".
 */
function isOwning(walk: Walk, { clitics, actors }: Name): boolean {
  const { isLinked, isAlly, force, scene, head } = walk
  if (actors.some(({ row }) => row.cells.kind === 'category')) return false
  const isOpen = isLinked || isAlly
  if (!isOpen && isDefinite(scene, head)) return clitics === TO && force === 'aircraft'
  if (!hasFront(clitics)) return true
  return (clitics & TO) !== 0 && (isOpen || force === 'aircraft' || force === 'gun')
}

function readAdjective(walk: Walk): Spot | undefined {
  const { scene, at, head, force } = walk
  const adjective = findAdjective(scene, at)
  if (adjective === undefined || hasFront(adjective.clitics)) return undefined
  if (force === 'act' && isDefinite(scene, adjective) !== isDefinite(scene, head)) return undefined
  return spotOf(walk, adjective.to, { by: 'adjective', rows: [adjective.row], name: adjective.span })
}

/** The adjective of an actor at `token`: "روسية". */
export function findAdjective(scene: Scene, token: number): Hit | undefined {
  if (((scene.tables[token] ?? 0) & ACTORS) === 0) return undefined
  const end = scene.firstHit[token + 1] ?? scene.hits.length
  for (let i = scene.firstHit[token] ?? end; i < end; i++) {
    const hit = scene.hits[i] as Hit
    if (hit.column === 'adjectives' && !(hit.clitics & PRONOUN)) return hit
  }
  return undefined
}

/** Goes one word on within the wording; false where it ends. */
function takeStep(walk: Walk): boolean {
  const { scene, at, force } = walk
  const adjective = findWord(scene, at, ADJECTIVES)
  if (adjective !== undefined && !hasFront(adjective.clitics)) {
    walk.at = adjective.to
    return true
  }
  return force !== 'act' && (takeNested(walk) || takeLink(walk) || takePreposition(walk))
}

/** "وحدات الهندسة", "مقاتلات سلاح الجو": only a noun without article, or a link, takes another noun. */
function takeNested(walk: Walk): boolean {
  const { scene, at } = walk
  const nested = findWord(scene, at, HEADS)
  if (nested === undefined || hasFront(nested.clitics) || nested.clitics & PRONOUN) return false
  if (isDefinite(scene, walk.head) && !walk.isLinked) return false
  const force = findForceKind(nested)
  if (force === 'aircraft') walk.force = force
  walk.head = nested
  walk.at = nested.to
  walk.isLinked = false
  return true
}

/** "التابعة", "الموالية", "التي تدعمها". */
function takeLink(walk: Walk): boolean {
  const { scene } = walk
  const relative = findWord(scene, walk.at, RELATIVES)
  const at = relative === undefined || hasFront(relative.clitics) ? walk.at : relative.to
  const owner = at === walk.at ? findWord(scene, at, OWNERS) : undefined
  const link = owner ?? findWord(scene, at, ALLIES)
  if (link === undefined || hasFront(link.clitics) || !isJoined(scene, at)) return false
  walk.isLinked = true
  walk.isAlly ||= owner === undefined
  walk.at = link.to
  return true
}

/** "وحدات من الجيش", "تابعة ل - جيش الفتح", "مقاتلات سلاح الجو في الجيش". */
function takePreposition(walk: Walk): boolean {
  const { scene, at } = walk
  const isBare = scene.text.tokens[at]?.form.length === 1
  const isLink = isOf(scene, at) || (isIn(scene, at) && hasArmyNext(walk)) || (isBare && walk.isLinked)
  if (!isLink) return false
  walk.at = at + 1
  walk.isLinked = true
  return true
}

function hasArmyNext({ scene, at }: Walk): boolean {
  const name = findName(scene, at + 1)
  return name !== undefined && [...name.actors, ...name.shorts].some(({ row }) => row.cells.kind === 'army')
}

/** Fighters and aircraft without an owner are mentions of nobody in particular; other words then name nothing. */
function readUnnamed(walk: Walk): Spot | undefined {
  const { scene, first } = walk
  let to = first.to
  let isTelling = false
  let adjective = findWord(scene, to, ADJECTIVES)
  while (adjective !== undefined && isJoined(scene, to) && !hasFront(adjective.clitics)) {
    isTelling ||= adjective.row.cells.note !== PLAIN
    to = adjective.to
    adjective = findWord(scene, to, ADJECTIVES)
  }
  const own = walk.isAlly && walk.at > to ? findOwnVerb(walk) : undefined
  if (own !== undefined) return readOwn(walk, own)
  if (!canStandAlone(scene, first, { force: walk.force, isTelling })) return undefined
  return { ...spotOf(walk, to, { by: 'none', rows: [] }), isAlly: false }
}

/** The end of "مليشيات تساندها": a verb of support that carries the pronoun. */
function findOwnVerb({ scene, at }: Walk): number | undefined {
  const verb = findWord(scene, at - 1, ALLIES)
  return verb !== undefined && verb.clitics & PRONOUN ? verb.to : undefined
}
