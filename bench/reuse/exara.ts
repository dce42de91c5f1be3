/**
 * ExAraPlagDet (AraPlagDet 2015, the external task, in the format of PAN): documents of essays and encyclopaedia with passages
 * put in from others, copied, shuffled or rewritten. Its source documents are looked for with the index of the record.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Reading } from '../../src/model.ts'
import { findCandidates } from '../../src/record/reuse/candidates.ts'
import { markReading, relateMarked } from '../../src/record/reuse/reuse.ts'
import { findShingles } from '../../src/record/reuse/shingles.ts'
import { bareReading } from './data.ts'
import { type Detected, findGranularity, isDetected, type Scores, scoreMacro, scoreMicro } from './plagdet.ts'

/** A passage of the corpus with what was done to it. */
interface Case extends Detected {
  readonly obfuscation: string
}

const FEATURE = /<feature name="plagiarism"([^>]*)\/>/g
const ATTRIBUTE = /(\w+)="([^"]*)"/g

function readCases(folder: string): Case[] {
  return readdirSync(join(folder, 'annotation')).flatMap(file => {
    const xml = readFileSync(join(folder, 'annotation', file), 'utf8')
    return Array.from(xml.matchAll(FEATURE), ([, text = '']) => {
      const cells = new Map(Array.from(text.matchAll(ATTRIBUTE), ([, name = '', cell = '']) => [name, cell]))
      const span = (side: string) => {
        const start = Number(cells.get(`${side}_offset`))
        return [start, start + Number(cells.get(`${side}_length`))] as const
      }
      return {
        copy: file.replace('.xml', '.txt'),
        source: cells.get('source_reference') ?? '',
        spans: [span('this'), span('source')] as const,
        obfuscation: cells.get('obfuscation') ?? '',
      }
    })
  })
}

function readFolder(folder: string): Reading[] {
  return readdirSync(folder)
    .sort()
    .map(file => bareReading(file, readFileSync(join(folder, file), 'utf8')))
}

/** Passages between documents of the two folders, by the index and the alignment of the record. */
function detect(copies: readonly Reading[], sources: readonly Reading[]): Detected[] {
  const marked = [...copies, ...sources].map(reading => markReading(reading))
  const prints = marked.map(({ words }) => ({ outlet: null, shingles: findShingles(words) }))
  const { pairs } = findCandidates(prints)
  const crossing = pairs.filter(([first, second]) => first < copies.length && second >= copies.length)
  console.log(`  ${crossing.length} pairs of ${copies.length * sources.length} are looked at`)
  return crossing.flatMap(([first, second]) => {
    const [copy, source] = [marked[first], marked[second]]
    const reuse = copy && source && relateMarked(copy, source)
    if (!reuse || !copy || !source) return []
    const isTurned = reuse.articles[0] !== copy.reading.article.id
    return reuse.passages.map(({ spans }) => ({
      copy: copy.reading.article.id,
      source: source.reading.article.id,
      spans: isTurned ? ([spans[1], spans[0]] as const) : spans,
    }))
  })
}

/** Words that mark a quotation from scripture or the sayings of the Prophet. */
const RELIGIOUS = /[\u064b-\u0652\u0670]{1}.*[\u064b-\u0652\u0670]|صلى الله عليه|تعالى|الآية|سورة|[{﴿]/

/** Prints the measures, by kind of obfuscation too; false passages that quote scripture are listed and left out of a second row. */
export function measureExara(shared: string): void {
  const folder = join(shared, 'data/exaraplagdet')
  if (!existsSync(folder)) {
    console.log('exaraplagdet: ../shared/data/exaraplagdet is absent, nothing measured')
    return
  }
  const cases = readCases(folder)
  const [copies, sources] = [readFolder(join(folder, 'suspicious')), readFolder(join(folder, 'source'))]
  const started = process.cpuUsage()
  const found = detect(copies, sources)
  const { user, system } = process.cpuUsage(started)
  console.log(`  ${found.length} passages found in ${((user + system) / 1e6).toFixed(1)} s of processor time`)
  const texts = new Map([...copies, ...sources].map(({ article }) => [article.id, article.text]))
  const stray = found.filter(one => !cases.some(other => isDetected(one, other)))
  const quoted = stray.filter(({ copy, spans, source }) =>
    RELIGIOUS.test(`${around(texts.get(copy), spans[0])} ${around(texts.get(source), spans[1])}`),
  )
  const counted = found.filter(one => !quoted.includes(one))
  print('all kinds, macro', scoreMacro(cases, counted))
  print('all kinds, micro', scoreMicro(cases, counted))
  print('with quotations of scripture, macro', scoreMacro(cases, found))
  for (const kind of new Set(cases.map(({ obfuscation }) => obfuscation))) printKind(kind, cases, counted)
  console.log(`  ${stray.length} passages are of no case; ${quoted.length} of them quote scripture:`)
  for (const { copy, source, spans } of quoted)
    console.log(`    ${copy} ${spans[0].join('-')}  ${source} ${spans[1].join('-')}`)
}

function around(text: string | undefined, [start, end]: readonly [number, number]): string {
  return text?.slice(Math.max(0, start - 20), end + 20) ?? ''
}

/** Of one kind only recall and granularity mean something: a detection has no kind. */
function printKind(kind: string, cases: readonly Case[], found: readonly Detected[]): void {
  const own = cases.filter(({ obfuscation }) => obfuscation === kind)
  const missed = own.filter(one => !found.some(other => isDetected(one, other))).length
  const recall = scoreMacro(own, found).recall.toFixed(3)
  const pieces = findGranularity(own, found).toFixed(3)
  console.log(
    `  ${kind.padEnd(36)} cases ${own.length}  recall ${recall}  granularity ${pieces}  missed ${missed}`,
  )
}

function print(what: string, { precision, recall, granularity, plagdet }: Scores): void {
  const figures = [precision, recall, granularity, plagdet].map(value => value.toFixed(3))
  console.log(
    `  ${what.padEnd(36)} precision ${figures[0]}  recall ${figures[1]}  granularity ${figures[2]}  plagdet ${figures[3]}`,
  )
}
