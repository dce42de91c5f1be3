/** Pieces side by side that name one time: the morning of yesterday, yesterday Tuesday, Friday 3 November at eight. */
import { BRACKET, COMMA } from '../text/units.ts'
import { shiftClock } from './clockRules.ts'
import { type DateReader, findTerm, isAndBefore, type Piece, type PieceKind } from './dateReader.ts'
import { toCivil, toDay, toWeekday, writeDay, writeSpan } from './days.ts'
import { isLink } from './links.ts'

/** A join: its name draws the pattern; `marks` may stand between its pieces. */
interface Join {
  readonly name: string
  readonly example: string
  readonly left: readonly PieceKind[]
  readonly right: readonly PieceKind[]
  readonly marks: number
  readonly join: (reader: DateReader, left: Piece, right: Piece) => Piece | undefined
}

const DAYS: readonly PieceKind[] = ['day', 'weekday', 'relative']

/** The joins in the order in which they are tried. */
export const JOINS: readonly Join[] = [
  {
    name: '<part of day> + <day>',
    example: 'مساء أمس',
    left: ['part'],
    right: [...DAYS, 'set'],
    marks: 0,
    join: (_, a, b) => keepRight(a, b),
  },
  {
    name: '<day> + <part of day>',
    example: 'الثلاثاء فجرا',
    left: [...DAYS, 'set'],
    right: ['part'],
    marks: 0,
    join: (_, a, b) => keepLeft(a, b),
  },
  {
    name: '<relative day> + <weekday>',
    example: 'أمس الثلاثاء',
    left: ['relative'],
    right: ['weekday'],
    marks: COMMA | BRACKET,
    join: (reader, a, b) => checkWeekday(reader, a, b),
  },
  {
    name: '<weekday> + <relative day>',
    example: 'الثلاثاء أمس',
    left: ['weekday'],
    right: ['relative'],
    marks: COMMA | BRACKET,
    join: (reader, a, b) => checkWeekday(reader, b, a),
  },
  {
    name: '<weekday> + <date>',
    example: 'الثلاثاء 31 تشرين الأول',
    left: ['weekday', 'relative'],
    right: ['day'],
    marks: COMMA | BRACKET,
    join: (_, a, b) => takeDate(a, b),
  },
  {
    name: '<date> + <weekday>',
    example: '31 تشرين الأول (الثلاثاء)',
    left: ['day'],
    right: ['weekday'],
    marks: BRACKET,
    join: (_, a, b) => takeDateFirst(a, b),
  },
  {
    name: '<week> + <weekday>',
    example: 'الأسبوع القادم يوم الجمعة',
    left: ['period'],
    right: ['weekday'],
    marks: 0,
    join: (_, a, b) => takeWeek(a, b),
  },
  {
    name: '<day> + <clock>',
    example: 'غدا الساعة الثامنة',
    left: [...DAYS, 'set'],
    right: ['clock'],
    marks: COMMA,
    join: (_, a, b) => withClock(a, b),
  },
  {
    name: '<clock> + <day>',
    example: 'الساعة الثامنة من مساء أمس',
    left: ['clock'],
    right: [...DAYS, 'set'],
    marks: COMMA,
    join: (_, a, b) => withClockFirst(a, b),
  },
  {
    name: '<part of day> + <clock>',
    example: 'مساء الساعة السابعة',
    left: ['part'],
    right: ['clock'],
    marks: 0,
    join: (_, a, b) => withClockFirst(b, a, a),
  },
]

/** Joins neighbours until none fits. Each piece is looked at with the one before it only: linear. */
export function joinPieces(reader: DateReader, pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    let current = piece
    for (let last = joined.at(-1); last !== undefined; last = joined.at(-1)) {
      const whole = joinPair(reader, last, current)
      if (whole === undefined) break
      joined.pop()
      current = whole
    }
    joined.push(current)
  }
  return joined
}

function joinPair(reader: DateReader, left: Piece, right: Piece): Piece | undefined {
  const marks = findMarks(reader, left, right)
  if (marks === undefined) return undefined
  for (const rule of JOINS) {
    const isFit =
      rule.left.includes(left.kind) && rule.right.includes(right.kind) && (marks & ~rule.marks) === 0
    const whole = isFit ? rule.join(reader, left, right) : undefined
    if (whole !== undefined) return { ...whole, from: left.from, to: right.to, start: left.start }
  }
  return undefined
}

/** The marks between two pieces with at most one small word between them; undefined where they are not neighbours. */
function findMarks(reader: DateReader, left: Piece, right: Piece): number | undefined {
  const distance = right.from - left.to
  if (distance < 0 || distance > 1 || isAndBefore(reader, right.from)) return undefined
  let marks = reader.tokens[right.from]?.gap ?? 0
  if (distance === 1) {
    const isSmall =
      isLink(reader.terms, left.to, 'in') ||
      isLink(reader.terms, left.to, 'of') ||
      findTerm(reader, left.to, 'on') !== undefined
    if (!isSmall) return undefined
    marks |= reader.tokens[left.to]?.gap ?? 0
  }
  return marks
}

