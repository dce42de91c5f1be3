/** Finds persons by their title: "الناطق باسم قوات سوريا الديمقراطية طلال سلو", "وزير الدفاع الروسي سيرغي شويغو". */
import type { Hit } from '../lexicon/match.ts'
import type { Row } from '../lexicon/tables.ts'
import type { PersonMention } from '../model.ts'
import { findAdjective } from './actors-force.ts'
import { findCamp } from './actors-side.ts'
import { findCountries } from './countries.ts'
import { findName, type Scene } from './scene.ts'
import { findWord, hasFront, isJoined, spanTo, wordsOf } from './words.ts'

const TITLES = wordsOf('roles', 'official person')
/** Words that make an office higher and no other one: "العام", "السابق". */
const RANKS = wordsOf('particles', 'epithet')
/** Folded -hu, -ha, -hum: "ضيوفه" is nobody's name. */
const OWN_ENDS = ['\u0647', '\u0647\u0627', '\u0647\u0645']
/** A person's name has no more words than this. */
const MOST_NAMES = 4

interface Reading {
  readonly to: number
  readonly row: Row | undefined
}

/**
 * Finds titled persons in order, with the body that the title names. A title with neither a body nor a name is left out:
 * "الرئيس" alone says nobody.
 */
export function findPersons(scene: Scene): PersonMention[] {
  const persons: PersonMention[] = []
  let at = 0
  while (at < scene.text.tokens.length) {
    const title = findWord(scene, at, TITLES)
    const person = title === undefined ? undefined : readPerson(scene, title)
    if (person !== undefined) persons.push(person.mention)
    at = Math.max(person?.to ?? 0, at + 1)
  }
  return persons
}

function readPerson(scene: Scene, title: Hit): { to: number; mention: PersonMention } | undefined {
  const body = readBody(scene, title.to)
  const to = readPersonName(scene, body.to)
  if (body.row === undefined && to === body.to) return undefined
  const span = spanTo(scene, title.span[0], to - 1)
  const actor = body.row ?? findPersonRow(scene, body.to)
  return {
    to,
    mention: {
      kind: 'person',
      span,
      text: scene.text.text.slice(span[0], span[1]),
      role: title.row.id,
      actor: actor === undefined ? null : findCamp(scene.lexicon, actor),
    },
  }
}

/** The body after a title: a name ("باسم التحالف الدولي") or an adjective ("الروسي"). */
function readBody(scene: Scene, from: number): Reading {
  const rank = isJoined(scene, from) ? findWord(scene, from, RANKS) : undefined
  const at = rank === undefined ? from : rank.to
  if (!isJoined(scene, at)) return { to: from, row: undefined }
  const adjective = findAdjective(scene, at)
  if (adjective !== undefined && !hasFront(adjective.clitics)) return { to: adjective.to, row: adjective.row }
  const name = findName(scene, at)
  const rows = [...(name?.actors ?? []), ...(name?.shorts ?? [])].map(({ row }) => row)
  const bodies = rows.filter(({ cells }) => cells.kind !== 'person' && cells.kind !== 'category')
  if (name === undefined || bodies.length === 0) return { to: from, row: undefined }
  return { to: name.to, row: chooseBody(scene, bodies) }
}

function chooseBody(scene: Scene, rows: readonly Row[]): Row | undefined {
  const countries = findCountries(scene)
  const isFrom = (row: Row, country: string): boolean =>
    (row.cells.country ?? '').split('|').includes(country)
  return countries.map(country => rows.find(row => isFrom(row, country))).find(Boolean) ?? rows[0]
}

/** The token after a person's name: a known one, or words that no table has. */
function readPersonName(scene: Scene, from: number): number {
  const known = findName(scene, from)
  if (isJoined(scene, from) && known !== undefined && findPersonRow(scene, from) !== undefined)
    return known.to
  let to = from
  while (to < from + MOST_NAMES && isJoined(scene, to) && isBareWord(scene, to)) to++
  return to
}

function findPersonRow(scene: Scene, token: number): Row | undefined {
  return findName(scene, token)?.actors.find(({ row }) => row.cells.kind === 'person')?.row
}

/** True for a word that begins no hit of any table; after a title such words are its bearer's name. */
function isBareWord(scene: Scene, token: number): boolean {
  const { form = '', kind } = scene.text.tokens[token] ?? {}
  return scene.tables[token] === 0 && kind === 'word' && !OWN_ENDS.some(ending => form.endsWith(ending))
}
