import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TABLES } from '../lexicon/tables.ts'
import { madeReport, ran } from './made.contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'hasab-explain-'))
const report = join(folder, 'report.txt')

beforeAll(() => writeFileSync(report, madeReport(1)))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

describe('hasab explain', () => {
  it('tells of every claim its words, its chain and what fired', async () => {
    const { code, out } = await ran(['explain', report, '--outlet', 'furat'])
    expect(code).toBe(0)
    expect(out).toMatch(/^1\. capture \[/)
    expect(out).toContain('who says so: مصدر عسكري')
    expect(out).toMatch(/events\/capture:سيطر {2}lexicon\/events\.tsv:\d+\n/)
    expect(out).toContain('[syrian-army]')
  })

  it('tells of one claim', async () => {
    const { out } = await ran(['explain', report, '2'])
    expect(out).toMatch(/^2\. /)
    expect(out).not.toMatch(/^3\. /m)
  })

  it('prints rows of specs, ready to correct', async () => {
    const { out } = await ran(['explain', report, '--row'])
    const [head, ...rows] = out.split('\n').slice(0, -1)
    expect(head).toBe('id\ttext\twant\tgap\tnote')
    expect(rows.length).toBeGreaterThan(1)
    expect(rows.every(row => row.split('\t').length === 5)).toBe(true)
    expect(out).toMatch(/capture\(.*\): agent=قوات الجيش; .*at=/)
  })

  it('prints JSON Lines', async () => {
    const { out } = await ran(['explain', report, '2', '--json'])
    expect(JSON.parse(out)).toMatchObject({ number: 2, claim: { id: '2' }, dropped: expect.any(Array) })
  })

  it.each([
    [[report, '999'], 1, 'has no claim 999'],
    [[report, 'two'], 2, '"two" is not the number of a claim'],
    [[join(folder, 'none.txt')], 1, 'no file or folder'],
  ])('%j exits with %i', async (words, code, text) => {
    const result = await ran(['explain', ...words])
    expect([result.code, result.err]).toEqual([code, expect.stringContaining(text)])
  })
})

describe('hasab check', () => {
  it('names every accident of a table as file:line, in the language asked for', async () => {
    const tables = join(folder, 'lexicon')
    mkdirSync(tables)
    const path = join(tables, 'roles.tsv')
    const header = TABLES.roles.columns.join('\t')
    const row = (cells: string[]) => header.split('\t').map((_, i) => cells[i] ?? '')
    const lines = [
      row(['ناطق', '', '', '', 'قال ناطق باسم الفصيل']).join('\t'),
      row(['راصد', '', '', '', 'قال مصدر آخر']).join('\t'),
      row(['شاهد']).join('\t'),
      'شاهد\tضاع الجدول',
      row([' مراقب', '', '', '', 'قال مراقب']).join('\t'),
    ]
    writeFileSync(path, [header, ...lines, ''].join('\n'))
    const { code, out, err } = await ran(['check', tables])
    const told = out.split('\n').filter(line => line.startsWith('lexicon/roles.tsv'))
    expect(code).toBe(1)
    expect(told.map(line => line.split(' ')[0])).toEqual(
      expect.arrayContaining([
        'lexicon/roles.tsv:3:',
        'lexicon/roles.tsv:4:',
        'lexicon/roles.tsv:5:',
        'lexicon/roles.tsv:6:',
      ]),
    )
    expect(out).toContain('lexicon/places.tsv: The table lexicon/places.tsv of the lexicon is missing.')
    expect(out).not.toMatch(/problem\.[a-z]/)
    expect(err).toMatch(/^\d+ faults/)
  })
})
