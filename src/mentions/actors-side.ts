/** Which actor an actor's row stands for, and who does its military acts. */
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Row } from '../lexicon/tables.ts'
import type { ForceKind } from '../model.ts'
import type { Named } from './actors-memory.ts'

/** What a row's note says of a key: `findNote(row, 'camp')` of "camp=iran ; ambiguous" is "iran". */
export function findNote(row: Row, key: string): string | undefined {
  const note = row.cells.note ?? ''
  const at = note.indexOf(`${key}=`)
  if (at < 0) return undefined
  const end = note.indexOf(' ', at)
  return note.slice(at + key.length + 1, end < 0 ? note.length : end)
}

/** The actor of a row: `syrian-army:opposition` is a way to name `syrian-army`. */
export function findActorId(row: Row): string {
  const end = row.id.indexOf(':')
  return end < 0 ? row.id : row.id.slice(0, end)
}

/** The actor that a row counts as: a faction without an id of its own takes that of its camp. */
export function findCamp(lexicon: Lexicon, row: Row): string {
  const main = lexicon.rows.actors.get(findActorId(row))
  return (
    findNote(row, 'camp') ?? (main === undefined ? undefined : findNote(main, 'camp')) ?? findActorId(row)
  )
}

/** The actor that a spot with its decided row stands for: `findForce` with the spot's own wording. */
export function findActing(lexicon: Lexicon, { spot, row }: Named): string | null {
  const { force, isAlly, head, by } = spot
  return findForce(lexicon, row, { force, isAlly, head: head?.row, isAdjective: by === 'adjective' })
}

interface Wording {
  readonly force: ForceKind | undefined
  readonly isAlly: boolean
  /** The row of the force word. */
  readonly head: Row | undefined
  readonly isAdjective: boolean
}

/**
 * The actor that acts where a force word stands before the name: "قوات النظام" is the army of the government,
 * "طيران النظام" its air force, "ميليشيات موالية للنظام" its allies. `null` for allies without a row, and for irregular
 * fighters known by their country alone ("مقاتلون سوريون").
 */
function findForce(lexicon: Lexicon, row: Row, wording: Wording): string | null {
  const { force, isAlly, head, isAdjective } = wording
  const camp = findCamp(lexicon, row)
  const main = lexicon.rows.actors.get(camp) ?? row
  const allies = findNote(main, 'allies') ?? null
  if (isAlly) return allies
  const note = head?.cells.note ?? ''
  if (note === 'militia' && (isAdjective || row.cells.kind === 'state') && isState(row)) return allies
  if (note.startsWith('irregular') && isAdjective && isState(row)) return null
  if (force === 'aircraft') return findNote(main, 'air') ?? findNote(main, 'military') ?? camp
  if (force === undefined || force === 'act') return camp
  return findNote(row, 'military') ?? findNote(main, 'military') ?? camp
}

/** The row that gives a row's actor its id: the country of one of its ministers. */
export function findMain(lexicon: Lexicon, row: Row): Row {
  return lexicon.rows.actors.get(findCamp(lexicon, row)) ?? row
}

function isState({ cells }: Row): boolean {
  return cells.kind === 'state' || cells.kind === 'government'
}

/** The actor that does the military acts of `row`'s, where it is another. */
export function findMilitary(lexicon: Lexicon, row: Row): string | undefined {
  const main = lexicon.rows.actors.get(findCamp(lexicon, row))
  return findNote(row, 'military') ?? (main === undefined ? undefined : findNote(main, 'military'))
}

/** The members of an alliance that the record counts one by one; the actor alone where its row lists none. */
export function listMembers(lexicon: Lexicon, actor: string): string[] {
  const row = lexicon.rows.actors.get(actor)
  return (row === undefined ? undefined : findNote(row, 'members'))?.split('|') ?? [actor]
}
