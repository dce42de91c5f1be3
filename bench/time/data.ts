/** The data beside the project, the readers under test, and tables on the terminal. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import * as chrono from 'chrono-node'
import { builtinLexicon } from '../../src/lexicon/builtin.ts'
import { findHits } from '../../src/lexicon/match.ts'
import { findDatesIn } from '../../src/mentions/dates.ts'
import { findNumbersIn } from '../../src/mentions/numbers.ts'
import type { DateMention, NumberMention } from '../../src/model.ts'
import { readText } from '../../src/text/text.ts'

/** The folder of data beside the checkout. */
export const SHARED = fileURLToPath(new URL('../../../shared', import.meta.url))

/** The lines of a gzipped JSON Lines file under `data/`. */
export function readLines<T>(path: string): T[] {
  const text = gunzipSync(readFileSync(`${SHARED}/data/${path}`)).toString('utf8')
  return text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as T)
}

/** What a reader of dates found, of either reader: days of the first and last day, the clock, the words' span. */
export interface Found {
  readonly span: readonly [number, number]
  readonly text: string
  readonly first: string | null
  readonly last: string | null
  readonly clock: string | null
  readonly duration: string | null
  readonly recurs: string | null
  readonly isNow: boolean
  readonly edtf: string | null
  /** How it was resolved; empty for another reader. */
  readonly how: string
}

/** The dates of the package. */
export function findOurs(text: string, now: string, convention: 'news' | 'diary'): Found[] {
  const lexicon = builtinLexicon()
  const read = readText(text)
  return findDatesIn(read, findHits(read, lexicon), { now, lexicon, convention }).map(toFound)
}

/** The numbers of the package. */
export function findNumbers(text: string): NumberMention[] {
  const lexicon = builtinLexicon()
  const read = readText(text)
  return findNumbersIn(read, findHits(read, lexicon), lexicon)
}

function toFound(mention: DateMention): Found {
  const [first, last] = readRange(mention.edtf)
  return {
    span: mention.span,
    text: mention.text,
    first,
    last,
    clock: mention.clock ?? null,
    duration: mention.duration ?? null,
    recurs: mention.recurs ?? null,
    isNow: mention.edtf === null && mention.days === 0,
    edtf: mention.edtf,
    how: mention.how,
  }
}

/** First and last day of an EDTF value; `null` for an open end. */
export function readRange(edtf: string | null): readonly [string | null, string | null] {
  if (edtf === null) return [null, null]
  const [from = '', to = from] = edtf.replace(/[~?]/g, '').split('/')
  return [from === '..' ? null : readEnd(from, false), to === '..' ? null : readEnd(to, true)]
}

function readEnd(point: string, isEnd: boolean): string {
  const [year = '', month = isEnd ? '12' : '01', day] = point.replaceAll('X', isEnd ? '9' : '0').split('-')
  if (day !== undefined) return `${year}-${month}-${day}`
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return `${year}-${month}-${isEnd ? last : '01'}`
}

/** The dates of `chrono.ar`, with what it is certain of. */
export function findChrono(text: string, now: string): Found[] {
  const [year = 1970, month = 1, day = 1] = now.slice(0, 10).split('-').map(Number)
  const results = chrono.ar.parse(text, new Date(year, month - 1, day, 12))
  return results.map(result => {
    const [first, firstEnd] = readParts(result.start)
    const end = result.end === null || result.end === undefined ? null : readParts(result.end)
    const clock = readChronoClock(result.start)
    const endClock = result.end ? readChronoClock(result.end) : null
    return {
      span: [result.index, result.index + result.text.length] as const,
      text: result.text,
      first,
      last: end === null ? firstEnd : end[1],
      clock: clock !== null && endClock !== null ? `${clock}/${endClock}` : clock,
      duration: null,
      recurs: null,
      isNow: false,
      edtf: null,
      how: '',
    }
  })
}

function readParts(parts: chrono.ParsedComponents): readonly [string, string] {
  const year = parts.get('year') ?? 0
  const month = parts.get('month') ?? 1
  const write = (m: number, d: number) =>
    `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
  const isDay = parts.isCertain('day') || parts.isCertain('weekday') || parts.isCertain('hour')
  if (isDay || !parts.isCertain('month'))
    return [write(month, parts.get('day') ?? 1), write(month, parts.get('day') ?? 1)]
  return [write(month, 1), write(month, new Date(Date.UTC(year, month, 0)).getUTCDate())]
}

function readChronoClock(parts: chrono.ParsedComponents): string | null {
  if (!parts.isCertain('hour')) return null
  const two = (value: number | null) => String(value ?? 0).padStart(2, '0')
  return `${two(parts.get('hour'))}:${two(parts.get('minute'))}`
}

/** Prints rows as a table with a title. */
export function printTable(title: string, rows: readonly Record<string, string | number>[]): void {
  console.log(`\n${title}`)
  const columns = Object.keys(rows[0] ?? {})
  const cells = [columns, ...rows.map(row => columns.map(column => String(row[column] ?? '')))]
  const widths = columns.map((_, i) => Math.max(...cells.map(row => (row[i] ?? '').length)))
  for (const row of cells) console.log(row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  '))
}

/** `99.4 %`. */
export function percent(right: number, all: number): string {
  return all === 0 ? '–' : `${((100 * right) / all).toFixed(1)} %`
}
