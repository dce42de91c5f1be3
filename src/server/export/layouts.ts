/** How rows become the text of a file, part by part: what stands before, between and after them. */
import type { Result } from '../../model.ts'
import type { Page, Part } from '../../store/store.ts'
import { type Cell, writeCsvLine } from './csv.ts'

/** One format of one kind of rows. */
export interface Writing<T> {
  readonly head: string
  readonly between: string
  readonly foot: string
  /** The pieces that a row becomes: one line of a table, one feature for each of its places, none where it has nothing to say. */
  readonly write: (row: T) => readonly string[]
}

/** Rows as they are read, some hundred at a time. */
export type Rows<T> = AsyncIterable<Result<readonly T[]>>

const PART = 200

/** The parts of a list, one after the other. `enrich` looks up for a whole part what its rows do not hold. */
export async function* readRows<T, R = T>(
  find: (part: Part) => Promise<Result<Page<T>>>,
  enrich: (items: readonly T[]) => Promise<readonly R[]>,
): AsyncGenerator<Result<readonly R[]>> {
  let page: string | undefined
  do {
    const found = await find({ limit: PART, page })
    if (!found.ok) return yield found
    yield { ok: true, value: await enrich(found.value.items) }
    page = found.value.next ?? undefined
  } while (page !== undefined)
}

/** Rows written in a format; a problem ends it. Holds no more than one part at a time. */
export async function* writeRows<T>(rows: Rows<T>, writing: Writing<T>): AsyncGenerator<Result<string>> {
  const { head, between, foot, write } = writing
  let start = head
  for await (const part of rows) {
    if (!part.ok) return yield part
    const pieces = part.value.flatMap(row => write(row))
    if (pieces.length === 0) continue
    yield { ok: true, value: start + pieces.join(between) }
    start = between
  }
  yield { ok: true, value: start === head ? head + foot : foot }
}

/** One JSON object a line. */
export function jsonLines<T>(read: (row: T) => unknown): Writing<T> {
  return { head: '', between: '', foot: '', write: row => [`${JSON.stringify(read(row))}\n`] }
}

/** The columns of a table by name. */
export type Columns<T> = Readonly<Record<string, (row: T) => Cell>>

const MARK = '\ufeff'

/** Lines of CSV below a header. `hasMark`: begin with a byte order mark, by which spreadsheets know UTF-8. */
export function csvTable<T>(columns: Columns<T>, hasMark: boolean): Writing<T> {
  const readers = Object.values(columns)
  return {
    head: (hasMark ? MARK : '') + writeCsvLine(Object.keys(columns)),
    between: '',
    foot: '',
    write: row => [writeCsvLine(readers.map(read => read(row)))],
  }
}

/** A point and what is said of it (RFC 7946); `point` is `null` where nobody knows where it lies. */
export interface Feature {
  readonly point: { readonly lat: number | null; readonly lon: number | null } | null
  readonly properties: Readonly<Record<string, unknown>>
}

/** A collection of features, one a line. No outline is drawn round what is only known as a point. */
export function featureCollection<T>(read: (row: T) => readonly Feature[]): Writing<T> {
  return {
    head: '{"type":"FeatureCollection","features":[\n',
    between: ',\n',
    foot: '\n]}\n',
    write: row => read(row).map(writeFeature),
  }
}

function writeFeature({ point, properties }: Feature): string {
  const isKnown = point !== null && point.lat !== null && point.lon !== null
  const geometry = isKnown ? { type: 'Point', coordinates: [point.lon, point.lat] } : null
  return JSON.stringify({ type: 'Feature', geometry, properties })
}

/** Several values of one cell; an empty one keeps its place. */
export function joinCell(values: readonly (string | null)[]): string {
  return values.map(value => value ?? '').join('|')
}
