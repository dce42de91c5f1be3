/** Runs `specs/numbers.tsv` and `specs/dates.tsv`: each row is read, and must be read so; a row with a gap must not. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { builtinLexicon } from '../lexicon/builtin.ts'
import { findHits } from '../lexicon/match.ts'
import type { DateMention, NumberMention } from '../model.ts'
import { readText } from '../text/text.ts'
import { findDatesIn } from './dates.ts'
import { findNumbersIn } from './numbers.ts'

type Row = Readonly<Record<string, string>>

function readSpecs(name: string): Row[] {
  const path = new URL(`../../specs/${name}.tsv`, import.meta.url)
  expect(existsSync(path)).toBe(true)
  const [head = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n')
  const columns = head.split('\t')
  return lines.map(line => {
    const cells = line.split('\t')
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']))
  })
}

const lexicon = builtinLexicon()
const NONE = '—'

function writeNumber(mention: NumberMention): string {
  const { text, min, max, approx, form } = mention
  return `${text}=${min ?? ''}..${max ?? ''}${approx ? '~' : ''}[${form}]`
}

function writeDate(mention: DateMention): string {
  const { text, edtf, clock, duration, recurs } = mention
  const rest = [clock === undefined ? '' : `T${clock}`, duration ?? '', recurs ?? ''].join('')
  return `${text}=${edtf ?? ''}${rest}`
}

function readNumbers(row: Row): string {
  const text = readText(row.text ?? '')
  return findNumbersIn(text, findHits(text, lexicon), lexicon).map(writeNumber).join(' ; ') || NONE
}

function readDates(row: Row): string {
  const text = readText(row.text ?? '')
  const now = row.now === '' ? null : (row.now ?? null)
  return findDatesIn(text, findHits(text, lexicon), { now, lexicon }).map(writeDate).join(' ; ') || NONE
}

/** `id: got` of every row that is not read as it must be: rows without a gap that fail, rows with one that pass. */
function findFaults(rows: readonly Row[], read: (row: Row) => string): string[] {
  return rows
    .map(row => ({ row, got: read(row) }))
    .filter(({ row, got }) => (row.gap === 'yes') === (got === row.want))
    .map(({ row, got }) =>
      row.gap === 'yes'
        ? `${row.id}: promote it, it passes`
        : `${row.id}: ${row.text} | want ${row.want} | got ${got}`,
    )
}

describe('specs', () => {
  it('numbers are read so', () => {
    expect(findFaults(readSpecs('numbers'), readNumbers)).toEqual([])
  })

  it('dates are read so', () => {
    expect(findFaults(readSpecs('dates'), readDates)).toEqual([])
  })

  it('holds at least 400 sentences, with negatives among them', () => {
    const rows = [...readSpecs('numbers'), ...readSpecs('dates')]
    expect(rows.length).toBeGreaterThanOrEqual(400)
    expect(rows.filter(row => row.want === NONE).length).toBeGreaterThanOrEqual(30)
    expect(new Set(rows.map(row => row.id)).size).toBe(rows.length)
  })
})
