/** The formats of chronologies: a CSV with a header, or GeoJSON with the same names as properties. */
import { readHeader, splitCells } from '../../lexicon/gazetteer-formats.ts'
import type { Problem, Result } from '../../model.ts'

/** One row's fields by name, in small letters without spaces and underlines: `former_holder` is `formerholder`. */
export interface Fields {
  /** `later.csv:12`: the line, or the feature, counted from 1. */
  readonly where: string
  readonly fields: ReadonlyMap<string, string>
}

/** The rows of a chronology, and what was wrong with the others. */
export interface Rows {
  readonly rows: readonly Fields[]
  readonly problems: readonly Problem[]
}

/** What a chronology must give of each of its entries. */
const NEEDED = ['date', 'place']

/** Reads the rows of a chronology. Problems: `reference-format` for the whole, `reference-cells` for a line. */
export function readRows(text: string, name: string): Result<Rows> {
  return text.trimStart().startsWith('{') ? readFeatures(text, name) : readLines(text, name)
}

function readLines(text: string, name: string): Result<Rows> {
  const lines = text.split(/\r?\n/)
  const header = readHeader(lines[0] ?? '')
  const columns = header.columns.map(nameField)
  if (NEEDED.some(column => !columns.includes(column))) return failFormat(name)
  const rows: Fields[] = []
  const problems: Problem[] = []
  for (const [i, line] of lines.entries()) {
    if (i === 0 || line.trim() === '') continue
    const where = `${name}:${i + 1}`
    const cells = splitCells(line, header.separator)
    if (cells.length === columns.length) {
      rows.push({ where, fields: new Map(columns.map((column, at) => [column, cells[at] ?? ''])) })
    } else {
      problems.push({ code: 'reference-cells', where, values: { want: columns.length, got: cells.length } })
    }
  }
  return { ok: true, value: { rows, problems } }
}

function nameField(words: string): string {
  return words.toLowerCase().replaceAll(/[\s_-]/g, '')
}

function readFeatures(text: string, name: string): Result<Rows> {
  const features = parseFeatures(text)
  if (features === null) return failFormat(name)
  const rows = features.map(({ properties }, i) => {
    const fields = Object.entries(properties ?? {}).flatMap(([key, value]) =>
      typeof value === 'string' || typeof value === 'number'
        ? [[nameField(key), String(value).trim()] as const]
        : [],
    )
    return { where: `${name}:${i + 1}`, fields: new Map(fields) }
  })
  return { ok: true, value: { rows, problems: [] } }
}

interface Feature {
  readonly properties?: Readonly<Record<string, unknown>> | null
}

function parseFeatures(text: string): Feature[] | null {
  try {
    const { features } = JSON.parse(text) as { features?: unknown }
    return Array.isArray(features) && features.every(isFeature) ? features : null
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null
    throw thrown
  }
}

function isFeature(value: unknown): value is Feature {
  return typeof value === 'object' && value !== null
}

function failFormat(where: string): Result<Rows> {
  return { ok: false, problem: { code: 'reference-format', where, values: {} } }
}
