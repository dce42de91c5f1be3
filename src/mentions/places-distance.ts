/** Distances between rows of places. */
import type { Row } from '../lexicon/tables.ts'

const RADIUS = 6371
const DEGREE = Math.PI / 180

interface Point {
  readonly lat: number
  readonly lon: number
}

const points = new WeakMap<Row, Point | null>()

/** The point of a row; `null` for one that lies somewhere in another. Remembered: it is asked for at every name. */
function findPoint(row: Row): Point | null {
  let point = points.get(row)
  if (point === undefined) {
    const { lat = '', lon = '' } = row.cells
    point = lat === '' || lon === '' ? null : { lat: Number(lat), lon: Number(lon) }
    points.set(row, point)
  }
  return point
}

/** Kilometres between two rows on the sphere; infinite where one has no point or is a country or region. */
export function measureKilometres(one: Row, other: Row): number {
  const a = findPoint(one)
  const b = findPoint(other)
  if (a === null || b === null) return Number.POSITIVE_INFINITY
  const dLat = (b.lat - a.lat) * DEGREE
  const dLon = (b.lon - a.lon) * DEGREE * Math.cos(((a.lat + b.lat) / 2) * DEGREE)
  return RADIUS * Math.sqrt(dLat * dLat + dLon * dLon)
}
