/**
 * How fast articles are read, stage by stage, and how fast they go into a record with all its indexes. Prints a table.
 *
 *     node bench/read.ts [FILE.jsonl.gz] [ARTICLES]
 *
 * The file has one article a line with `text`; by default the public news beside the project, 2,000 articles of it.
 */
import { createReadStream, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { readArticle } from '../src/article/article.ts'
import { findClaims } from '../src/claims/claims.ts'
import { runCli } from '../src/cli/cli.ts'
import { openIo } from '../src/cli/io.ts'
import { builtinLexicon } from '../src/lexicon/builtin.ts'
import type { Lexicon } from '../src/lexicon/lexicon.ts'
import { findHits } from '../src/lexicon/match.ts'
import { findMentions } from '../src/mentions/mentions.ts'
import type { Article } from '../src/model.ts'
import { readAll, readWords } from '../src/read.ts'

const [path = join(import.meta.dirname, '../../shared/data/bulk-news.jsonl.gz'), count = '2000'] =
  process.argv.slice(2)

/** Articles handed to the reader together, as a reader thread gets them. */
const BATCH = 50

interface Line {
  readonly id: string
  readonly text: string
  readonly outlet: string
  readonly date: string
}

async function readSample(): Promise<Line[]> {
  const lines: Line[] = []
  for await (const line of createInterface({ input: createReadStream(path).pipe(createGunzip()) })) {
    lines.push(JSON.parse(line))
    if (lines.length >= Number(count)) break
  }
  return lines
}

function print(what: string, figure: string): void {
  console.log(`${what.padEnd(44)} ${figure.padStart(14)}`)
}

/** Milliseconds of processor time of this process, garbage collection and other threads too: what a busy machine cannot blur. */
function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const perSecond = (n: number, milliseconds: number) => ((n / milliseconds) * 1000).toFixed(0)

/** The sample as the reader takes it. */
function encodeSample(sample: readonly Line[]) {
  const encoder = new TextEncoder()
  return sample.map(({ id, text, outlet, date }) => ({
    bytes: encoder.encode(text),
    hints: { name: id, outlet, published: date.slice(0, 10) },
  }))
}

/** All of it, in one thread, twice: the first time V8 is still compiling; a long run is like the second. */
function measureWhole(sample: readonly Line[]): void {
  const lexicon = measureLexicon()
  const articles = encodeSample(sample)
  const size = articles.reduce((sum, { bytes }) => sum + bytes.length, 0)
  const characters = sample.reduce((sum, { text }) => sum + text.length, 0)
  print('articles', String(articles.length))
  print('characters an article', (characters / articles.length).toFixed(0))
  for (const pass of ['first pass', 'second pass']) {
    let claims = 0
    const start = performance.now()
    const before = processorTime()
    for (let i = 0; i < articles.length; i += BATCH) {
      const read = readAll(articles.slice(i, i + BATCH), lexicon)
      for (const one of read) if (one.ok) claims += one.value.claims.length
    }
    const took = processorTime() - before
    print(`${pass}: claims`, String(claims))
    print(`${pass}: articles a second by the clock`, perSecond(articles.length, performance.now() - start))
    print(`${pass}: articles a second and core`, perSecond(articles.length, took))
    print(`${pass}: at 5,000 characters an article`, perSecond(characters / 5000, took))
    print(`${pass}: MB a second and core`, ((size / took / 1e6) * 1000).toFixed(2))
  }
}

function measureLexicon(): Lexicon {
  const before = processorTime()
  const lexicon = builtinLexicon()
  print('lexicon loaded, ms of processor time', (processorTime() - before).toFixed(0))
  return lexicon
}

/** Each stage over all articles, after the stages before it, in milliseconds of this thread for 5,000 characters. */
function measureStages(sample: readonly Line[]): void {
  const lexicon = builtinLexicon()
  const times = { article: 0, text: 0, match: 0, mentions: 0, claims: 0 }
  const clock = <T>(stage: keyof typeof times, act: () => T): T => {
    const before = process.threadCpuUsage()
    const value = act()
    const { user, system } = process.threadCpuUsage(before)
    times[stage] += (user + system) / 1000
    return value
  }
  const readOne = (article: Article) => {
    const text = clock('text', () => readWords(article, lexicon))
    const hits = clock('match', () => findHits(text, lexicon))
    const { published, outlet } = article
    const mentions = clock('mentions', () => findMentions(text, hits, { lexicon, published, outlet }))
    clock('claims', () => findClaims({ article, text, mentions, hits, lexicon }))
  }
  for (const { bytes, hints } of encodeSample(sample)) {
    const article = clock('article', () => readArticle(bytes, hints, lexicon))
    if (article.ok) readOne(article.value)
  }
  const characters = sample.reduce((sum, { text }) => sum + text.length, 0)
  const total = Object.values(times).reduce((sum, time) => sum + time, 0)
  for (const [stage, time] of Object.entries(times)) {
    print(`${stage}, ms for 5,000 characters`, ((time * 5000) / characters).toFixed(3))
    print(`share of ${stage}`, `${((100 * time) / total).toFixed(1)} %`)
  }
}

/** From a packed file of lines into a new record, as `hasab read --record` does it. */
async function measureRecord(sample: readonly Line[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hasab-bench-'))
  const input = join(folder, 'sample.jsonl')
  const record = join(folder, 'r.db')
  const lines = sample.map(({ id, text, outlet, date }) =>
    JSON.stringify({ id, text, outlet, published: date.slice(0, 10) }),
  )
  writeFileSync(input, lines.join('\n'))
  const start = performance.now()
  const before = processorTime()
  const io = { ...openIo('en'), tell: () => undefined }
  await runCli(['read', input, '--record', record], io)
  const took = performance.now() - start
  const cores = availableParallelism()
  print(`into the record by the clock, ${cores} threads`, perSecond(sample.length, took))
  print(
    'into the record, articles a second and 2 cores',
    perSecond(2 * sample.length, processorTime() - before),
  )
  print('record, MB', (statSync(record).size / 1e6).toFixed(1))
  rmSync(folder, { recursive: true })
}

if (existsSync(path)) {
  const sample = await readSample()
  measureWhole(sample)
  print('peak memory of one reader, MB', (process.resourceUsage().maxRSS / 1024).toFixed(0))
  measureStages(sample)
  await measureRecord(sample)
  print('peak memory with record and threads, MB', (process.resourceUsage().maxRSS / 1024).toFixed(0))
} else {
  console.log(`Not measured: there is no file ${path}. Name one: node bench/read.ts FILE.jsonl.gz`)
}
