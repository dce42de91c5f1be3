/** Of the Airwars source texts: how many have a place within 10 km of the incident, and name the belligerent. */
import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Lexicon } from '../../src/lexicon/lexicon.ts'
import type { ActorMention } from '../../src/model.ts'
import { mentionsOf, type NameMention, SHARED, share } from './mentions.ts'

interface Incident {
  readonly id: string
  readonly lat?: number
  readonly lon?: number
  readonly belligerent: string
}

interface Source {
  readonly incident_ids: readonly string[]
  readonly incident_dates: readonly string[]
  readonly title: string
  readonly text: string
}

const NEAR = 10
/** What Airwars calls a belligerent, and the actors that texts may name for it. */
const ACTORS: Readonly<Record<string, readonly string[]>> = {
  'Iranian Military': ['iran', 'iran-backed-militias'],
  'Israeli Military': ['israel'],
  'Tribal Forces': ['tribes'],
  'U.S.-led Coalition': ['coalition', 'us'],
  'Turkish Military': ['turkey'],
  'Russian Military': ['russia'],
  YPG: ['ypg', 'sdf', 'pkk'],
  'Jordanian Military': ['jordan'],
  'Syrian Democratic Forces': ['sdf', 'ypg'],
  'Kurdish Forces': ['ypg', 'sdf'],
  'Syrian Regime': ['syrian-army', 'syrian-air-force', 'syrian-government'],
}

function readLines<Line>(name: string): Line[] {
  const text = gunzipSync(readFileSync(`${SHARED}data/airwars/${name}.jsonl.gz`)).toString()
  return text
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as Line)
}

/** Words by which a text would name a belligerent: what names it by none of them cannot be found in it. */
const STEMS: Readonly<Record<string, readonly string[]>> = {
  'Iranian Military': ['إيران', 'ايران'],
  'Israeli Military': ['سرائيل', 'احتلال', 'صهيون'],
  'Tribal Forces': ['عشائر', 'قبائل'],
  'U.S.-led Coalition': ['حالف', 'ميرك', 'مريك', 'ائتلاف'],
  'Turkish Military': ['ترك', 'أردوغان'],
  'Russian Military': ['روس', 'موسكو'],
  YPG: ['قسد', 'كرد', 'سوريا الديمقراطية', 'سوريا الديموقراطية', 'وحدات حماية', 'PKK', 'بي كي'],
  'Jordanian Military': ['أردن'],
  'Syrian Democratic Forces': ['قسد', 'سوريا الديمقراطية'],
  'Kurdish Forces': ['قسد', 'كرد'],
  'Syrian Regime': ['النظام', 'الأسد'],
}

/** The figures; `label` says which tables were read with. `missed` takes a line for each text without a near place. */
export function measureAirwars(
  lexicon: Lexicon,
  label: string,
  missed: (line: string) => void = () => {},
): string[] {
  if (!existsSync(`${SHARED}data/airwars`)) return ['airwars: not there, nothing measured']
  const incidents = new Map(readLines<Incident>('incidents').map(incident => [incident.id, incident]))
  const errors: number[] = []
  let fought = 0
  let known = 0
  let named = 0
  let found = 0
  for (const source of readLines<Source>('articles')) {
    const about = source.incident_ids.flatMap(id => incidents.get(id) ?? [])
    const mentions = mentionsOf(lexicon, `${source.title}\n${source.text}`, {
      published: source.incident_dates[0] ?? null,
    })
    const error = Math.min(...about.map(incident => findError(mentions, incident)))
    if (about.some(({ lat }) => lat !== undefined)) errors.push(error)
    if (error > NEAR && error < Number.POSITIVE_INFINITY)
      missed(
        `${error.toFixed(0)} km · ${about.map(({ id }) => id).join()} · ${source.text.slice(0, 300).replaceAll('\n', ' ')}`,
      )
    const wanted = new Set(about.flatMap(listActors))
    const isFound = mentions.some(mention => mention.kind === 'actor' && isWanted(mention, wanted))
    if (wanted.size > 0) known++
    if (isFound) fought++
    if (about.some(incident => isNamed(source, incident))) {
      named++
      if (isFound) found++
    }
  }
  errors.sort((a, b) => a - b)
  const near = errors.filter(error => error <= NEAR).length
  const median = errors[errors.length >> 1] ?? Number.NaN
  return [
    `airwars (${label}) place within ${NEAR} km ${share(near, errors.length)}, median error ${median.toFixed(1)} km`,
    `airwars (${label}) belligerent among the actors ${share(fought, known)}, of the texts that name it ${share(found, named)}`,
  ]
}

function listActors({ belligerent }: Incident): string[] {
  return (belligerent ?? '').split(', ').flatMap(name => ACTORS[name] ?? [])
}

function isNamed({ title, text }: Source, { belligerent }: Incident): boolean {
  const words = `${title} ${text}`.replaceAll('\u0640', '')
  return (belligerent ?? '').split(', ').some(name => (STEMS[name] ?? []).some(stem => words.includes(stem)))
}

function isWanted({ actor, military }: ActorMention, wanted: ReadonlySet<string>): boolean {
  return wanted.has(actor ?? '') || wanted.has(military ?? '')
}

/** Kilometres from the nearest place mentioned to the incident. */
function findError(mentions: readonly NameMention[], { lat, lon }: Incident): number {
  if (lat === undefined || lon === undefined) return Number.POSITIVE_INFINITY
  let nearest = Number.POSITIVE_INFINITY
  for (const mention of mentions) {
    if (mention.kind !== 'place' || mention.lat === null || mention.lon === null) continue
    const dLat = (mention.lat - lat) * 111.2
    const dLon = (mention.lon - lon) * 111.2 * Math.cos((lat * Math.PI) / 180)
    nearest = Math.min(nearest, Math.hypot(dLat, dLon))
  }
  return nearest
}
