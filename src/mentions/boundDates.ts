/** What stands before a piece or between two: since, until, before, after, during, from … to, between … and. */
import { DASH } from '../text/units.ts'
import { type DateReader, findStart, findTerm, isAndBefore, type Piece } from './dateReader.ts'
import { toCivil, writeDay, writeMonth, writeSpan, writeYear } from './days.ts'
import { isYearStart } from './edges.ts'
import { isLink } from './links.ts'
import { hasName, type Term } from './terms.ts'

/** Joins pieces into ranges and binds what is left by the preposition before it. Linear: each looks at its neighbours. */
export function bindPieces(reader: DateReader, pieces: readonly Piece[]): Piece[] {
  const bound: Piece[] = []
  let i = 0
  while (i < pieces.length) {
    const piece = pieces[i] as Piece
    const next = pieces[i + 1]
    const range = next === undefined ? undefined : joinRange(reader, piece, next)
    bound.push(range ?? bindPiece(reader, piece))
    i += range === undefined ? 1 : 2
  }
  return bound
}

const RANGED = new Set(['day', 'weekday', 'relative', 'period', 'clock'])

function joinRange(reader: DateReader, left: Piece, right: Piece): Piece | undefined {
  if (!RANGED.has(left.kind) || !RANGED.has(right.kind)) return undefined
  const isBetween = isLink(reader.terms, left.from - 1, 'between') && isAndBefore(reader, right.from)
  if (!isBetween && !isConnected(reader, left, right)) return undefined
  const opener = findOpener(reader, left, isBetween)
  const from = opener ?? left.from
  const place = { from, to: right.to, start: opener === undefined ? left.start : findStart(reader, from) }
  if (left.kind === 'clock' && right.clock !== undefined) return { ...joinClocks(left, right), ...place }
  if (right.kind !== 'clock') return joinDays(left, right, place)
  return left.clock === undefined ? undefined : { ...left, clock: joinClocks(left, right).clock, ...place }
}

function isConnected(reader: DateReader, left: Piece, right: Piece): boolean {
  const distance = right.from - left.to
  const token = reader.tokens[left.to]
  if (token === undefined) return false
  if (distance === 0) {
    const isSame = left.kind === right.kind && left.kind !== 'weekday' && left.kind !== 'relative'
    return token.gap === DASH && isSame && (left.kind !== 'period' || left.how === right.how)
  }
  const isWord = isLink(reader.terms, left.to, 'to') || findTerm(reader, left.to, 'until') !== undefined
  return distance === 1 && isWord && token.gap === 0 && reader.tokens[right.from]?.gap === 0
}

function findOpener(reader: DateReader, left: Piece, isBetween: boolean): number | undefined {
  const at = left.from - 1
  if (reader.tokens[left.from]?.gap !== 0) return undefined
  const isFrom = isLink(reader.terms, at, 'of') || findTerm(reader, at, 'since') !== undefined
  return isBetween || isFrom ? at : undefined
}

function joinClocks(left: Piece, right: Piece): Piece {
  const isShared = left.isHalfDay === true && right.part !== undefined && right.isHalfDay !== true
  const hour = Number(left.clock?.slice(0, 2))
  const end = Number(right.clock?.slice(0, 2))
  const start = isShared && end > 12 && hour + 12 <= end ? `${hour + 12}${left.clock?.slice(2)}` : left.clock
  const isLate = right.isHalfDay === true && left.part?.isPm === true && end < 12
  const close = isLate ? `${end + 12}${right.clock?.slice(2)}` : right.clock
  return { ...right, clock: `${start}/${close}`, how: '<clock> + to + <clock>' }
}

function joinDays(
  left: Piece,
  right: Piece,
  place: { from: number; to: number; start: number },
): Piece | undefined {
  if (left.first === null || right.last === null) return undefined
  const last = right.kind === 'weekday' && right.last < left.first ? right.last + 7 : right.last
  if (last < left.first) return undefined
  const edtf =
    hasDay(left) || hasDay(right) ? writeSpan(left.first, last) : `${startOf(left)}/${endOf(right)}`
  const how = `${left.how} + to + ${right.how}`
  return {
    ...right,
    ...place,
    kind: 'period',
    first: left.first,
    last,
    edtf,
    how,
    weekday: undefined,
    days: undefined,
    clock: joinEnds(left, right),
  }
}

