/** What a filter leaves of a record as a file, part by part: the same from the command line and from the desk. */
import type { Result } from '../../model.ts'
import type { Filter, Store } from '../../store/store.ts'
import { acledTable, FATALITY_POLICIES, type FatalityPolicy } from './acled.ts'
import { ARTICLE_COLUMNS, readArticleObject } from './articles.ts'
import { CLAIM_COLUMNS, readClaimFeatures, readClaimObject } from './claims.ts'
import { DIFFERENCE_COLUMNS, readDifferenceItems } from './differences.ts'
import { EVENT_COLUMNS, readEventFeatures, readEventItems, readEventObject } from './events.ts'
import { writeGraph } from './graph.ts'
import {
  HOLDER_COLUMNS,
  readHoldingFeatures,
  readHoldingItems,
  readHoldingObject,
  splitHolders,
} from './holdings.ts'
import {
  type Columns,
  csvTable,
  featureCollection,
  jsonLines,
  type Rows,
  readRows,
  type Writing,
  writeRows,
} from './layouts.ts'
import { readArticleNodes, readClaimNodes, readEventNodes, readHoldingNodes, readPairNodes } from './nodes.ts'
import { PASSAGE_COLUMNS, readPairObject, splitPassages } from './passages.ts'

/** How something can be written. */
export const EXPORT_FORMATS = ['jsonl', 'csv', 'geojson', 'acled', 'jsonld'] as const
/** See `EXPORT_FORMATS`. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

const LINES = ['jsonl', 'csv'] as const

/** What can be exported, in which formats, narrowed by which filters. */
export const EXPORTS = {
  claims: {
    formats: [...LINES, 'geojson', 'jsonld'],
    filters: ['place', 'actor', 'source', 'type', 'family', 'outlet', 'from', 'to'],
  },
  events: {
    formats: [...LINES, 'geojson', 'acled', 'jsonld'],
    filters: ['place', 'actor', 'type', 'family', 'outlet', 'from', 'to'],
  },
  holdings: { formats: [...LINES, 'geojson', 'jsonld'], filters: ['place', 'actor', 'from', 'to'] },
  passages: { formats: [...LINES, 'jsonld'], filters: ['outlet'] },
  articles: {
    formats: [...LINES, 'jsonld'],
    filters: ['place', 'actor', 'source', 'type', 'family', 'outlet', 'from', 'to'],
  },
  differences: { formats: LINES, filters: ['place', 'from', 'to'] },
} as const satisfies Record<string, { formats: readonly ExportFormat[]; filters: readonly (keyof Filter)[] }>

/** See `EXPORTS`. */
export type ExportKind = keyof typeof EXPORTS
/** The kinds by name. */
export const EXPORT_KINDS = Object.keys(EXPORTS) as [ExportKind, ...ExportKind[]]

/** What to export. */
export interface ExportWish {
  readonly kind: ExportKind
  readonly format: ExportFormat
  readonly filter: Filter
  /** CSV begins with a byte order mark, by which spreadsheets know UTF-8. */
  readonly hasMark: boolean
  /** What makes one number of the killed, in ACLED's columns; the lowest unless told otherwise. */
  readonly policy?: FatalityPolicy | undefined
}

/** The formats that a kind can be written in. */
export function listFormats(kind: ExportKind): readonly ExportFormat[] {
  return EXPORTS[kind].formats
}

/** The text of an export, some hundred rows at a time; a problem ends it. `wish.format` is one of `listFormats(kind)`. */
export async function* exportLines(store: Store, wish: ExportWish): AsyncGenerator<Result<string>> {
  const lexicon = wish.format === 'jsonld' ? (await store.summary()).lexicon : null
  yield* EXPORTERS[wish.kind](store, { ...wish, lexicon })
}

interface Wish extends ExportWish {
  readonly lexicon: string | null
}

