/** A later chronology: what others found out afterwards, shown beside the sources and never counted among them. */
import { decodeBytes } from '../../article/decode.ts'
import type { Lexicon } from '../../lexicon/lexicon.ts'
import type { Edtf, Problem, Result } from '../../model.ts'
import { findDays } from '../days.ts'
import type { Reference } from '../relations.ts'
import { type Names, readNames, resolveName, resolvePlace } from './names.ts'
import { type Fields, readRows } from './rows.ts'

/** A chronology as far as it can be read, and what could not. */
export interface Chronology {
  readonly references: readonly Reference[]
  readonly problems: readonly Problem[]
}

/**
 * Reads a chronology: a CSV with the columns `date`, `place` and, as far as known, `event`, `actor`, `former_holder`,
 * `source`; or GeoJSON with these as properties.
 *
 *     date,place,event,actor,former_holder,source
 *     2017-10-17,الرقة,the city is taken,sdf,isis,a yearbook
 *
 * Dates are EDTF, as precise as is known: 2017, 2017-10, 2017-10-17, 2017-10-17/2017-10-20. Places and actors are ids of
 * the lexicon or names that it has. Fails with `reference-format`, or as `decodeBytes` does; a row without a date
 * (`reference-date`) or with too few cells (`reference-cells`) is passed over, one with an unknown place
 * (`reference-place`) or actor (`reference-actor`) is kept without it.
 */
export function readReference(bytes: Uint8Array, name: string, lexicon: Lexicon): Result<Chronology> {
  const decoded = decodeBytes(bytes, name)
  if (!decoded.ok) return decoded
  const read = readRows(decoded.value.text, name)
  if (!read.ok) return read
  const names = readNames(lexicon)
  const entries = read.value.rows.map(row => readEntry(row, name, names))
  return {
    ok: true,
    value: {
      references: entries.flatMap(({ references }) => references),
      problems: [...read.value.problems, ...entries.flatMap(({ problems }) => problems)],
    },
  }
}

function readEntry({ where, fields }: Fields, chronology: string, names: Names): Chronology {
  const cell = (field: string) => fields.get(field) ?? ''
  const date = cell('date')
  if (!isDate(date))
    return { references: [], problems: [{ code: 'reference-date', where, values: { date } }] }
  const place = resolvePlace(cell('place'), names)
  const actors = ['actor', 'formerholder'].map(field => resolveName(cell(field), names.actors))
  const [actor = null, formerHolder = null] = actors
  const text = cell('event')
  return {
    references: [{ id: where, chronology, date, place, actor, formerHolder, text, source: cell('source') }],
    problems: [
      ...(place === null ? [{ code: 'reference-place', where, values: { name: cell('place') } }] : []),
      ...['actor', 'formerholder'].flatMap((field, i) =>
        cell(field) === '' || actors[i] !== null
          ? []
          : [{ code: 'reference-actor', where, values: { name: cell(field) } }],
      ),
    ],
  }
}

/** True for EDTF days, months, years and intervals of them, whose beginning is not after their end. */
function isDate(date: Edtf): boolean {
  const ends = date.split('/')
  if (ends.length > 2 || !ends.every(end => /^\d{4}(-\d{2}){0,2}~?$/.test(end))) return false
  const { from, to } = findDays(date)
  return from !== null && to !== null && from <= to && [from, to].every(isDay)
}

function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}
