/**
 * How well the articles of one incident fall into one event, against Airwars' sources, and whether they say the same of the
 * killed. Prints a table; where the data is not beside the project it says so.
 *
 *     node bench/events.ts [--misses]
 *
 * Airwars does not say when its sources appeared. `as the texts say`: what a page says of its own date, or the number of a
 * post on X. `dated over the record`: where that says nothing, what the other texts show. `as a feed would`: where that says nothing, the day of the incident stands for what a feed would have said.
 */
import { builtinLexicon } from '../src/lexicon/builtin.ts'
import type { Reading } from '../src/model.ts'
import { relateDates } from '../src/record/dating/dating.ts'
import { readTelling, type Telling, tellDates } from '../src/record/dating/told.ts'
import { relateEvents } from '../src/record/events/events.ts'
import { readFact } from '../src/record/facts.ts'
import { readGround } from '../src/record/ground.ts'
import { redateAll } from '../src/record/record.ts'
import { relateCorpus } from '../src/record/reuse/corpus.ts'
import { type Airwars, type Feed, readAirwars, readSources } from './events/airwars.ts'
import { type Clustered, scoreBCubed } from './events/bcubed.ts'
import { findKilled, isInRange } from './events/killed.ts'
import { findMains } from './events/mains.ts'

interface Measured extends Clustered {
  readonly name: string
  readonly isDated: boolean
  readonly isInRange: boolean | undefined
  /** What it says of the killed, for the list of misses. */
  readonly killed: string
}

const lexicon = builtinLexicon()
const ground = readGround(lexicon)
const airwars = readAirwars()
if (airwars === undefined) console.log('airwars: not beside the project, nothing measured')
else {
  console.log('dates                          articles  precision  recall    F1   killed in range')
  const texts = measure(airwars, 'none')
  print(
    'as the texts say, those dated',
    texts.filter(({ isDated }) => isDated),
  )
  print('as the texts say, all', texts)
  print('dated over the record, all', measure(airwars, 'none', true))
  const feed = measure(airwars, 'incident')
  print('as a feed would, all', feed)
  if (process.argv.includes('--misses'))
    for (const { name, classes, killed } of feed.filter(one => one.isInRange === false))
      console.log(name, classes.join(' '), killed)
}

function measure({ sources, incidents }: Airwars, feed: Feed, isRedated = false): Measured[] {
  const readings = readSources(sources, feed, lexicon)
  const reuse = relateCorpus(readings)
  const tellings = readings.map(readFacts)
  const told = tellings.map(telling => tellDates(telling, ground))
  const datings = isRedated ? relateDates(told, reuse) : []
  const facts = redateAll(tellings, datings)
  const mains = findMains(facts, relateEvents(facts, ground, reuse))
  const incidentsOf = new Map(sources.map(source => [source.source_id, source.incident_ids]))
  return readings.map(({ article }) => {
    const main = mains.get(article.id) ?? []
    const told = main.map(({ fact }) => fact)
    const classes = incidentsOf.get(article.name) ?? []
    const about = classes.flatMap(id => incidents.get(id) ?? [])
    return {
      name: article.name,
      clusters: [main[0]?.name ?? article.id],
      classes,
      isDated: article.published !== null,
      isInRange: isInRange(told, about),
      killed: findKilled(told)
        .map(({ min, max, what }) => `${min}-${max ?? ''} ${what}`)
        .join(', '),
    }
  })
}

/** A reading with its facts; of a post that is all headline, its optional claims. */
function readFacts(reading: Reading): Telling {
  const telling = readTelling(reading, ground)
  if (telling.facts.length > 0) return telling
  return { ...telling, facts: reading.claims.map(claim => readFact(claim, telling.article)) }
}

function print(label: string, things: readonly Measured[]): void {
  const { precision, recall, f1 } = scoreBCubed(things)
  const given = things.filter(one => one.isInRange !== undefined)
  const right = given.filter(one => one.isInRange).length
  const cells = [
    label.padEnd(30),
    `${things.length}`.padStart(8),
    ...[precision, recall, f1].map(value => value.toFixed(3).padStart(8)),
  ]
  console.log(`${cells.join(' ')}   ${right} of ${given.length}: ${(right / given.length).toFixed(3)}`)
}
