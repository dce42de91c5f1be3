import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtinLexicon } from './lexicon/builtin.ts'
import type { Reading, Span } from './model.ts'
import { readBytes } from './read.ts'

const SAMPLES = join(import.meta.dirname, '..', 'samples')
const names = readdirSync(SAMPLES).filter(name => /\.(txt|html)$/.test(name))
const lexicon = builtinLexicon()

function readSample(name: string): Reading {
  const read = readBytes(readFileSync(join(SAMPLES, name)), { name }, lexicon)
  if (!read.ok) throw new Error(read.problem.code)
  return read.value
}

/** Every stretch of a reading that quotes the article, with the words it says it quotes. */
function findQuotes({ article, mentions, claims }: Reading): { span: Span; text: string }[] {
  const parts = claims.flatMap(({ agent, target, places, sources }) => [
    ...agent,
    ...target,
    ...places,
    ...sources,
  ])
  const evidence = claims.map(({ span, evidence }) => ({ span, text: evidence }))
  return [...article.credits, ...mentions, ...evidence, ...parts].map(({ span, text }) => ({ span, text }))
}

/** Stretches that only point: they must lie inside the article. */
function findSpans({ article, claims }: Reading): Span[] {
  const cues = claims.flatMap(({ cue, timeSpan }) => [cue?.span, timeSpan]).filter(span => !!span)
  return [article.body, ...article.regions.map(({ span }) => span), ...cues]
}

function hasGoodSpans(reading: Reading): boolean {
  const { text } = reading.article
  const isInside = ([start, end]: Span) => 0 <= start && start <= end && end <= text.length
  return findSpans(reading).every(isInside) && findQuotes(reading).every(({ span }) => isInside(span))
}

describe('reading an article', () => {
  it.each(names)('%s: spans slice the article, and it holds claims', name => {
    const reading = readSample(name)
    const wrong = findQuotes(reading).filter(({ span, text }) => reading.article.text.slice(...span) !== text)
    expect(wrong).toEqual([])
    expect(hasGoodSpans(reading)).toBe(true)
    expect(reading.claims.length).toBeGreaterThan(3)
  })

  it('gives the same reading for the same bytes', () => {
    expect(readSample('riwaq-raqqa.html')).toEqual(readSample('riwaq-raqqa.html'))
  })

  it('ends, with spans inside, whatever the text', () => {
    const words = names.slice(0, 4).flatMap(name => readSample(name).article.text.split(' '))
    const marks = [
      '«',
      '»',
      '"',
      '(',
      ')',
      '،',
      '.',
      ':',
      '\n',
      '\n\n',
      '–',
      '…',
      '\u200f',
      'ـ',
      '٢٠١٧',
      '<p>',
      '&amp;',
    ]
    const text = fc.array(fc.oneof(fc.constantFrom(...words, ...marks), fc.string()), { maxLength: 60 })
    const isRead = (pieces: readonly string[]) => {
      const read = readBytes(new TextEncoder().encode(pieces.join(' ')), {}, lexicon)
      return !read.ok || hasGoodSpans(read.value)
    }
    fc.assert(fc.property(text, isRead), { numRuns: 200, seed: 2017 })
  })

  it('ends, with a problem or a reading, whatever the bytes', () => {
    const isRead = (bytes: Uint8Array) => {
      const read = readBytes(bytes, {}, lexicon)
      return read.ok ? hasGoodSpans(read.value) : read.problem.code !== ''
    }
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), isRead), { numRuns: 200, seed: 2017 })
  })
})

describe('what the samples show', () => {
  it('dates are known from where each report says them; one has none', () => {
    const known = Object.fromEntries(names.map(name => [name, readSample(name).article.published]))
    expect(known).toMatchObject({
      'bayraq-mayadin.html': '2017-10-15',
      'riwaq-raqqa.html': '2017-10-21',
      'sariya-city.html': '2017-11-03',
      'diffatan-bukamal.html': '2017-11-13',
      'sipide-raqqa.txt': '2017-10-17',
      'riwaq-qaim.txt': '2017-11-04',
      'nakhla-undated.txt': null,
    })
  })

  it('three spellings are one town', () => {
    const files = ['sariya-albukamal.txt', 'bayraq-abukamal.txt', 'diffatan-bukamal.html']
    const taken = files.map(name =>
      readSample(name).mentions.some(
        mention => mention.kind === 'place' && mention.place === 'sy-dez-abu-kamal',
      ),
    )
    expect(taken).toEqual([true, true, true])
  })

  it('doubt is seen where it is said', () => {
    expect(readSample('sariya-omar.txt').claims.some(({ stance }) => stance === 'doubted')).toBe(true)
  })

  it('a chain has three tellers', () => {
    const depths = readSample('riwaq-chain.txt').claims.map(({ sources }) => sources.length)
    expect(Math.max(...depths)).toBeGreaterThanOrEqual(3)
  })

  it('nothing is read from comments and lists of other stories', () => {
    const claims = ['bayraq-hamidiya.txt', 'bayraq-mayadin.html', 'sariya-city.html'].flatMap(
      name => readSample(name).claims,
    )
    const outside = ['قتل خمسون', 'مقتل قيادي', 'من يومين', 'حويجة صكر', 'مقتل 12 مدنيا']
    expect(claims.filter(({ evidence }) => outside.some(words => evidence.includes(words)))).toEqual([])
  })
})
