/** The Arabic pairs of duckling: numerals, ordinals, durations and times, by a diary's convention. */
import { type Found, findChrono, findNumbers, findOurs, percent, printTable, readLines } from './data.ts'

interface Pair {
  readonly dim: string
  readonly negative: boolean
  readonly expected: string | null
  readonly text: string
}

const NOW = '2013-02-12'
const UNITS: Readonly<Record<string, string>> = {
  Second: 'TS',
  Minute: 'TM',
  Hour: 'TH',
  Day: 'D',
  Week: 'W',
  Month: 'M',
  Year: 'Y',
}

/** Prints the share of right values by dimension. */
export function printDuckling(isWrongListed: boolean): void {
  const pairs = readLines<Pair>('duckling/pairs.jsonl.gz')
  const dims = [...new Set(pairs.map(pair => pair.dim))].filter(dim =>
    /^(Numeral|Ordinal|Duration|Time)/.test(dim),
  )
  let right = 0
  let all = 0
  const rows = dims.map(dim => {
    const own = pairs.filter(pair => pair.dim === dim)
    const wrong = own.filter(pair => !isRight(pair))
    const chrono = dim.startsWith('Time') ? own.filter(pair => isTime(pair, findChrono(pair.text, NOW))) : []
    if (isWrongListed)
      for (const pair of wrong) console.log(`${dim} | ${pair.text} | ${pair.expected} | ${describe(pair)}`)
    right += own.length - wrong.length
    all += own.length
    return {
      dimension: dim,
      pairs: own.length,
      hasab: percent(own.length - wrong.length, own.length),
      'chrono.ar': dim.startsWith('Time') ? percent(chrono.length, own.length) : '',
    }
  })
  printTable('duckling: the value is the expected one', [
    ...rows,
    { dimension: 'all', pairs: all, hasab: percent(right, all), 'chrono.ar': '' },
  ])
}

function describe(pair: Pair): string {
  if (pair.dim.startsWith('N') || pair.dim.startsWith('O'))
    return JSON.stringify(findNumbers(pair.text).map(n => [n.text, n.min, n.form]))
  return JSON.stringify(findOurs(pair.text, NOW, 'diary').map(f => [f.text, f.edtf, f.clock, f.duration]))
}

function isRight(pair: Pair): boolean {
  if (pair.dim.startsWith('Numeral') || pair.dim.startsWith('Ordinal')) return isNumber(pair)
  const found = findOurs(pair.text, NOW, 'diary')
  return pair.dim.startsWith('Duration') ? isDuration(pair, found) : isTime(pair, found)
}

function isNumber(pair: Pair): boolean {
  const want = Number(/(-?[\d.]+(?:e\d+)?)\)*$/.exec(pair.expected ?? '')?.[1])
  const [first, ...rest] = findNumbers(pair.text)
  return first !== undefined && rest.length === 0 && Math.abs((first.min ?? Number.NaN) - want) < 1e-9
}

function isDuration(pair: Pair, found: readonly Found[]): boolean {
  const match = /DurationData (\d+) (\w+)/.exec(pair.expected ?? '')
  const unit = UNITS[match?.[2] ?? ''] ?? ''
  const want = unit.startsWith('T') ? `PT${match?.[1]}${unit[1]}` : `P${match?.[1]}${unit}`
  return found[0]?.duration === want
}

function isTime(pair: Pair, found: readonly Found[]): boolean {
  if (pair.negative) return found.length === 0
  const [first] = found
  if (first === undefined) return false
  const points = [...(pair.expected ?? '').matchAll(/\((\d+), (\d+), (\d+), (\d+), (\d+), \d+\)/g)].map(
    match => match.slice(1).map(Number),
  )
  const grain = /\b(Second|Minute|Hour|Day|Week|Month|Year)\b/.exec(pair.expected ?? '')?.[1] ?? ''
  const [from, to] = points as [number[], number[] | undefined]
  if (grain === 'Second') return first.isNow
  const isInterval = to !== undefined
  const clock = (point: readonly number[]) =>
    point
      .slice(3, 5)
      .map(value => String(value).padStart(2, '0'))
      .join(':')
  if (grain === 'Hour' || grain === 'Minute') {
    const day = first.first ?? NOW
    return day === toDate(from) && isClock(first, clock(from), isInterval ? clock(to) : undefined)
  }
  const end = isInterval ? addDays(toDate(to), -1) : endOf(toDate(from), grain)
  return first.first === toDate(from) && first.last === end
}

function isClock(found: Found, from: string, to: string | undefined): boolean {
  const [start, end] = (found.clock ?? '').split('/')
  if (to === undefined) return found.clock === from
  const hour = Number(to.slice(0, 2))
  return (
    start === from &&
    (end === to || Number(end?.slice(0, 2)) === hour - 1 || (to === '00:00' && end === '23:59'))
  )
}

function toDate(point: readonly number[]): string {
  return point
    .slice(0, 3)
    .map((value, i) => String(value).padStart(i === 0 ? 4 : 2, '0'))
    .join('-')
}

function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
}

function endOf(date: string, grain: string): string {
  const [year = 0, month = 1] = date.split('-').map(Number)
  if (grain === 'Week') return addDays(date, 6)
  if (grain === 'Month') return addDays(new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10), -1)
  return grain === 'Year' ? `${year}-12-31` : date
}
