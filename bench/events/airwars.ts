/** Airwars' sources as a record: readings, the incidents that each is about, and what is known of their dates. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import type { Lexicon } from '../../src/lexicon/lexicon.ts'
import type { Hints, Reading } from '../../src/model.ts'
import { readAll } from '../../src/read.ts'

const FOLDER = fileURLToPath(new URL('../../../shared/data/airwars/', import.meta.url))

/** One incident, as Airwars sums it up over all its sources. */
export interface Incident {
  readonly id: string
  readonly date: string
  readonly place: string
  readonly belligerent: string
  readonly civiliansKilledMin?: number
  readonly civiliansKilledMax?: number
  readonly fightersKilledMin?: number
  readonly fightersKilledMax?: number
}

/** A text that Airwars kept as a source for incidents. It does not say when the text appeared. */
export interface Source {
  readonly source_id: string
  readonly incident_ids: readonly string[]
  readonly incident_dates: readonly string[]
  readonly url: string
  readonly outlet: string
  readonly text: string
}

/** What is known of the day of publication from outside the text: nothing, or the day of its incident, as a feed would say it. */
export type Feed = 'none' | 'incident'

export interface Airwars {
  readonly sources: readonly Source[]
  readonly incidents: ReadonlyMap<string, Incident>
}

/** The data set; `undefined` where it is not there. */
export function readAirwars(): Airwars | undefined {
  if (!existsSync(FOLDER)) return undefined
  const incidents = readLines<Incident>('incidents')
  return {
    sources: readLines<Source>('articles'),
    incidents: new Map(incidents.map(incident => [incident.id, incident])),
  }
}

function readLines<Line>(name: string): Line[] {
  const text = gunzipSync(readFileSync(`${FOLDER}${name}.jsonl.gz`)).toString()
  return text
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as Line)
}

/** The readings of sources, named by `source_id`. What a page says of its own date goes before the feed's. */
export function readSources(sources: readonly Source[], feed: Feed, lexicon: Lexicon): Reading[] {
  const given = sources.map(source => ({
    bytes: new TextEncoder().encode(source.text),
    hints: findHints(source, feed),
  }))
  return readAll(given, lexicon).flatMap(reading => (reading.ok ? [reading.value] : []))
}

function findHints({ source_id, outlet, url, incident_dates }: Source, feed: Feed): Hints {
  const published = findPostDay(url) ?? (feed === 'incident' ? incident_dates[0] : undefined)
  return { name: source_id, outlet, url, published }
}

/** Milliseconds from 1970 to the first of the numbers that posts on X carry; they count them in their upper bits. */
const FIRST_POST = 1_288_834_974_657n

/** The day of a post on X, which its number tells. */
function findPostDay(url: string): string | undefined {
  const number = /\/status\/(\d{15,20})/.exec(url)?.[1]
  if (number === undefined) return undefined
  return new Date(Number((BigInt(number) >> 22n) + FIRST_POST)).toISOString().slice(0, 10)
}
