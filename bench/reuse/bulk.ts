/** The bulk news, all of it: what finding reuse costs, and whether every pair of near copies is found. */
import { createReadStream, existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { readArticle } from '../../src/article/article.ts'
import { builtinLexicon } from '../../src/lexicon/builtin.ts'
import type { Reading } from '../../src/model.ts'
import type { Reuse } from '../../src/record/relations.ts'
import { findCandidates } from '../../src/record/reuse/candidates.ts'
import { type Marked, markReading, relateMarked } from '../../src/record/reuse/reuse.ts'
import { findShingles } from '../../src/record/reuse/shingles.ts'
import { readWords, type Words } from '../../src/record/reuse/words.ts'
import { joinExactly } from './exact.ts'

const BLOCK = 10_000
const SAMPLE = 200

interface Line {
  readonly id: string
  readonly text: string
  readonly outlet: string
  readonly date: string | null
  readonly url: string | null
}

/** Readings without mentions and claims, which reuse does not need: bodies, titles and credits are found as always. */
async function readNews(path: string): Promise<Reading[]> {
  const lexicon = builtinLexicon()
  const readings: Reading[] = []
  for await (const line of createInterface({ input: createReadStream(path).pipe(createGunzip()) })) {
    const { id, text, outlet, date, url }: Line = JSON.parse(line)
    const hints = { name: id, outlet, url: url ?? undefined, published: date?.slice(0, 10) }
    const article = readArticle(new TextEncoder().encode(text), hints, lexicon)
    if (article.ok) readings.push({ article: article.value, mentions: [], claims: [] })
  }
  const unique = new Map(readings.map(reading => [reading.article.id, reading]))
  console.log(`  ${readings.length} articles, ${unique.size} of them different to the byte`)
  return [...unique.values()]
}

/** Seconds by the clock and of processor time since the last call: on a busy machine the two differ. */
function startClock(): (what: string) => void {
  let [clock, processor] = [performance.now(), process.cpuUsage()]
  return what => {
    const { user, system } = process.cpuUsage(processor)
    const seconds = ((performance.now() - clock) / 1000).toFixed(1)
    const rss = (process.memoryUsage().rss / 1e6).toFixed(0)
    console.log(
      `  ${what.padEnd(52)} ${seconds.padStart(7)} s  processor ${((user + system) / 1e6).toFixed(1)} s  ${rss} MB`,
    )
    clock = performance.now()
    processor = process.cpuUsage()
  }
}

/** Prints times, memory and recall; writes a sample of pairs to `sample` where it is given. */
export async function measureBulk(shared: string, sample: string | undefined): Promise<void> {
  const path = join(shared, 'data/bulk-news.jsonl.gz')
  if (!existsSync(path)) {
    console.log('  ../shared/data/bulk-news.jsonl.gz is absent, nothing measured')
    return
  }
  const tell = startClock()
  const readings = await readNews(path)
  tell('articles read (not counted)')
  const found = relateNews(readings, tell)
  const kinds = Map.groupBy(found, ({ kind }) => kind)
  console.log(
    `  ${found.length} pairs: ${[...kinds].map(([kind, list]) => `${kind} ${list.length}`).join(', ')}`,
  )
  console.log(`  most memory ${(process.resourceUsage().maxRSS / 1000).toFixed(0)} MB`)
  measureRecall(readings, found)
  tell('exact join of 8-word shingles (not counted)')
  if (sample !== undefined) writeSample(readings, found, sample)
}

/** What `relateCorpus` does, with the clock. */
function relateNews(readings: readonly Reading[], tell: (what: string) => void): Reuse[] {
  const words: Words[] = []
  for (const [i, { article }] of readings.entries()) {
    words.push(readWords(article))
    if ((i + 1) % BLOCK === 0) tell(`words of articles ${i + 1 - BLOCK} to ${i + 1}`)
  }
  tell('words of the rest')
  const prints = readings.map(({ article }, i) => ({
    outlet: article.outlet,
    shingles: findShingles(words[i] as Words),
  }))
  const postings = prints.reduce((sum, { shingles }) => sum + shingles.hashes.length, 0)
  tell(`shingles: ${(postings / prints.length).toFixed(0)} postings an article`)
  const { pairs, worn } = findCandidates(prints)
  tell(`candidates: ${pairs.length}`)
  const marked = readings.map((reading, i) => markReading(reading, worn, words[i]))
  tell('worn words')
  const found: Reuse[] = []
  for (const [block, list] of Map.groupBy(pairs, ([, second]) => Math.floor(second / BLOCK))) {
    const before = found.length
    for (const [first, second] of list) {
      const reuse = relateMarked(marked[first] as Marked, marked[second] as Marked)
      if (reuse !== null) found.push(reuse)
    }
    tell(
      `articles from ${block * BLOCK} with all before: ${list.length} aligned, ${found.length - before} related`,
    )
  }
  return found
}

/** Every pair with a Jaccard index of 0.5 and more over runs of eight words must be there. */
function measureRecall(readings: readonly Reading[], found: readonly Reuse[]): void {
  const known = new Set(found.map(({ articles }) => articles.toSorted().join(' ')))
  const near = joinExactly(readings.map(({ article }) => readWords(article).keys))
  const missed = near.filter(([first, second]) => {
    const ids = [readings[first]?.article.id ?? '', readings[second]?.article.id ?? '']
    return !known.has(ids.sort().join(' '))
  })
  const recall = near.length === 0 ? 1 : 1 - missed.length / near.length
  console.log(
    `  pairs with Jaccard >= 0.5: ${near.length}, missed ${missed.length}, recall ${recall.toFixed(4)}`,
  )
  for (const [first, second, jaccard] of missed.slice(0, 20)) {
    console.log(
      `    ${readings[first]?.article.name} ${readings[second]?.article.name} ${jaccard.toFixed(2)}`,
    )
  }
}

/** Pairs spread evenly over all that were found but for forms, with their passages. */
function writeSample(readings: readonly Reading[], all: readonly Reuse[], path: string): void {
  const found = all.filter(({ kind }) => kind !== 'form')
  const articles = new Map(readings.map(({ article }) => [article.id, article]))
  const step = found.length / SAMPLE
  const lines = Array.from({ length: Math.min(SAMPLE, found.length) }, (_, i) => {
    const reuse = found[Math.floor((i + 0.5) * step)] as Reuse
    const sides = reuse.articles.map(id => articles.get(id))
    const passages = reuse.passages.map(({ words, spans }) => ({
      words,
      texts: spans.map((span, side) => sides[side]?.text.slice(...span)),
    }))
    const names = sides.map(article => `${article?.name} ${article?.outlet} ${article?.published}`)
    return JSON.stringify({ i, kind: reuse.kind, shares: reuse.shares, names, passages })
  })
  writeFileSync(path, `${lines.join('\n')}\n`)
  console.log(`  ${lines.length} pairs written to ${path}`)
}
