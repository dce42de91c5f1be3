/** Decides who is meant by a name, a short name, an adjective or a pronoun, in the order of the article. */
import type { Hit } from '../lexicon/match.ts'
import type { Row } from '../lexicon/tables.ts'
import type { ActorMention } from '../model.ts'
import type { Spot } from './actors-force.ts'
import { isPair, resolveBackward } from './actors-latter.ts'
import { findBefore, type Memory, type Named } from './actors-memory.ts'
import { findActing, findActorId, findCamp, findMilitary, findNote, listMembers } from './actors-side.ts'
import { findCountries } from './countries.ts'
import { findName, findSentence, type Scene } from './scene.ts'
import { findWordBefore, isDefinite, wordsOf } from './words.ts'

/** Kinds of actors that a pronoun beside a force word means: "his forces" rather a state's, "his fighters" rather a faction's. */
const REGULAR: ReadonlySet<string> = new Set(['army', 'government', 'state', 'alliance'])
/** "الجنود" after an army was named are its soldiers; a state's may be anybody's. */
const ARMIES: ReadonlySet<string> = new Set(['army'])
const PUBLIC: ReadonlySet<string> = new Set(
  'army air-force government state police alliance ministry relief'.split(' '),
)
const IRREGULAR: ReadonlySet<string> = new Set(['faction', 'militia'])
const IN = wordsOf('particles', 'inside')
/** The note of words for a state's soldiers. */
const REGULAR_WORD = 'regular'
/** -na, "our": only the speaker knows who that is. */
const OUR = '\u0646\u0627'
/** Gives each spot its actor; short names that nothing in the article explains are left out. */
export function resolveActors(scene: Scene, spots: readonly Spot[]): ActorMention[] {
  const memory: Memory = {
    scene,
    spots,
    countries: findCountries(scene),
    named: indexNamed(spots),
    decided: [],
  }
  return spots.flatMap((spot, index) => {
    const row = resolveRow(memory, spot, index)
    const named = row === undefined || isPair(row) ? resolveBackward(memory, index) : [{ spot, row }]
    memory.decided.push(row ?? named[0]?.row)
    if (named.length > 0) return named.flatMap(meant => readMentions(scene, spot, meant))
    if (row === undefined && isEmptyName(spot)) return []
    return readMentions(scene, spot, row === undefined ? undefined : { spot, row })
  })
}

/** "الحركة" that nothing explains names nobody; "المقاتلون" are somebody's fighters still. */
function isEmptyName({ by, force }: Spot): boolean {
  return by === 'latter' || (by === 'short name' && force !== 'fighter')
}

function resolveRow(memory: Memory, spot: Spot, index: number): Row | undefined {
  if (spot.by === 'latter') return undefined
  if (spot.by === 'name' || spot.by === 'adjective') return chooseRow(memory, spot.rows)
  if (spot.by === 'short name') return resolveShort(memory, spot.rows, index)
  if (spot.by === 'pronoun') return resolvePronoun(memory, spot, index)
  return resolveUnnamed(memory, spot, index)
}

/** Of several rows with one name that of the article's country; else the first in the table that was there at the time. */
function chooseRow({ countries, scene }: Memory, rows: readonly Row[]): Row | undefined {
  if (rows.length === 1) return rows[0]
  const current = rows.filter(row => isCurrent(row, scene.published))
  const fit = current.length > 0 ? current : rows
  const here = countries.map(country => fit.find(row => isFrom(row, country))).find(row => row !== undefined)
  return here ?? fit[0]
}

/** True for an actor of the country, or one that is known for what it does there: an occupier, a coalition. */
function isFrom(row: Row, country: string): boolean {
  const countries = `${row.cells.country ?? ''}|${findNote(row, 'where') ?? ''}`
  return countries.split('|').includes(country)
}

/** True where the actor bore the name at the time; dates of unequal length are compared by what both say. */
function isCurrent({ cells }: Row, published: string | null): boolean {
  if (published === null) return true
  const { from = '', until = '' } = cells
  const isBegun = from === '' || published.slice(0, from.length) >= from
  return isBegun && (until === '' || published.slice(0, until.length) <= until)
}

function indexNamed(spots: readonly Spot[]): Map<string, number[]> {
  const named = new Map<string, number[]>()
  for (const [index, { by, rows }] of spots.entries()) {
    if (by !== 'name') continue
    for (const key of rows.map(row => keyOf(row, isPerson(row)))) {
      const indexes = named.get(key)
      if (indexes === undefined) named.set(key, [index])
      else if (indexes.at(-1) !== index) indexes.push(index)
    }
  }
  return named
}

/** A person does not bear the short name of an army, nor the other way round. */
function keyOf(row: Row, isOfPerson: boolean): string {
  return `${findActorId(row)} ${isOfPerson}`
}

function isPerson({ cells }: Row): boolean {
  return cells.kind === 'person'
}

/** The last actor named in full that has this short name, else the first named later, else one of the article's country. */
function resolveShort(memory: Memory, rows: readonly Row[], index: number): Row | undefined {
  const { spots, countries, scene } = memory
  const local = findLocal(memory, rows, index)
  if (local !== undefined) return local
  const isOfPerson = rows.some(isPerson)
  const named =
    spots[
      findBearer(
        memory,
        rows.map(row => keyOf(row, isOfPerson)),
        index,
      )
    ]
  if (named !== undefined) {
    const ids = new Set(rows.map(findActorId))
    const id = named.rows.map(findActorId).find(id => ids.has(id))
    return rows.find(row => findActorId(row) === id)
  }
  const here = countries[0]
  if (here === undefined) return undefined
  return rows.find(row => isPublic(row) && isFrom(row, here) && isCurrent(row, scene.published))
}

