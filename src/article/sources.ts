/** What a JSON line or a side file says of an article, as bytes and hints. */
import { basename } from 'node:path/posix'
import type { Hints, Problem, Result } from '../model.ts'

/** One article of a file of JSON lines, ready for `readArticle`. */
export interface LineArticle {
  readonly bytes: Uint8Array
  readonly hints: Hints
}

const encoder = new TextEncoder()
const HINTS = ['outlet', 'url', 'published', 'retrieved'] as const
/** A day, month or year, with or without a clock, or an EDTF interval of them. */
const EDTF =
  /^(\.\.|\d{4}(-\d\d(-\d\d([T ][\d:.]+(Z|[+-]\d\d:?\d\d)?)?)?)?[~?%]?)(\/(\.\.|\d{4}(-\d\d(-\d\d)?)?[~?%]?)?)?$/

/**
 * Reads one line of a `.jsonl` file: an object with `text` or `html`, and `id, outlet, url, published, retrieved` as far as
 * they are known. `where` is `file:line`. Problems: `bad-json-line`, `no-text-field`, `bad-field`.
 */
export function readJsonLine(line: string, where: string): Result<LineArticle> {
  const row = parseObject(line)
  if (!row) return fail({ code: 'bad-json-line', where, values: { start: line.slice(0, 60) } })
  const content = typeof row.html === 'string' ? `<!doctype html>${row.html}` : row.text
  if (typeof content !== 'string') return fail({ code: 'no-text-field', where, values: {} })
  const hints = readHints(row, where)
  if (!hints.ok) return hints
  const id = typeof row.id === 'number' ? String(row.id) : row.id
  const name = typeof id === 'string' && id !== '' ? id : where
  return { ok: true, value: { bytes: encoder.encode(content), hints: { ...hints.value, name } } }
}

/** Reads `NAME.meta.json`, the side file of an article. Problems: `bad-side-file`, `bad-field`. */
export function readSideFile(content: string, where: string): Result<Hints> {
  const row = parseObject(content)
  return row ? readHints(row, where) : fail({ code: 'bad-side-file', where, values: {} })
}

/** `reports/a.b.txt` → `a.b`: the name of an article that is a file. */
export function readName(path: string): string {
  return basename(path.replaceAll('\\', '/')).replace(/\.[^.]+$/, '')
}

/** True for a date that Hasab can reckon with: `2017`, `2017-11`, `2017-11-02`, `2017-11-02T10:00`, `2017-10/2017-11`. */
export function isDate(value: string): boolean {
  return EDTF.test(value)
}

type Fields = Readonly<Record<string, unknown>>

function parseObject(content: string): Fields | null {
  try {
    const value: unknown = JSON.parse(content.startsWith('\uFEFF') ? content.slice(1) : content)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** The hints of an object. Empty and null fields are fields that are not known. */
function readHints(row: Fields, where: string): Result<Hints> {
  const hints: Record<string, string> = {}
  for (const key of HINTS) {
    const value = row[key]
    if (value === undefined || value === null || value === '') continue
    const isDated = key === 'published' || key === 'retrieved'
    if (typeof value !== 'string' || (isDated && !isDate(value))) {
      return fail({ code: 'bad-field', where, values: { field: key, value: String(value).slice(0, 40) } })
    }
    hints[key] = isDated ? value.replace(/[T ].*/, '') : value
  }
  return { ok: true, value: hints }
}

function fail<T>(problem: Problem): Result<T> {
  return { ok: false, problem }
}
