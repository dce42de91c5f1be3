/**
 * How well articles without a date are dated over the record: the annotated seeds as they are, and web articles whose date was
 * hidden. `node bench/dating.ts`; says so where the data is absent.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { builtinLexicon } from '../src/lexicon/builtin.ts'
import type { Hints, Reading } from '../src/model.ts'
import { readBytes, readReading } from '../src/read.ts'
import { relateDates } from '../src/record/dating/dating.ts'
import { readTold, type Told } from '../src/record/dating/told.ts'
import { dayNumber, findDays } from '../src/record/days.ts'
import { readGround } from '../src/record/ground.ts'
import type { Dating, Reuse } from '../src/record/relations.ts'
import { relateCorpus } from '../src/record/reuse/corpus.ts'
import { percent, printTable } from './time/data.ts'

const SHARED = join(import.meta.dirname, '../../shared')
const FOLDS = 5
const lexicon = builtinLexicon()
const ground = readGround(lexicon)

function read(text: string | Uint8Array, hints: Hints): Reading[] {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const reading = readBytes(bytes, hints, lexicon)
  return reading.ok ? [reading.value] : []
}

/** The seeds without a hint: dated are those that say it themselves. */
function printSeeds(): void {
  const folder = join(SHARED, 'corpus/seeds')
  const names = readdirSync(folder).filter(name => name.endsWith('.txt'))
  const readings = names.flatMap(name => read(readFileSync(join(folder, name)), { name: name.slice(0, -4) }))
  const told = readings.map(reading => readTold(reading, ground))
  const datings = relateDates(told, relateCorpus(readings))
  const rows = readings.map(({ article }) => {
    const dating = datings.find(one => one.article === article.id)
    const reasons = dating?.reasons.map(({ kind, days, weekday }) => `${kind} ${days ?? weekday}`) ?? [
      'its own',
    ]
    return {
      article: article.name,
      published: dating?.published ?? article.published ?? '',
      reasons: reasons.join(', '),
    }
  })
  printTable('seeds, read without dates', rows)
}

interface Line {
  readonly id: string
  readonly url: string
  readonly outlet: string
  readonly date_from_url: string | null
  readonly text: string
}

interface Hidden {
  readonly told: Told
  readonly truth: number
}

/** Web articles: a fifth of those whose address holds a date is hidden at a time, with every other sign of it. */
function printWeb(): void {
  const lines = gunzipSync(readFileSync(join(SHARED, 'data/unifiedfc/articles.jsonl.gz')))
    .toString()
    .trim()
    .split('\n')
  const pages = lines.map(line => JSON.parse(line) as Line)
  const readings = pages.flatMap(({ id, url, outlet, text }) => read(text, { name: id, url, outlet }))
  const truths = new Map(pages.map(page => [page.id, page.date_from_url]))
  const hidden = new Map(readings.flatMap(reading => hide(reading, truths.get(reading.article.name) ?? null)))
  const told = readings.map(reading => readTold(reading, ground))
  const withReuse = measure(told, hidden, relateCorpus(readings))
  printTable(`${readings.length} web articles, ${hidden.size} of them hidden, a fifth at a time`, [
    summarize('without copies', measure(told, hidden, []), hidden),
    summarize('with copies', withReuse, hidden),
    ...[...Map.groupBy(withReuse, nameReasons)].map(([name, own]) => summarize(`  ${name}`, own, hidden)),
  ])
}

function hide({ article }: Reading, truth: string | null): [string, Hidden][] {
  if (truth === null) return []
  const reading = readReading({ ...article, published: null, publishedFrom: null }, lexicon)
  return [[article.id, { told: readTold(reading, ground), truth: dayNumber(truth) }]]
}

function measure(
  told: readonly Told[],
  hidden: ReadonlyMap<string, Hidden>,
  reuse: readonly Reuse[],
): Dating[] {
  const ids = [...hidden.keys()]
  return Array.from({ length: FOLDS }, (_, fold) => {
    const now = new Set(ids.filter((_, i) => i % FOLDS === fold))
    const record = told.map(one =>
      now.has(one.article.id) ? (hidden.get(one.article.id)?.told ?? one) : one,
    )
    return relateDates(record, reuse).filter(({ article }) => now.has(article))
  }).flat()
}

function nameReasons({ reasons }: Dating): string {
  const followed = reasons.filter(({ isLeftOut }) => !isLeftOut).map(({ kind }) => kind)
  return [...new Set(followed)].join(' + ') || 'nothing'
}

/** How many have both ends, how often the true day lies between them or a day off, and how many days are between. */
function summarize(name: string, datings: readonly Dating[], hidden: ReadonlyMap<string, Hidden>) {
  const closed = datings.flatMap(({ article, published }) => {
    const { from, to } = findDays(published)
    const isClosed = from !== null && to !== null && !published?.includes('..')
    return isClosed
      ? [{ first: dayNumber(from), last: dayNumber(to), truth: hidden.get(article)?.truth ?? 0 }]
      : []
  })
  const within = (slack: number) =>
    closed.filter(({ first, last, truth }) => first - slack <= truth && truth <= last + slack).length
  const widths = closed.map(({ first, last }) => last - first + 1).sort((a, b) => a - b)
  return {
    reasons: name,
    articles: datings.length,
    dated: closed.length,
    'true day in it': percent(within(0), closed.length),
    'or a day off': percent(within(1), closed.length),
    'median days': widths[widths.length >> 1] ?? '',
    contradicted: datings.filter(({ isContradicted }) => isContradicted).length,
  }
}

if (existsSync(SHARED)) {
  printSeeds()
  printWeb()
} else {
  console.log('../shared is absent: there is nothing to measure.')
}
