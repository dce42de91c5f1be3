/** Milliseconds per 5,000 characters of news for each step that finds names. */
import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Lexicon } from '../../src/lexicon/lexicon.ts'
import { findHits } from '../../src/lexicon/match.ts'
import { findActors } from '../../src/mentions/actors.ts'
import { findMentions } from '../../src/mentions/mentions.ts'
import { findPlaces } from '../../src/mentions/places.ts'
import { readScene } from '../../src/mentions/scene.ts'
import { readText } from '../../src/text/text.ts'
import { SHARED } from './mentions.ts'

const FILE = 'data/bulk-news.jsonl.gz'
const ARTICLES = 2000
const UNIT = 5000
const CONTEXT = { published: '2017-10-10', outlet: null }

/** One line for each step, after a first round that warms up. */
export function measureSpeed(lexicon: Lexicon, label: string): string[] {
  if (!existsSync(SHARED + FILE)) return ['speed: no news beside the project, nothing measured']
  const lines = gunzipSync(readFileSync(SHARED + FILE))
    .toString()
    .split('\n', ARTICLES)
  const texts = lines.map(line => (JSON.parse(line) as { text: string }).text)
  measureRound(lexicon, texts)
  const times = measureRound(lexicon, texts)
  const chars = texts.reduce((sum, text) => sum + text.length, 0)
  return [...times].map(
    ([step, time]) =>
      `speed (${label}) ${step.padEnd(8)} ${((time / chars) * UNIT).toFixed(3)} ms per ${UNIT} characters`,
  )
}

function measureRound(lexicon: Lexicon, texts: readonly string[]): Map<string, number> {
  const times = new Map<string, number>()
  const time = <Value>(step: string, run: () => Value): Value => {
    const start = performance.now()
    const value = run()
    times.set(step, (times.get(step) ?? 0) + performance.now() - start)
    return value
  }
  for (const text of texts) {
    const read = time('text', () => readText(text))
    const hits = time('hits', () => findHits(read, lexicon))
    const context = { lexicon, ...CONTEXT }
    const scene = time('scene', () => readScene(read, hits, context))
    time('actors', () => findActors(scene))
    time('places', () => findPlaces(scene, []))
    time('mentions', () => findMentions(read, hits, context))
  }
  return times
}
