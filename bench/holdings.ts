/**
 * Who held four towns of the Euphrates in autumn 2017, according to 2,857 web articles read as one record: per root and by
 * view, beside a short later chronology; the time that it takes; and one place among a million made-up controls.
 *
 *     node bench/holdings.ts [ROOTS]
 *
 * `ROOTS`: how many roots of each place are printed, 8 by default. The articles lie beside the project; without them only
 * the made-up part runs.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { builtinLexicon } from '../src/lexicon/builtin.ts'
import type { Lexicon } from '../src/lexicon/lexicon.ts'
import type { Reading } from '../src/model.ts'
import { readAll } from '../src/read.ts'
import { findControl } from '../src/record/control.ts'
import { relateDates } from '../src/record/dating/dating.ts'
import { readTelling, tellDates } from '../src/record/dating/told.ts'
import { type Ground, readGround } from '../src/record/ground.ts'
import {
  holdersAt,
  listControlPlaces,
  relateHolding,
  relateHoldings,
} from '../src/record/holdings/holdings.ts'
import { redateAll } from '../src/record/record.ts'
import { compareReferences } from '../src/record/reference/compare.ts'
import { readReference } from '../src/record/reference/reference.ts'
import type { Control, Holding, View } from '../src/record/relations.ts'
import { inventControls } from './holdings/invent.ts'

const ARTICLES = join(import.meta.dirname, '../../shared/data/unifiedfc/articles.jsonl.gz')
const CHRONOLOGY = join(import.meta.dirname, 'holdings/autumn-2017.csv')
const [roots = '8'] = process.argv.slice(2)

const PLACES = ['sy-dez-abu-kamal', 'sy-dez-mayadin', 'sy-dez-city', 'sy-raq-city']
const FROM = '2017-09-01'
const TO = '2017-12-31'
const VIEWS: Readonly<Record<string, View>> = {
  everyone: {},
  'everyone, as of 2017-11-10': { asOf: '2017-11-10' },
  'with what is implied': { hasImplied: true },
  'only what a side admits': { isAdmitted: true },
  'all agree': { isAgreed: true },
}

interface Line {
  readonly id: string
  readonly url: string
  readonly outlet: string
  readonly date_from_url: string | null
  readonly text: string
}

const seconds = (start: number) => `${((performance.now() - start) / 1000).toFixed(2)} s`

function readReadings(lexicon: Lexicon): Reading[] {
  const lines = gunzipSync(readFileSync(ARTICLES)).toString('utf8').trim().split('\n')
  const given = lines.map(line => {
    const { id, url, outlet, date_from_url, text } = JSON.parse(line) as Line
    const published = date_from_url ?? undefined
    return { bytes: new TextEncoder().encode(text), hints: { name: id, url, outlet, published } }
  })
  return readAll(given, lexicon).flatMap(result => (result.ok ? [result.value] : []))
}

function show({ from, to, holders, state, how, confirmed, claims, roots: said }: Holding): string {
  const marks = [state, how].filter(mark => mark !== 'held' && mark !== 'stated').join(', ')
  return `    ${from} ${to ?? '…         '}  ${holders.join(' + ').padEnd(44)} ${marks.padEnd(20)} last said ${confirmed}, ${claims.length} claims, ${said.length} roots`
}

function printHoldings(title: string, holdings: readonly Holding[]): void {
  const within = holdings.filter(({ from, to }) => from <= TO && (to === null || to >= FROM))
  if (within.length === 0) return
  console.log(`  ${title}`)
  for (const holding of within) console.log(show(holding))
}

function printPlace(place: string, controls: readonly Control[], ground: Ground): void {
  console.log(`\n${place}`)
  for (const [title, view] of Object.entries(VIEWS)) {
    printHoldings(title, relateHolding(place, controls, { view, ground }))
  }
  const areas = listControlPlaces(place, ground)
  const said = controls.filter(
    ({ place: other, to }) => areas.includes(other) && to !== null && to >= FROM && to <= TO,
  )
  const voices = [...Map.groupBy(said, ({ root }) => root)].sort(
    ([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1),
  )
  for (const [root] of voices.slice(0, Number(roots))) {
    printHoldings(root, relateHolding(place, controls, { view: { roots: [root] }, ground }))
  }
}

function printDifferences(
  controls: readonly Control[],
  { lexicon, ground }: { lexicon: Lexicon; ground: Ground },
): void {
  const chronology = readReference(readFileSync(CHRONOLOGY), 'autumn-2017.csv', lexicon)
  if (!chronology.ok) throw new Error(chronology.problem.code)
  const { references } = chronology.value
  console.log('\nbeside a later chronology (days: the record comes so many later)')
  for (const [title, view] of Object.entries(VIEWS)) {
    const holdings = PLACES.flatMap(place => relateHolding(place, controls, { view, ground }))
    const differences = compareReferences(references, holdings, ground)
    for (const [i, { kind, days, holders }] of differences.entries()) {
      const { date, place, actor } = references[i] as (typeof references)[number]
      console.log(
        `  ${title.padEnd(27)} ${date.padEnd(11)} ${String(place).padEnd(17)} ${String(actor).padEnd(13)} ${kind.padEnd(7)} ${String(days ?? '').padStart(4)}  ${holders.join(' + ')}`,
      )
    }
  }
}

const processor = () => process.cpuUsage().user / 1e6

/** Does a piece of work and prints what came of it with its time by the clock and of the processor. */
function time<T>(work: () => readonly T[], what: string): readonly T[] {
  const [start, before] = [performance.now(), processor()]
  const found = work()
  const spent = (processor() - before).toFixed(1)
  console.log(
    `${String(found.length).padStart(8)} ${what.padEnd(28)} ${seconds(start).padStart(9)} ${spent} s of processor`,
  )
  return found
}

