/** Which actor an actor's row stands for, and who does its military acts. */
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Row } from '../lexicon/tables.ts'
import type { ForceKind } from '../model.ts'

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
export function findCamp(row: Row): string {
  return findNote(row, 'camp') ?? findActorId(row)
}

/** The row of an actor's own id, where its note says what holds for all its names; the row itself where there is none. */
export function findMainRow(lexicon: Lexicon, row: Row): Row {
  return lexicon.rows.actors.get(findActorId(row)) ?? row
}

/**
 * The actor that acts where a force word stands before the name: "قوات النظام" is the army of the government,
 * "طيران النظام" its air force, "ميليشيات موالية للنظام" its allies. `null` where allies have no row.
 */
export function findForce(lexicon: Lexicon, row: Row, { force, isAlly }: Wording): string | null {
  const main = findMainRow(lexicon, row)
  const camp = findCamp(row)
  if (isAlly) return findNote(main, 'allies') ?? null
  if (force === 'aircraft') return findNote(main, 'air') ?? findNote(main, 'military') ?? camp
  if (force === undefined || force === 'act') return camp
  return findNote(main, 'military') ?? camp
}

export interface Wording {
  readonly force: ForceKind | undefined
  readonly isAlly: boolean
}