type Exporter = (store: Store, wish: Wish) => AsyncGenerator<Result<string>>

const EXPORTERS: Readonly<Record<ExportKind, Exporter>> = {
  claims: (store, wish) =>
    write(
      readRows(part => store.findClaims(wish.filter, part), keep),
      wish,
      {
        columns: CLAIM_COLUMNS,
        object: readClaimObject,
        features: readClaimFeatures,
        nodes: readClaimNodes,
      },
    ),
  articles: (store, wish) =>
    write(
      readRows(part => store.findArticles(wish.filter, part), keep),
      wish,
      { columns: ARTICLE_COLUMNS, object: readArticleObject, nodes: readArticleNodes },
    ),
  events: exportEvents,
  holdings: exportHoldings,
  passages: exportPassages,
  differences: (store, wish) =>
    write(
      readRows(
        part => store.findReferences(wish.filter, part),
        references => readDifferenceItems(store, references),
      ),
      wish,
      { columns: DIFFERENCE_COLUMNS, object: ({ reference }) => reference },
    ),
}

function exportEvents(store: Store, wish: Wish): AsyncGenerator<Result<string>> {
  const rows = readRows(
    part => store.findEvents(wish.filter, part),
    events => readEventItems(store, events),
  )
  const [usual] = FATALITY_POLICIES
  if (wish.format === 'acled') return writeRows(rows, acledTable(wish.policy ?? usual, wish.hasMark))
  return write(rows, wish, {
    columns: EVENT_COLUMNS,
    object: readEventObject,
    features: readEventFeatures,
    nodes: readEventNodes,
  })
}

function exportHoldings(store: Store, wish: Wish): AsyncGenerator<Result<string>> {
  const { place, ...filter } = wish.filter
  const rows = readRows(
    part => store.findHeldPlaces(place, part),
    places => readHoldingItems(store, places, filter),
  )
  if (wish.format === 'csv')
    return writeRows(split(rows, splitHolders), csvTable(HOLDER_COLUMNS, wish.hasMark))
  return write(rows, wish, {
    object: readHoldingObject,
    features: readHoldingFeatures,
    nodes: readHoldingNodes,
  })
}

function exportPassages(store: Store, wish: Wish): AsyncGenerator<Result<string>> {
  const rows = readRows(part => store.findPairs(wish.filter, part), keep)
  if (wish.format === 'csv')
    return writeRows(split(rows, splitPassages), csvTable(PASSAGE_COLUMNS, wish.hasMark))
  return write(rows, wish, { object: readPairObject, nodes: readPairNodes })
}

async function keep<T>(items: readonly T[]): Promise<readonly T[]> {
  return items
}

async function* split<T, R>(
  rows: Rows<T>,
  cut: (row: T) => readonly R[],
): AsyncGenerator<Result<readonly R[]>> {
  for await (const part of rows) {
    yield part.ok ? { ok: true, value: part.value.flatMap(cut) } : part
  }
}

/** The shapes of one kind of rows; `features` where they have a place. */
interface Shapes<T> {
  readonly columns?: Columns<T>
  readonly object: (row: T) => unknown
  readonly features?: Parameters<typeof featureCollection<T>>[0]
  readonly nodes?: Parameters<typeof writeGraph<T>>[0]
}

function write<T>(rows: Rows<T>, wish: Wish, shapes: Shapes<T>): AsyncGenerator<Result<string>> {
  return writeRows(rows, chooseWriting(wish, shapes))
}

function chooseWriting<T>({ format, hasMark, lexicon }: Wish, shapes: Shapes<T>): Writing<T> {
  const { columns, object, features, nodes } = shapes
  if (format === 'csv' && columns !== undefined) return csvTable(columns, hasMark)
  if (format === 'geojson' && features !== undefined) return featureCollection(features)
  if (format === 'jsonld' && nodes !== undefined) return writeGraph(nodes, lexicon)
  return jsonLines(object)
}
