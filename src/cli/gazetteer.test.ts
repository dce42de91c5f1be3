import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fullLexicon } from '../lexicon/builtin.ts'
import { ran } from './made.contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'hasab-gazetteer-'))
const file = (name: string, text: string) => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
const before = process.env.HASAB_DATA

beforeAll(() => {
  process.env.HASAB_DATA = join(folder, 'data')
})

afterAll(() => {
  if (before === undefined) delete process.env.HASAB_DATA
  else process.env.HASAB_DATA = before
  rmSync(folder, { recursive: true })
})

describe('hasab gazetteer', () => {
  it('adds good rows, tells of bad ones and goes on', async () => {
    const path = file(
      'mine.csv',
      'name_ar,lat,lon,parent\nتل الرمانة,35.1,40.2,دير الزور\nRumman,35,40,\nتل السدر,95,40,\n',
    )
    const { code, err } = await ran(['gazetteer', 'add', path])
    expect(code).toBe(1)
    expect(err).toContain('mine.csv:3: the row has no Arabic name.')
    expect(err).toContain('1 places added')
  })

  it('keeps what was added before, once', async () => {
    const path = file('more.csv', 'id,name_ar,lat,lon\na1,تل الزعتر البري,35.2,40.3\n')
    expect((await ran(['gazetteer', 'add', path])).code).toBe(0)
    expect((await ran(['gazetteer', 'add', path])).err).toContain('1 kept from before')
    const table = readFileSync(join(folder, 'data', 'gazetteer.tsv'), 'utf8')
    expect(table.match(/own-/g)?.length).toBe(2)
  })

  it('is read beside the built-in places', () => {
    expect(fullLexicon().rows.places.get('own-a1')?.cells.name).toBe('تل الزعتر البري')
    expect(fullLexicon().rows.places.has('sy-dez-city')).toBe(true)
  })

  it('says what it cannot read', async () => {
    expect((await ran(['gazetteer', 'add', join(folder, 'none.csv')])).code).toBe(1)
    expect((await ran(['gazetteer', 'add', file('list.txt', 'words only\n')])).err).toContain('no gazetteer')
    expect((await ran(['gazetteer', 'drop', 'x'])).code).toBe(2)
  })
})
