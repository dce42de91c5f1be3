/** The formats of gazetteers: GeoNames lines, CSV lines, GeoJSON features. */
import type { Result } from '../model.ts'
import { type Fields, failAt, hasArabic, type Point, readFields, type UserPlace } from './gazetteer.ts'

export type GazetteerFormat = 'geonames' | 'csv' | 'geojson'

/** Columns of a GeoNames line, counted from 0. */
const GEONAMES = { id: 0, en: 1, names: 3, lat: 4, lon: 5, code: 7, country: 8, population: 14, columns: 19 }
const CITY = 100_000
const TOWN = 10_000
/** GeoNames feature codes that say more than "populated place". */
const CODES: Readonly<Record<string, string>> = {
  ADM1: 'governorate',
  ADM2: 'district',
  ADM3: 'district',
  PPLC: 'city',
  PPLA: 'city',
  PPLX: 'quarter',
  AIRP: 'airport',
  DAM: 'dam',
  BDG: 'bridge',
  MT: 'mountain',
  HLL: 'mountain',
  MTS: 'mountain',
  STM: 'river',
  LK: 'lake',
  HSP: 'hospital',
  OILF: 'field',
  MILB: 'base',
}
const POPULATED = 'PPL'

/**
 * The format of a file by its name and its first line; undefined where it is none of them.
 * GeoNames files have no header and 19 columns; a CSV has a header with `name_ar` or another known field.
 */
export function findFormat(name: string, firstLine: string): GazetteerFormat | undefined {
  if (/\.(geo)?json$/i.test(name) || firstLine.startsWith('{')) return 'geojson'
  if (firstLine.split('\t').length === GEONAMES.columns && /^\d+\t/.test(firstLine)) return 'geonames'
  const fields = readHeader(firstLine)
  return fields.columns.some(column => /^(name_ar|name_ara|adm\d_ar)$/.test(column)) ? 'csv' : undefined
}

/** Reads a GeoNames line; `null` for a feature that is no place of reports, or has no Arabic name. */
export function readGeoNames(line: string, where: string): Result<UserPlace> | null {
  const cells = line.split('\t')
  const kind = findGeoNamesKind(cells[GEONAMES.code] ?? '', Number(cells[GEONAMES.population]))
  const names = (cells[GEONAMES.names] ?? '').split(',').filter(hasArabic)
  const [name] = names
  if (kind === undefined || name === undefined) return null
  const point = { lat: Number(cells[GEONAMES.lat]), lon: Number(cells[GEONAMES.lon]) }
  if (Number.isNaN(point.lat + point.lon)) return failAt(where, 'gazetteer-point', { name })
  const geonames = cells[GEONAMES.id] ?? ''
  return {
    ok: true,
    value: {
      id: `gn${geonames}`,
      name,
      also: names.slice(1),
      en: cells[GEONAMES.en] ?? '',
      kind,
      parents: [(cells[GEONAMES.country] ?? '').toLowerCase()],
      ...point,
      pcode: '',
      geonames,
    },
  }
}

function findGeoNamesKind(code: string, population: number): string | undefined {
  const known = CODES[code]
  if (known !== undefined) return known
  if (!code.startsWith(POPULATED)) return undefined
  if (population >= CITY) return 'city'
  return population >= TOWN ? 'town' : 'village'
}

/** The header of a CSV: its separator and its columns in small letters. */
export interface Header {
  readonly separator: string
  readonly columns: readonly string[]
}

/** Reads a header; the separator is the commonest of comma, semicolon and tab. */
export function readHeader(line: string): Header {
  const separators = [',', ';', '\t'].sort((a, b) => line.split(b).length - line.split(a).length)
  const separator = separators[0] as string
  return { separator, columns: splitCells(line, separator).map(cell => cell.toLowerCase()) }
}

/** Reads a line of a CSV under its header. */
export function readCsv(line: string, header: Header, where: string): Result<UserPlace> {
  const cells = splitCells(line, header.separator)
  if (cells.length !== header.columns.length) {
    return failAt(where, 'gazetteer-cells', { want: header.columns.length, got: cells.length })
  }
  return readFields(new Map(header.columns.map((column, i) => [column, cells[i] ?? ''])), where)
}

/** Cells of a line, quotation marks undone: `a,"b,c"` → `a`, `b,c`. A line break within a cell is not allowed. */
export function splitCells(line: string, separator: string): string[] {
  const cells: string[] = []
  let cell = ''
  let isQuoted = false
  for (let i = 0; i < line.length; i++) {
    const char = line.charAt(i)
    if (char === '"' && isQuoted && line.charAt(i + 1) === '"') cell += line.charAt(++i)
    else if (char === '"') isQuoted = !isQuoted
    else if (char === separator && !isQuoted) {
      cells.push(cell.trim())
      cell = ''
    } else cell += char
  }
  return [...cells, cell.trim()]
}

interface Feature {
  readonly properties?: Readonly<Record<string, unknown>> | null
  readonly geometry?: { readonly type?: string; readonly coordinates?: unknown } | null
}

/** Reads the text of one GeoJSON feature: its fields, and its point or the middle of its shape. */
export function readFeature(json: string, where: string): Result<UserPlace> {
  const feature = parseFeature(json)
  if (feature === null) return failAt(where, 'gazetteer-json')
  const fields = new Map<string, string>()
  for (const [key, value] of Object.entries(feature.properties ?? {})) {
    if (typeof value === 'string' || typeof value === 'number')
      fields.set(key.toLowerCase(), String(value).trim())
  }
  return readFields(fields as Fields, where, findMiddle(feature.geometry?.coordinates))
}

function parseFeature(json: string): Feature | null {
  try {
    return JSON.parse(json) as Feature
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null
    throw thrown
  }
}

/** The middle of the box around all positions; `null` where there are none. */
function findMiddle(coordinates: unknown): Point | null {
  const box = { west: 180, east: -180, south: 90, north: -90 }
  const grow = (part: unknown): void => {
    if (!Array.isArray(part)) return
    const [lon, lat] = part as unknown[]
    if (typeof lon !== 'number' || typeof lat !== 'number') {
      part.forEach(grow)
      return
    }
    box.west = Math.min(box.west, lon)
    box.east = Math.max(box.east, lon)
    box.south = Math.min(box.south, lat)
    box.north = Math.max(box.north, lat)
  }
  grow(coordinates)
  return box.west > box.east ? null : { lat: (box.south + box.north) / 2, lon: (box.west + box.east) / 2 }
}
