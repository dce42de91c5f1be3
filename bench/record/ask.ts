/** Asks a record what its pages ask, many times each, and prints how long that takes. */
import type { Store } from '../../src/store/store.ts'

/** Places that are asked for: those with most claims, where it takes longest. */
const PLACES = 60
const TIMES = 120

/** Prints the 50th and 95th percentile of each question in milliseconds. */
export async function askRecord(store: Store): Promise<void> {
  const { articles, claims, first, last } = await store.summary()
  console.log(
    `asked of ${articles} articles, ${claims} claims, ${first} to ${last}; p50 and p95 of ${TIMES} questions, ms`,
  )
  const places = await store.findPlaces(undefined, { limit: PLACES })
  const events = await store.findEvents({}, { limit: TIMES })
  if (!places.ok || !events.ok) throw new Error('the lists cannot be read')
  const ids = places.value.items.map(({ id }) => id)
  const place = (i: number) => ids[i % ids.length] as string
  const event = (i: number) => events.value.items[i % events.value.items.length]?.id ?? ''
  const day = (i: number) => `20${12 + (i % 8)}-0${1 + (i % 9)}-1${i % 10}`
  const word = (i: number) => events.value.items[i % events.value.items.length]?.places[0] ?? ''
  const words = await Promise.all(Array.from({ length: 20 }, (_, i) => findWord(store, word(i))))
  await measure('events of a place', i => store.findEvents({ place: place(i) }, {}))
  await measure('one event', i => store.findEvent(event(i)))
  await measure('holdings of a place', i => store.findHoldings(place(i), {}))
  await measure('holders of a day', i => store.findHolders(day(i), {}))
  await measure('page of a place', i => store.findPlace(place(i)))
  await measure('claims of a place', i => store.findClaims({ place: place(i) }, {}))
  await measure('claims, latest first', () => store.findClaims({}, {}))
  await measure('search for a word in claims', i => store.findClaims({ q: words[i % words.length] }, {}))
  await measure('search for a word in articles', i => store.findArticles({ q: words[i % words.length] }, {}))
  await measure('open contradictions', () => store.findContradictions({ resolved: 'no' }, {}))
}

/** A word that claims have: the name of a place of one of them. */
async function findWord(store: Store, place: string): Promise<string> {
  const found = await store.findClaims({ place }, { limit: 1 })
  return found.ok ? (found.value.items[0]?.evidence.split(' ').at(-1) ?? '') : ''
}

async function measure(what: string, ask: (i: number) => Promise<unknown>): Promise<void> {
  const times: number[] = []
  for (let i = 0; i < TIMES; i++) {
    const start = performance.now()
    await ask(i)
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  const at = (part: number) => (times[Math.floor(part * times.length)] as number).toFixed(1).padStart(8)
  console.log(`  ${what.padEnd(32)} ${at(0.5)} ${at(0.95)}`)
}
