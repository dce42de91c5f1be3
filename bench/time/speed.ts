/** What numbers and dates cost an article, without the passes that all mentions share. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { builtinLexicon } from '../../src/lexicon/builtin.ts'
import { findHits, type Hit } from '../../src/lexicon/match.ts'
import { findDatesIn } from '../../src/mentions/dates.ts'
import { findNumbersIn } from '../../src/mentions/numbers.ts'
import { readText, type Text } from '../../src/text/text.ts'
import { printTable, SHARED } from './data.ts'

const ROUNDS = 200
const SIZE = 5000

/** Prints milliseconds for an article of 5,000 characters. */
export function printSpeed(): void {
  const lexicon = builtinLexicon()
  const articles = readArticles().map(text => {
    const read = readText(text)
    return { read, hits: findHits(read, lexicon) }
  })
  const size = articles.reduce((sum, { read }) => sum + read.text.length, 0)
  const run = ({ read, hits }: { read: Text; hits: Hit[] }) => {
    const fresh = hits.slice()
    findDatesIn(read, fresh, { now: '2017-11-01', lexicon })
    findNumbersIn(read, fresh, lexicon)
  }
  for (let i = 0; i < 20; i++) articles.forEach(run)
  const rounds = Array.from({ length: ROUNDS }, () => {
    const start = performance.now()
    articles.forEach(run)
    return performance.now() - start
  }).sort((a, b) => a - b)
  const scale = (spent: number) => ((spent * SIZE) / size).toFixed(3)
  printTable('speed: numbers and dates together, for 5,000 characters', [
    {
      articles: articles.length,
      characters: size,
      'ms, fastest round': scale(rounds[0] ?? 0),
      'ms, median round': scale(rounds[Math.floor(ROUNDS / 2)] ?? 0),
      target: '0.150',
    },
  ])
}

function readArticles(): string[] {
  const folder = `${SHARED}/corpus/dev`
  if (!existsSync(folder)) return [WRITTEN.repeat(20)]
  return readdirSync(folder)
    .filter(file => file.endsWith('.txt'))
    .map(file => readFileSync(`${folder}/${file}`, 'utf8'))
}

/** Where the corpus is absent: a text written for this bench. */
const WRITTEN =
  'قال متحدث باسم المجلس المحلي أمس الثلاثاء إن 27 شخصا على الأقل وصلوا منذ مطلع العام الحالي، وإن عشرات العائلات عادت خلال اليومين الماضيين إلى قريتين تبعدان 12 كم. '