function measureRecord(): void {
  const lexicon = builtinLexicon()
  const ground = readGround(lexicon)
  const readings = time(() => readReadings(lexicon), 'articles read')
  const tellings = readings.map(reading => readTelling(reading, ground))
  const told = tellings.map(telling => tellDates(telling, ground))
  const datings = time(() => relateDates(told, []), 'articles without a date')
  const facts = redateAll(tellings, datings)
  const controls = time(() => facts.flatMap(fact => findControl(fact, ground)), 'controls')
  time(() => relateHoldings(controls, {}, ground), 'holdings, everyone')
  for (const place of PLACES) printPlace(place, controls, ground)
  printDifferences(controls, { lexicon, ground })
}

/** One town among a million made-up controls: what a store fetches for it, related; and a day of the whole map. */
function measureMillion(): void {
  const { controls, ground, town } = inventControls(1_000_000)
  const places = Map.groupBy(controls, ({ place }) => place)
  const block = listControlPlaces(town, ground).flatMap(place => places.get(place) ?? [])
  const times = Array.from({ length: 200 }, () => {
    const start = performance.now()
    relateHolding(town, block, { view: {}, ground })
    return performance.now() - start
  }).sort((a, b) => a - b)
  console.log(`\na million made-up controls of ${places.size} places; one town's block has ${block.length}`)
  console.log(`its holdings, 95th percentile        ${(times[190] as number).toFixed(2)} ms`)
  const start = performance.now()
  const holdings = relateHoldings(controls, {}, ground)
  console.log(`all holdings, ${holdings.length}                ${seconds(start)}`)
  const day = performance.now()
  const held = holdersAt(holdings, '2016-06-15')
  console.log(`a day of the map, ${held.size} places      ${(performance.now() - day).toFixed(2)} ms`)
}

if (existsSync(ARTICLES)) measureRecord()
else console.log(`${ARTICLES} is absent: the articles were not read.`)
measureMillion()