/** From four o'clock today until five o'clock tomorrow. */
function joinEnds(left: Piece, right: Piece): string | undefined {
  return left.clock !== undefined && right.clock !== undefined ? `${left.clock}/${right.clock}` : undefined
}

function hasDay(piece: Piece): boolean {
  return /\d{4}-\d\d-\d\d/.test(piece.edtf ?? '')
}

function startOf(piece: Piece): string {
  return (piece.edtf ?? '').split('/')[0] ?? ''
}

function endOf(piece: Piece): string {
  return (piece.edtf ?? '').split('/').at(-1) ?? ''
}

const BINDABLE = new Set(['day', 'weekday', 'relative', 'period', 'clock'])

function bindPiece(reader: DateReader, piece: Piece): Piece {
  const before = reader.terms.dates[piece.from - 1]
  const isNear = before !== undefined && before.to === piece.from && reader.tokens[piece.from]?.gap === 0
  if (!isNear || !BINDABLE.has(piece.kind) || isOpen(piece)) return piece
  const wide = { ...piece, from: before.from, start: before.start }
  switch (before.kind) {
    case 'since':
      return { ...wide, ...bindSince(reader, piece) }
    case 'until':
      if (isComing(reader, piece)) return bindPiece(reader, toComing(piece))
      return { ...wide, edtf: piece.edtf === null ? null : `../${endOf(piece)}`, how: `until + ${piece.how}` }
    case 'before':
    case 'after':
      return isNight(piece) ? wide : { ...wide, ...bindSide(piece, before.kind) }
    case 'edge':
      return isDayEnd(reader, piece, before) ? { ...wide, clock: '23:59', how: `end of ${piece.how}` } : piece
    case 'for':
    case 'during':
      return { ...wide, how: `during + ${piece.how}` }
    default:
      return piece
  }
}

/** "the end of today" is a clock time in a diary. */
function isDayEnd(reader: DateReader, piece: Piece, edge: Term): boolean {
  return reader.isDiary && hasName(edge, 'end') && piece.clock === undefined && piece.kind !== 'period'
}

/** "until Friday" mostly tells of what is still going on: the coming Friday. */
function isComing(reader: DateReader, { kind, first, how }: Piece): boolean {
  return (
    kind === 'weekday' &&
    first !== null &&
    reader.today !== null &&
    first < reader.today &&
    !how.startsWith('coming')
  )
}

function toComing(piece: Piece): Piece {
  const first = (piece.first ?? 0) + 7
  return { ...piece, first, last: first, edtf: writeDay(first), how: `coming ${piece.how}` }
}

function isOpen(piece: Piece): boolean {
  return piece.edtf?.includes('..') === true
}

/** "before dawn today" is still today. */
function isNight(piece: Piece): boolean {
  return piece.part !== undefined || piece.clock !== undefined
}

/** Since yesterday, and since the beginning of this year, lasts until the article's day; since 2015 stays open. */
function bindSince(reader: DateReader, piece: Piece): Partial<Piece> {
  const how = `since + ${piece.how}`
  const { today } = reader
  if (piece.edtf === null || piece.first === null)
    return { edtf: piece.edtf === null ? null : `${startOf(piece)}/..`, how }
  const isThisYear = today !== null && isYearStart(piece) && toCivil(piece.first).year === toCivil(today).year
  if (today !== null && (piece.kind === 'relative' || isThisYear) && piece.first <= today) {
    return { kind: 'period', edtf: writeSpan(piece.first, today), last: today, how }
  }
  return { kind: 'period', edtf: `${startOf(piece)}/..`, how }
}

function bindSide(piece: Piece, side: 'before' | 'after'): Partial<Piece> {
  const how = `${side} + ${piece.how}`
  if (piece.edtf === null || piece.first === null || piece.last === null) return { edtf: null, how }
  const day = side === 'before' ? piece.first - 1 : piece.last + 1
  const { year, month } = toCivil(day)
  const size = (side === 'before' ? startOf(piece) : endOf(piece)).length
  const edge = size === 4 ? writeYear(year) : size === 7 ? writeMonth(year, month) : writeDay(day)
  return { kind: 'period', edtf: side === 'before' ? `../${edge}` : `${edge}/..`, how }
}
