import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadLexicon } from '../lexicon/builtin.ts'
import { compileLexicon, type Tables } from '../lexicon/lexicon.ts'
import { loadTable } from '../lexicon/load.ts'
import { type Row, TABLE_NAMES, TABLES, type TableName } from '../lexicon/tables.ts'
import { readMessages, tellProblem } from '../messages.ts'
import { checkLexicon } from './check.ts'

const ROOT = join(import.meta.dirname, '../..')

/** A lexicon of a few rows, each given by some of its cells. */
function checkRows(rows: Partial<Record<TableName, readonly Record<string, string>[]>>) {
  const tables = {} as Record<TableName, readonly Row[]>
  for (const name of TABLE_NAMES) {
    const lines = (rows[name] ?? []).map(cells => TABLES[name].columns.map(column => cells[column] ?? ''))
    const text = [TABLES[name].columns, ...lines].map(cells => cells.join('\t')).join('\n')
    tables[name] = loadTable(name, text)
  }
  const found = checkLexicon(compileLexicon(tables as Tables), [])
  return found.map(({ code, where, values }) => [code, where.replace('lexicon/', ''), values] as const)
}

const SAID = { lemma: 'قال', forms: 'قالت', stance: 'neutral', takes: 'noun', example: 'قالت مصادر إن' }
const SOURCES = { phrase: 'مصادر', kind: 'anonymous', named: 'no', example: 'قالت مصادر' }
const THAT = { word: 'إن', kind: 'that', example: 'قال إن' }
const TOOK = {
  id: 'capture:took',
  trigger: 'سيطر',
  forms: 'سيطرت',
  kind: 'verb',
  type: 'capture',
  needs: 'with:على not:fire',
  example: 'سيطر الجيش على البلدة',
}
const ON = { word: 'على', kind: 'preposition', example: 'على البلدة' }
const FIRE = { class: 'fire', words: 'الحريق', example: 'الحريق' }

describe('the check of a lexicon', () => {
  it('finds nothing where every example makes its row fire', () => {
    expect(
      checkRows({
        'reporting-verbs': [SAID],
        roles: [SOURCES],
        particles: [THAT, ON],
        events: [TOOK],
        classes: [FIRE],
      }),
    ).toEqual([])
  })

  it('an example that has the words in another sense is silent', () => {
    const example = 'سيطر على الحريق'
    expect(checkRows({ particles: [ON], events: [{ ...TOOK, example }], classes: [FIRE] })).toEqual([
      ['example-silent', 'events.tsv:2', { id: 'capture:took', example, found: '—' }],
    ])
  })

  it('a verb without anybody who says is no cue', () => {
    expect(checkRows({ 'reporting-verbs': [{ ...SAID, example: 'قالت ذلك' }] })[0]).toMatchObject([
      'example-silent',
      'reporting-verbs.tsv:2',
      { id: 'قال' },
    ])
  })

  it('a row without an example', () => {
    expect(checkRows({ particles: [{ ...ON, example: '' }] })).toEqual([
      ['example-missing', 'particles.tsv:2', { id: 'على' }],
    ])
  })

  it('the example of an actor must mean that actor, and that of a place that place', () => {
    const actor = { id: 'a', name: 'لواء النهر', kind: 'faction', side: 'neutral', example: 'لواء السهل' }
    const place = { id: 'p', name: 'غرانيج', kind: 'town', precision: 'point', example: 'بلدة غرانيج' }
    expect(checkRows({ actors: [actor], places: [place] }).map(([code, where]) => [code, where])).toEqual([
      ['example-silent', 'actors.tsv:2'],
    ])
  })

  it.each([
    ['needs', 'with:على nota:fire'],
    ['needs', 'with:على not:flood'],
    ['needs', 'with:لدى'],
    ['type', 'conquest'],
    ['kind', 'verbs'],
  ])('an event whose %s is %s', (column, value) => {
    const found = checkRows({ particles: [ON], events: [{ ...TOOK, [column]: value }], classes: [FIRE] })
    expect(found[0]).toMatchObject(['row-reference', 'events.tsv:2', { column }])
  })

  it('places within nothing or within themselves, actors of no camp', () => {
    const place = { kind: 'town', precision: 'point', example: 'بلدة' }
    const found = checkRows({
      places: [
        { ...place, id: 'a', name: 'الأولى', within: 'b' },
        { ...place, id: 'b', name: 'الثانية', within: 'a' },
        { ...place, id: 'c', name: 'الثالثة', within: 'x', lat: '95' },
      ],
      actors: [{ id: 'f', name: 'لواء', kind: 'faction', side: 'neutral', note: 'camp=x', example: 'لواء' }],
    })
    const told = found
      .filter(([code]) => code === 'row-reference')
      .map(([, where, values]) => [where, values])
    expect(told).toMatchObject([
      ['actors.tsv:2', { column: 'note', value: 'camp=x' }],
      ['places.tsv:2', { column: 'within', value: 'b' }],
      ['places.tsv:3', { column: 'within', value: 'a' }],
      ['places.tsv:4', { column: 'within', value: 'x' }],
      ['places.tsv:4', { column: 'lat', value: '95' }],
    ])
  })

  it('rows that fold together, unless something else tells them apart', () => {
    const outlet = { kind: 'site', example: 'ذكر' }
    const outlets = [
      { ...outlet, id: 'a', names: 'الرأي' },
      { ...outlet, id: 'b', names: 'الراي' },
    ]
    const place = { kind: 'town', precision: 'point', within: 'c', example: 'بلدة' }
    const found = checkRows({
      outlets,
      places: [
        { ...place, id: 'c', name: 'ناحية', within: '' },
        { ...place, id: 'a', name: 'الطيبة' },
        { ...place, id: 'b', name: 'الطيبة', kind: 'village' },
      ],
    })
    expect(found.filter(([code]) => code === 'row-folds-together')).toEqual([
      [
        'row-folds-together',
        'outlets.tsv:3',
        { id: 'b', words: 'الراي', other: 'a', spelt: 'الرأي', line: 2 },
      ],
    ])
  })

  it('every accident has words in both languages', () => {
    for (const language of ['ar', 'en']) {
      const messages = readMessages(readFileSync(join(ROOT, `messages/${language}.tsv`), 'utf8'))
      for (const code of ['row-reference', 'row-folds-together', 'example-missing', 'example-silent']) {
        const told = tellProblem(messages, { code, where: 'lexicon/roles.tsv:2', values: {} })
        expect(Object.values(told).filter(text => text.startsWith('problem.'))).toEqual([])
      }
    }
  })
})

describe('the lexicon that comes with the package', () => {
  it('has no accident', () => {
    const { lexicon, problems } = loadLexicon(join(ROOT, 'lexicon'))
    const faults = checkLexicon(lexicon, problems)
    expect(
      faults.map(({ code, where, values }) => `${where}: ${code} ${Object.values(values).join(' · ')}`),
    ).toEqual([])
  })
})
