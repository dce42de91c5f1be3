/** How long each route of the API takes, asked over HTTP for many different things of one record. */
import type { Store } from '../../src/store/store.ts'
import { partOf, print } from './print.ts'

const TIMES = 60
/** Marks of the desk: no route may take longer, 19 times of 20. */
const MARK_MS = 50

/** Addresses of one route by its name. */
type Routes = Readonly<Record<string, readonly string[]>>

async function itemsOf<T>(list: Promise<{ ok: true; value: { items: readonly T[] } } | { ok: false }>) {
  const found = await list
  return found.ok ? found.value.items : []
}

/** What a person may open: the places, outlets and actors with most, the latest events and articles. */
async function listRoutes(store: Store): Promise<Routes> {
  const limit = TIMES
  const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => encodeURIComponent(id))
  const places = ids(await itemsOf(store.findPlaces(undefined, { limit })))
  const outlets = ids(await itemsOf(store.findOutlets({ limit })))
  const actors = ids(await itemsOf(store.findActors({ limit })))
  const events = ids(await itemsOf(store.findEvents({}, { limit })))
  const articles = ids(await itemsOf(store.findArticles({}, { limit })))
  const { first, last } = await store.summary()
  const days = Array.from({ length: TIMES }, (_, i) => dayBetween(first, last, i / TIMES))
  const pairs = outlets.slice(1).map((other, i) => `a=${outlets[i]}&b=${other}`)
  return {
    summary: ['summary'],
    'articles, claims, events': ['articles', 'claims', 'events'],
    'claims of a place': places.map(id => `claims?place=${id}`),
    'claims of an actor': actors.map(id => `claims?actor=${id}`),
    'claims of an outlet': outlets.map(id => `claims?outlet=${id}`),
    'events of a place': places.map(id => `events?place=${id}`),
    'events of an actor': actors.map(id => `events?actor=${id}`),
    'one event': events.map(id => `events/${id}`),
    'one article': articles.map(id => `articles/${id}`),
    'what an article shares': articles.map(id => `articles/${id}/reuse`),
    'one place': places.map(id => `places/${id}`),
    'holdings of a place': places.map(id => `places/${id}/holdings`),
    'holders of a day': days.map(day => `holdings?day=${day}`),
    'claims by day': ['days', 'days?family=territory'],
    contradictions: ['contradictions', 'contradictions?resolved=no', 'contradictions?kind=control'],
    'places, outlets, actors': ['places', 'outlets', 'actors'],
    'one outlet': outlets.map(id => `outlets/${id}`),
    'two outlets': pairs.map(pair => `compare?${pair}`),
    'queue of reviews': ['reviews/queue', ...outlets.map(id => `reviews/queue?outlet=${id}`)],
  }
}

const DAY_MS = 86_400_000

function dayBetween(first: string | null, last: string | null, part: number): string {
  const [from, to] = [first, last].map(day => Date.parse(day?.slice(0, 10) ?? '2017-01-01')) as [
    number,
    number,
  ]
  return new Date(from + Math.round(((to - from) * part) / DAY_MS) * DAY_MS).toISOString().slice(0, 10)
}

/**
 * Prints the median, the 95th percentile and the longest of each route, and the 95th percentile of the processor's time, which
 * others at work on the machine do not lengthen. It is that of asking too.
 */
export async function measureRoutes(base: string, store: Store): Promise<void> {
  print('', 'p50     p95     max     processor p95, ms')
  const over: string[] = []
  for (const [name, addresses] of Object.entries(await listRoutes(store))) {
    const times: number[] = []
    const used: number[] = []
    for (let i = 0; i < TIMES && addresses.length > 0; i++) {
      const { time, processor } = await timeOf(`${base}/api/${addresses[i % addresses.length]}`)
      times.push(time)
      used.push(processor)
    }
    const told = [partOf(times, 0.5), partOf(times, 0.95), partOf(times, 1), partOf(used, 0.95)]
    print(`  ${name}`, told.map(value => value.toFixed(0).padStart(7)).join(' '))
    if (partOf(times, 0.95) > MARK_MS) over.push(name)
  }
  print(`routes over ${MARK_MS} ms at the 95th percentile`, over.length === 0 ? 'none' : over.join(', '))
}

async function timeOf(address: string): Promise<{ time: number; processor: number }> {
  const [start, before] = [performance.now(), process.cpuUsage()]
  const response = await fetch(address)
  await response.arrayBuffer()
  const { user, system } = process.cpuUsage(before)
  return { time: performance.now() - start, processor: (user + system) / 1000 }
}