/** "وفي العراق قال الجيش": the public actor of the country that the sentence has just gone to. */
function findLocal({ scene, spots }: Memory, rows: readonly Row[], index: number): Row | undefined {
  const { from } = spots[index] as Spot
  const first = scene.text.sentences[findSentence(scene, from)]?.from ?? 0
  for (let token = from - 1; token > first; token--) {
    const place = findName(scene, token)?.places[0]?.row
    if (place?.cells.kind !== 'country' || findWordBefore(scene, token, IN) === undefined) continue
    return rows.find(row => isPublic(row) && isFrom(row, place.id.toUpperCase()))
  }
  return undefined
}

/** The spot that names one of the actors last before `index`, else first after it; -1 where none does. */
function findBearer({ named }: Memory, keys: readonly string[], index: number): number {
  let before = -1
  let after = Number.POSITIVE_INFINITY
  for (const indexes of keys.map(key => named.get(key) ?? [])) {
    const at = countBelow(indexes, index)
    before = Math.max(before, indexes[at - 1] ?? -1)
    after = Math.min(after, indexes[at] ?? after)
  }
  return before >= 0 ? before : Number.isFinite(after) ? after : -1
}

/** How many of the sorted `indexes` are below `limit`; logarithmic. */
function countBelow(indexes: readonly number[], limit: number): number {
  let low = 0
  let high = indexes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((indexes[middle] as number) < limit) low = middle + 1
    else high = middle
  }
  return low
}

/** "الجيش" needs no introduction in an article on its country; "الحركة" does. */
function isPublic({ cells }: Row): boolean {
  return PUBLIC.has(cells.kind ?? '') || (cells.note ?? '').includes('public')
}

function resolvePronoun(memory: Memory, spot: Spot, index: number): Row | undefined {
  const { head, force, isAlly } = spot
  if (head?.pronoun === OUR) return undefined
  const before = memory.spots[index - 1]
  if (isAlly && before?.to === spot.from && memory.decided[index - 1] !== undefined)
    return memory.decided[index - 1]
  const isFaction = force === 'fighter' && !isAlly && !isRegular(head)
  const [first, second] = isFaction ? [IRREGULAR, REGULAR] : [REGULAR, IRREGULAR]
  return findOfKind(memory, index, first) ?? findOfKind(memory, index, second)
}

/** "جنود", "طيار": rather a state's than a faction's. */
function isRegular(head: Hit | undefined): boolean {
  return head?.row.cells.note === REGULAR_WORD
}

function findOfKind(memory: Memory, index: number, kinds: ReadonlySet<string>): Row | undefined {
  return findBefore(memory, index, ({ row }) => kinds.has(findKind(memory, row)))?.row
}

/** The kind of a row; an alliance of factions is a faction among states. */
function findKind({ scene: { lexicon } }: Memory, { id, cells }: Row): string {
  const { kind = '' } = cells
  const row = kind === 'alliance' ? lexicon.rows.actors.get(id) : undefined
  const camp = row === undefined ? undefined : lexicon.rows.actors.get(findCamp(lexicon, row))
  return camp?.cells.kind ?? kind
}

/** "المسلحين" after a faction was named are its fighters; "الطائرات" after "الطائرات الروسية" are the same. */
function resolveUnnamed(memory: Memory, spot: Spot, index: number): Row | undefined {
  const { head, force } = spot
  if (head === undefined || spot.to - spot.from > 1 || !isDefinite(memory.scene, head)) return undefined
  if (force === 'fighter') return findOfKind(memory, index, isRegular(head) ? ARMIES : IRREGULAR)
  return findBefore(memory, index, ({ spot: other }) => other.force === force && isAkin(other, head))?.row
}

/** Aircraft are aircraft, but "السفينة" is no other force than a ship. */
function isAkin({ head, force }: Spot, { row }: Hit): boolean {
  return force === 'aircraft' || head?.row === row
}

/** The mention that a spot makes; `meant` is the spot itself, or the one that "the latter" looks back to. */
function readMentions(scene: Scene, spot: Spot, meant: Named | undefined): ActorMention[] {
  const { lexicon, text } = scene
  const { span, name, force } = spot
  const by = meant !== undefined && meant.spot !== spot ? 'latter' : spot.by
  const row = meant?.row
  const actor = meant === undefined ? null : findActing(lexicon, meant)
  const military = row === undefined ? undefined : findMilitary(lexicon, row)
  const actors = actor === null ? [null] : listMembers(lexicon, actor)
  return actors.map(id => ({
    kind: 'actor',
    span,
    text: text.text.slice(span[0], span[1]),
    actor: id,
    ...(by === 'name' || by === 'none' ? {} : { how: by }),
    ...(row === undefined || row.id === id ? {} : { row: row.id }),
    ...(name === undefined ? {} : { name }),
    ...(force === undefined ? {} : { force }),
    ...(military === undefined || military === id ? {} : { military }),
  }))
}
