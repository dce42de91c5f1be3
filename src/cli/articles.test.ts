/** Reads the whole articles of `specs/articles/` and holds their figures to the floors of `specs/floors.json`. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ran } from './made.contract.ts'

const ARTICLES = join(import.meta.dirname, '../../specs/articles')
const out = mkdtempSync(join(tmpdir(), 'hasab-articles-'))
const names = readdirSync(ARTICLES)
  .filter(name => name.endsWith('.txt'))
  .map(name => name.replace('.txt', ''))

beforeAll(async () => {
  await ran(['read', ARTICLES, '--out', out, '--workers', '1'])
})
afterAll(() => {
  rmSync(out, { recursive: true })
})

interface Quoted {
  readonly span: readonly [number, number]
  readonly text: string
}

interface Gold {
  readonly claims: readonly {
    readonly span: readonly [number, number]
    readonly evidence: string
    readonly agent: readonly Quoted[]
    readonly target: readonly Quoted[]
    readonly places: readonly Quoted[]
    readonly sources: readonly Quoted[]
  }[]
}

describe('whole articles', () => {
  it.each(names)('%s: every annotation quotes its article', name => {
    const text = readFileSync(join(ARTICLES, `${name}.txt`), 'utf8')
    const { claims } = JSON.parse(readFileSync(join(ARTICLES, `${name}.json`), 'utf8')) as Gold
    const quoted = claims.flatMap(({ span, evidence, agent, target, places, sources }) => [
      { span, text: evidence },
      ...[agent, target, places, sources].flat(),
    ])
    expect(quoted.filter(piece => text.slice(...piece.span) !== piece.text)).toEqual([])
    expect(text).toContain('منبر مُتخيَّل كُتب لهذا المشروع')
  })

  it('are read at least as well as the floors say', async () => {
    const { code, err } = await ran(['score', ARTICLES, out, '--floors'])
    expect(err).toBe('')
    expect(code).toBe(0)
  })
})
