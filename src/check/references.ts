/** What the cells of a row point at: other rows, kinds that the code knows, conditions, classes. */
import { NEED_NAMES } from '../claims/needs.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { listCell, type Row, TABLE_NAMES, type TableName } from '../lexicon/tables.ts'
import { FAMILIES, type Problem } from '../model.ts'
import { foldWord } from '../text/fold.ts'
import { EVENT_KINDS, KINDS } from './kinds.ts'

/** A value of a cell that points at nothing; `known` is what it could have been. */
interface Stray {
  readonly column: string
  readonly value: string
  readonly known: string
}

type FindStrays = (row: Row, lexicon: Lexicon) => Stray[]

const FINDERS: Partial<Readonly<Record<TableName, FindStrays>>> = {
  'reporting-verbs': findTakes,
  actors: findCamps,
  places: findPlaceStrays,
  events: findEventStrays,
  weights: findWeights,
}

/** Problems `row-reference`: cells that name a row, kind, condition or class that there is not. */
export function checkReferences(lexicon: Lexicon): Problem[] {
  return TABLE_NAMES.flatMap(name =>
    lexicon.tables[name].flatMap(row =>
      [...findKinds(row), ...(FINDERS[name]?.(row, lexicon) ?? [])].map(stray => tell(row, stray)),
    ),
  )
}

function tell(row: Row, { column, value, known }: Stray): Problem {
  const where = `lexicon/${row.table}.tsv:${row.line}`
  return { code: 'row-reference', where, values: { id: row.id, column, value, known } }
}

/** Cells whose values are a closed list. */
function findKinds(row: Row): Stray[] {
  return Object.entries(KINDS[row.table] ?? {}).flatMap(([column, known]) => {
    const values = listCell(row, column)
    const given = values.length === 0 ? [''] : values
    return given
      .filter(value => !known.includes(value))
      .map(value => ({ column, value, known: known.filter(Boolean).join(', ') }))
  })
}

/** What a verb governs: a noun, a colon, or a word of `particles`; a preposition of one letter is grammar. */
function findTakes(row: Row, lexicon: Lexicon): Stray[] {
  const isKnown = (value: string) =>
    ['noun', ':'].includes(value) || value.length === 1 || hasParticle(lexicon, value)
  return listCell(row, 'takes')
    .filter(value => !isKnown(value))
    .map(value => ({ column: 'takes', value, known: 'noun, :, particles' }))
}

function hasParticle(lexicon: Lexicon, word: string): boolean {
  const key = foldWord(word)
  return lexicon.tables.particles.some(({ id }) => foldWord(id) === key)
}

const ACTOR_NOTES: ReadonlySet<string> = new Set(['camp', 'military', 'air', 'allies', 'members'])

/** `camp=…`, `military=…` in a note name actors. */
function findCamps(row: Row, lexicon: Lexicon): Stray[] {
  const pairs = (row.cells.note ?? '').split(/[ ;]+/).map(word => word.split('='))
  return pairs
    .filter(([name = '', ids]) => ids !== undefined && ACTOR_NOTES.has(name))
    .flatMap(([name, ids = '']) => ids.split(/[|,]/).map(id => ({ name, id })))
    .filter(({ id }) => !lexicon.rows.actors.has(id))
    .map(({ name, id }) => ({ column: 'note', value: `${name}=${id}`, known: 'actors' }))
}

function findPlaceStrays(row: Row, lexicon: Lexicon): Stray[] {
  const { within = '', lat = '', lon = '' } = row.cells
  const strays: Stray[] = []
  if (within !== '' && !lexicon.rows.places.has(within))
    strays.push({ column: 'within', value: within, known: 'places' })
  else if (isWithinItself(row, lexicon))
    strays.push({ column: 'within', value: within, known: 'a larger place' })
  if (!isDegree(lat, 90)) strays.push({ column: 'lat', value: lat, known: '-90 … 90' })
  if (!isDegree(lon, 180)) strays.push({ column: 'lon', value: lon, known: '-180 … 180' })
  return strays
}

/** Follows `within` at most as deep as places lie in one another. */
function isWithinItself(row: Row, lexicon: Lexicon): boolean {
  let at: Row | undefined = row
  for (let depth = 0; depth < 12; depth++) {
    at = lexicon.rows.places.get(at?.cells.within ?? '')
    if (at === undefined) return false
  }
  return true
}

function isDegree(cell: string, most: number): boolean {
  return cell === '' || Math.abs(Number(cell)) <= most
}

const TYPES: readonly string[] = Object.values(FAMILIES).flat()
const CLASS_NEEDS: ReadonlySet<string> = new Set(['not', 'object', 'near', 'nobehind'])

function findEventStrays(row: Row, lexicon: Lexicon): Stray[] {
  const { type = '', kind = '', needs = '' } = row.cells
  const strays: Stray[] = []
  if (!TYPES.includes(type)) strays.push({ column: 'type', value: type, known: TYPES.join(', ') })
  if (!EVENT_KINDS.includes(kind)) strays.push({ column: 'kind', value: kind, known: EVENT_KINDS.join(', ') })
  return [
    ...strays,
    ...needs
      .split(' ')
      .filter(Boolean)
      .flatMap(need => findNeedStrays(need, lexicon)),
  ]
}

function findNeedStrays(need: string, lexicon: Lexicon): Stray[] {
  const [name = '', list] = need.split(':')
  const names = list === undefined ? name.split('|') : [name]
  const strays = names
    .filter(one => !NEED_NAMES.includes(one))
    .map(one => ({ column: 'needs', value: one, known: NEED_NAMES.join(', ') }))
  if (list === undefined) return strays
  const isKnown = (value: string) =>
    CLASS_NEEDS.has(name) ? lexicon.rows.classes.has(value) : hasParticle(lexicon, value)
  const strange = list.split('|').filter(value => !isKnown(value))
  const known = CLASS_NEEDS.has(name) ? 'classes' : 'particles'
  return [...strays, ...strange.map(value => ({ column: 'needs', value: `${name}:${value}`, known }))]
}

function findWeights(row: Row): Stray[] {
  const { weight = '' } = row.cells
  const isNumber = weight !== '' && Number.isFinite(Number(weight))
  return isNumber ? [] : [{ column: 'weight', value: weight, known: '0.41' }]
}
