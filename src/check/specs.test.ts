/** Runs the tables of `specs/` that are about claims; those about mentions run beside the code that finds them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { builtinLexicon } from '../lexicon/builtin.ts'
import { checkSpecs, readSpecs } from './specs.ts'

const SPECS = join(import.meta.dirname, '../../specs')
const TABLES = ['attribution', 'chains', 'claims']
const lexicon = builtinLexicon()

function readTable(name: string): string {
  return readFileSync(join(SPECS, `${name}.tsv`), 'utf8')
}

const HEAD = 'id\ttext\twant\tgap\tnote'
const row = (want: string, gap = '') =>
  `${HEAD}\nx-1\tقال مصدر عسكري إن قوات النظام سيطرت على بلدة غرانيج أمس\t${want}\t${gap}\t\n`
const codes = (name: string, source: string) => checkSpecs(name, source, lexicon).map(({ code }) => code)

describe('the runner of the specs', () => {
  it.each([
    ['claims', 'capture(سيطرت)'],
    ['claims', 'capture(سيطرت): agent=قوات النظام; at=غرانيج; time=2017-11-01; modality=asserted'],
    ['claims', 'capture(سيطرت): agent=#syrian-army; target=—; source=مصدر عسكري[anonymous]; stance=neutral'],
    ['claims', 'capture(سيطرت) | ?shelling(أمس)'],
    ['attribution', 'source=مصدر عسكري; stance=neutral'],
    ['chains', 'مصدر عسكري'],
  ])('%s: passes where the sentence is read so: %s', (name, want) => {
    expect(codes(name, row(want))).toEqual([])
    expect(codes(name, row(want, 'yes'))).toEqual(['spec-passes'])
  })

  it.each([
    ['claims', '—'],
    ['claims', 'hold(سيطرت)'],
    ['claims', 'capture(سيطرت): agent=مصدر عسكري'],
    ['claims', 'capture(سيطرت): at=—'],
    ['claims', 'capture(سيطرت): time=2017-10-31'],
    ['claims', 'capture(سيطرت): count=5 killed'],
    ['claims', 'capture(سيطرت): source=—'],
    ['claims', 'capture(سيطرت): source=مصدر عسكري[official]'],
    ['claims', 'capture(سيطرت): colour=red'],
    ['claims', 'capture(سيطرت) | shelling(أمس)'],
    ['attribution', '—'],
    ['chains', 'مصدر عسكري < قوات النظام'],
  ])('%s: fails where it is read otherwise: %s', (name, want) => {
    expect(codes(name, row(want))).toEqual(['spec-failed'])
    expect(codes(name, row(want, 'yes'))).toEqual([])
  })

  it('an id stands once', () => {
    const twice = `${row('capture(سيطرت)')}x-1\tنص\t—\t\t\n`
    expect(codes('claims', twice)).toEqual(['spec-twice'])
  })
})

describe('the specs', () => {
  it.each(TABLES)('%s: every sentence is read so, every gap is one', name => {
    const faults = checkSpecs(name, readTable(name), lexicon)
    expect(
      faults.map(({ code, where, values }) => `${where}: ${code} ${Object.values(values).join(' | ')}`),
    ).toEqual([])
  })

  it('hold at least 700 sentences about claims, negatives among them', () => {
    const specs = TABLES.flatMap(name => readSpecs(readTable(name)))
    expect(specs.length).toBeGreaterThanOrEqual(700)
    expect(specs.filter(({ want }) => want === '—').length).toBeGreaterThanOrEqual(120)
  })
})
