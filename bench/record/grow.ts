/** Writes synthetic readings into a record and relates them, with the clock. */
import { builtinLexicon } from '../../src/lexicon/builtin.ts'
import type { Reading, Result } from '../../src/model.ts'
import { type Entry, makeEntry } from '../../src/store/entry.ts'
import { readGazette } from '../../src/store/names.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { inventReadings } from './invent.ts'

/** Articles that are related together, and for which a line is printed. */
const BLOCK = 10_000
/** Entries of one transaction, as the reader threads hand them over. */
const BATCH = 250

/** Writes so many articles into a new record at `path`. */
export async function growRecord(path: string, articles: number): Promise<void> {
  const gazette = readGazette(builtinLexicon())
  const store = take(await openStore(path, { write: gazette }))
  const within = new Map(gazette.places.map(place => [place.id, place.within]))
  const readings = inventReadings(articles, gazette)
  console.log(`${articles} synthetic articles into ${path}`)
  const start = performance.now()
  for (let done = 0; done < articles; done += BLOCK) {
    const count = Math.min(BLOCK, articles - done)
    await growBlock(store, { readings, count, done, within })
  }
  const seconds = (performance.now() - start) / 1000
  console.log(`${(articles / seconds).toFixed(0)} articles a second over all`)
  console.log(`most memory ${(process.resourceUsage().maxRSS / 1000).toFixed(0)} MB`)
  await store.close()
}

interface Block {
  readonly readings: Iterator<Reading>
  readonly count: number
  readonly done: number
  readonly within: ReadonlyMap<string, string | null>
}

async function growBlock(store: Store, { readings, count, done, within }: Block): Promise<void> {
  const watch = { invent: 0, add: 0, relate: 0 }
  for (let i = 0; i < count; i += BATCH) {
    const start = performance.now()
    const entries = nextEntries(readings, Math.min(BATCH, count - i), within)
    const made = performance.now()
    take(await store.add(entries, []))
    watch.invent += made - start
    watch.add += performance.now() - made
  }
  const cpu = process.cpuUsage()
  const start = performance.now()
  take(await store.relate())
  watch.relate = performance.now() - start
  const { user, system } = process.cpuUsage(cpu)
  const perArticle = (ms: number) => (ms / count).toFixed(2).padStart(6)
  console.log(
    `${String(done + count).padStart(8)} articles: ms an article: added ${perArticle(watch.add)}, related ${perArticle(watch.relate)}` +
      ` (processor ${perArticle((user + system) / 1000)}); invented ${perArticle(watch.invent)}`,
  )
}

function nextEntries(
  readings: Iterator<Reading>,
  count: number,
  within: ReadonlyMap<string, string | null>,
): Entry[] {
  const entries: Entry[] = []
  for (let next = readings.next(); !next.done; next = readings.next()) {
    const { value } = next
    const bytes = new TextEncoder().encode(value.article.text)
    const entry = makeEntry(value, {
      original: bytes,
      path: `${value.article.name}.txt`,
      readAt: '2026-01-01T00:00:00.000Z',
      within,
    })
    entries.push({ ...entry, original: null })
    if (entries.length === count) break
  }
  return entries
}

function take<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}
