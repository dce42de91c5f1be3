/** A place of the user's own, from the fields of whatever file it comes in. */
import type { Problem, Result } from '../model.ts'
import { isArabic } from '../text/units.ts'

/** A place as a file gives it. */
export interface UserPlace {
  /** Unique in the file and stable: its p-code, its GeoNames number, or its name with its point. */
  readonly id: string
  readonly name: string
  readonly also: readonly string[]
  readonly en: string
  readonly kind: string
  /** Numbers or names of what holds it, nearest first. */
  readonly parents: readonly string[]
  readonly lat: number | null
  readonly lon: number | null
  readonly pcode: string
  readonly geonames: string
}

/** The fields of one place, by name in small letters; what is `null` in the file is not there. */
export type Fields = ReadonlyMap<string, string>

export interface Point {
  readonly lat: number
  readonly lon: number
}

/** Levels of administration from the deepest: OCHA numbers them from the country down. */
const LEVELS = [5, 4, 3, 2, 1]
const LEVEL_KINDS: Readonly<Record<number, string>> = { 1: 'governorate', 2: 'district', 3: 'district' }
const NAMES = ['name_ar', 'name_ara', 'neighborhoodname_ar', 'name1', 'name_1', 'ar', 'name']
const ENGLISH = ['name_en', 'nam_en_ref', 'neighborhoodname_en', 'en', 'name']
const ALSO = ['also', 'alt_ar', 'neighborhoodaltname1_ar', 'neighborhoodaltname2_ar']
const CODES = ['pcode', 'neighborhoodpcode', 'loc_pcode']
const LATITUDES = ['lat', 'latitude', 'center_lat', 'y_coord']
const LONGITUDES = ['lon', 'lng', 'long', 'longitude', 'center_lon', 'x_coord']
const BROKEN = '\ufffd'

/** True for words with an Arabic letter. */
export function hasArabic(words: string): boolean {
  for (let i = 0; i < words.length; i++) if (isArabic(words.charCodeAt(i))) return true
  return false
}

/**
 * A place from its fields: OCHA's old and new names (`NAME_ARA`, `ADM3_AR`, `adm3_name1`), or `name_ar, lat, lon, parent`.
 * Problems: `gazetteer-name` without an Arabic name, `gazetteer-letters` where the name has broken letters,
 * `gazetteer-point` where latitude or longitude is no number on the globe.
 */
export function readFields(fields: Fields, where: string, point: Point | null = null): Result<UserPlace> {
  const level = LEVELS.find(
    depth => findLevelCode(fields, depth) !== undefined || findLevelName(fields, depth) !== undefined,
  )
  const own =
    findFirst(fields, NAMES, hasArabic) ?? (level === undefined ? undefined : findLevelName(fields, level))
  if (own === undefined) return failAt(where, 'gazetteer-name')
  if (own.includes(BROKEN)) return failAt(where, 'gazetteer-letters', { name: own })
  const given = point ?? readPoint(fields)
  if (given !== null && !isOnGlobe(given)) return failAt(where, 'gazetteer-point', { name: own })
  const isOwnLevel = findFirst(fields, CODES) === undefined && level !== undefined
  const pcode =
    findFirst(fields, CODES) ?? (level === undefined ? undefined : findLevelCode(fields, level)) ?? ''
  const id = pcode === '' ? `${own} ${given?.lat ?? ''} ${given?.lon ?? ''}` : pcode
  return {
    ok: true,
    value: {
      id: findFirst(fields, ['id']) ?? id,
      name: own,
      also: ALSO.flatMap(key => (fields.get(key) ?? '').split('|')).filter(hasArabic),
      en: findFirst(fields, ENGLISH) ?? '',
      kind: findKind(fields, isOwnLevel ? level : undefined),
      parents: listParents(fields, isOwnLevel ? level : undefined),
      lat: given?.lat ?? null,
      lon: given?.lon ?? null,
      pcode,
      geonames: '',
    },
  }
}

/** A problem with one row of a gazetteer. */
export function failAt(
  where: string,
  code: string,
  values: Problem['values'] = {},
): { ok: false; problem: Problem } {
  return { ok: false, problem: { code, where, values } }
}

function findFirst(fields: Fields, keys: readonly string[], isFit = (_: string) => true): string | undefined {
  for (const key of keys) {
    const value = fields.get(key)
    if (value !== undefined && value !== '' && isFit(value)) return value
  }
  return undefined
}

function findLevelName(fields: Fields, level: number): string | undefined {
  return findFirst(
    fields,
    [`adm${level}_ar`, `adm${level}_name1`, `admin${level}name_ar`, `admin${level}_ara`],
    hasArabic,
  )
}

function findLevelCode(fields: Fields, level: number): string | undefined {
  return findFirst(fields, [`adm${level}_pcode`, `admin${level}pcode`, `admin${level}_cod`])
}

function findKind(fields: Fields, level: number | undefined): string {
  const kind = fields.get('kind')
  if (kind !== undefined && kind !== '') return kind
  if (fields.has('neighborhoodpcode')) return 'quarter'
  return (level === undefined ? undefined : LEVEL_KINDS[level]) ?? 'village'
}

/** Codes and names of what holds the place: its given parent, else the levels above it. */
function listParents(fields: Fields, level: number | undefined): string[] {
  const above = LEVELS.filter(depth => level === undefined || depth < level)
  const codes = above.flatMap(depth => findLevelCode(fields, depth) ?? [])
  const names = above.flatMap(depth => findLevelName(fields, depth) ?? [])
  return [fields.get('parent') ?? '', ...codes, ...names].filter(parent => parent !== '')
}

function readPoint(fields: Fields): Point | null {
  const lat = findFirst(fields, LATITUDES)
  const lon = findFirst(fields, LONGITUDES)
  return lat === undefined || lon === undefined ? null : { lat: Number(lat), lon: Number(lon) }
}

function isOnGlobe({ lat, lon }: Point): boolean {
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180
}