function keepRight(part: Piece, day: Piece): Piece | undefined {
  if (day.part !== undefined) return undefined
  const isHalf = day.clock !== undefined && day.isHalfDay === true && part.part !== undefined
  const clock = isHalf && part.part !== undefined ? shiftClock(day.clock ?? '', part.part) : day.clock
  if (
    part.part?.name === 'after-midnight' &&
    day.kind === 'relative' &&
    (day.days ?? 0) < 0 &&
    day.first !== null
  ) {
    const last = day.first + 1
    return {
      ...day,
      kind: 'day',
      last,
      edtf: writeSpan(day.first, last),
      part: part.part,
      how: `after midnight of ${day.how}`,
    }
  }
  return { ...day, part: part.part, clock, how: `${part.how} of ${day.how}` }
}

function keepLeft(day: Piece, part: Piece): Piece | undefined {
  return keepRight(part, day)
}

/** Days from the relative day to the named one: back for what has been, ahead for what is to come. */
function findOff(relative: Piece, weekday: number): number {
  const ahead = (weekday - toWeekday(relative.first ?? 0) + 7) % 7
  const most = (relative.days ?? 0) > 0 ? 5 : 1
  return ahead > most ? ahead - 7 : ahead
}

/** The weekday decides, since it was written after midnight where they are a day apart; farther apart they are no pair. */
function checkWeekday(reader: DateReader, relative: Piece, weekday: Piece): Piece | undefined {
  const { weekday: name } = weekday
  const part = relative.part ?? weekday.part
  if (name === undefined) return undefined
  if (relative.first === null || reader.today === null)
    return { ...relative, weekday: name, part, how: `${relative.how} + <weekday>` }
  const off = findOff(relative, name)
  const day = relative.first + off
  const how = off === 0 ? '' : `, ${Math.abs(off)} day off, the weekday decides`
  return {
    ...relative,
    first: day,
    last: day,
    edtf: writeDay(day),
    weekday: name,
    part,
    how: `${relative.how} + <weekday>${how}`,
  }
}

/**
 * The written date decides, but where "today" and a weekday agree against it: then the date is misprinted. A year that
 * was only chosen is changed to one in which the weekday agrees.
 */
function takeDate(weekday: Piece, day: Piece): Piece | undefined {
  if (day.weekday !== undefined && weekday.weekday !== undefined) return undefined
  const isSure =
    weekday.kind === 'relative' && weekday.weekday !== undefined && !weekday.how.includes('day off')
  if (isSure && weekday.first !== null && weekday.first !== day.first) {
    return { ...weekday, clock: day.clock, how: `${weekday.how}, the date does not agree` }
  }
  const moved = moveYear(weekday, day)
  if (moved !== undefined) return takeDate(weekday, moved)
  const isOff =
    weekday.weekday !== undefined && day.first !== null && toWeekday(day.first) !== weekday.weekday
  const how = `${weekday.how} + ${day.how}${isOff ? ', the weekday does not agree' : ''}`
  return {
    ...day,
    part: day.part ?? weekday.part,
    clock: day.clock ?? weekday.clock,
    weekday: weekday.weekday,
    how,
  }
}

function moveYear({ weekday, kind }: Piece, day: Piece): Piece | undefined {
  const isFit =
    kind === 'weekday' && weekday !== undefined && day.isStated === false && day.calendar === undefined
  if (!isFit || day.first === null || toWeekday(day.first) === weekday) return undefined
  const { year, month, date } = toCivil(day.first)
  const first = [year - 1, year + 1]
    .map(other => toDay(other, month, date))
    .find(other => toWeekday(other) === weekday)
  return first === undefined ? undefined : { ...day, first, last: first, edtf: writeDay(first) }
}

function takeDateFirst(day: Piece, weekday: Piece): Piece | undefined {
  if (day.weekday !== undefined || day.first === null || toWeekday(day.first) !== weekday.weekday)
    return undefined
  return { ...day, weekday: weekday.weekday, part: day.part ?? weekday.part, how: `${day.how} + <weekday>` }
}

function takeWeek(week: Piece, weekday: Piece): Piece | undefined {
  const { first, last } = week
  if (first === null || last === null || weekday.weekday === undefined || !week.how.startsWith('<period>'))
    return undefined
  const day = first + ((weekday.weekday - toWeekday(first) + 7) % 7)
  if (last - first > 6) return undefined
  return { ...weekday, kind: 'day', first: day, last: day, edtf: writeDay(day), how: '<week> + <weekday>' }
}

function withClock(day: Piece, clock: Piece): Piece | undefined {
  if (day.clock !== undefined || clock.clock === undefined) return undefined
  const isHalf = clock.isHalfDay === true && day.part !== undefined
  const value = isHalf && day.part !== undefined ? shiftClock(clock.clock, day.part) : clock.clock
  const part = day.part ?? clock.part
  return {
    ...day,
    clock: value,
    isHalfDay: clock.isHalfDay === true && part === undefined,
    part,
    how: `${day.how} + <clock>`,
  }
}

function withClockFirst(clock: Piece, day: Piece, base?: Piece): Piece | undefined {
  const whole = withClock(day, clock)
  return whole === undefined || base === undefined ? whole : { ...whole, kind: 'clock' }
}
