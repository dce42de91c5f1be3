import { describe, expect, it } from 'vitest'
import { builtinLexicon } from '../../lexicon/builtin.ts'
import { GROUND } from '../invented.ts'
import type { Holding, Reference } from '../relations.ts'
import { compareReferences } from './compare.ts'
import { readReference } from './reference.ts'

const lexicon = builtinLexicon()
const read = (text: string) => readReference(new TextEncoder().encode(text), 'later.csv', lexicon)

function readWell(text: string) {
  const result = read(text)
  if (!result.ok) throw new Error(result.problem.code)
  return result.value
}

describe('a later chronology', () => {
  it('reads a CSV: names and ids, dates as precise as they are', () => {
    const { references, problems } = readWell(
      'Date;Place;Event;Actor;Former holder;Source\n' +
        '2017-10-17;الرقة;"taken; wholly";قسد;isis;a yearbook\n\n' +
        '2017-11;sy-dez-abu-kamal;;الجيش السوري;;\n',
    )
    expect(problems).toEqual([])
    expect(references).toEqual([
      {
        id: 'later.csv:2',
        chronology: 'later.csv',
        date: '2017-10-17',
        place: 'sy-raq-city',
        actor: 'sdf',
        formerHolder: 'isis',
        text: 'taken; wholly',
        source: 'a yearbook',
      },
      {
        id: 'later.csv:4',
        chronology: 'later.csv',
        date: '2017-11',
        place: 'sy-dez-abu-kamal',
        actor: 'syrian-army',
        formerHolder: null,
        text: '',
        source: '',
      },
    ])
  })

  it('knows a place by the word for its kind, too', () => {
    const { references } = readWell(
      'date,place\n2017-11-03,مدينة دير الزور\n2017-11,محافظة دير الزور\n2017-11,قرية لا توجد\n',
    )
    expect(references.map(({ place }) => place)).toEqual(['sy-dez-city', 'sy-dez', null])
  })

  it('reads GeoJSON properties', () => {
    const properties = { date: '2017-10-14', place: 'Mayadin', actor: 'syrian-army', former_holder: null }
    const { references } = readWell(JSON.stringify({ type: 'FeatureCollection', features: [{ properties }] }))
    expect(references).toMatchObject([{ place: 'sy-dez-mayadin', actor: 'syrian-army', formerHolder: null }])
  })

  it('a bad row is a problem and not a stop', () => {
    const { references, problems } = readWell(
      'date,place,actor\n17.10.2017,الرقة,sdf\n2017-02-30,الرقة,sdf\n2017-10-17\n2017-10-17,نيرغال,sdf\n2017-10-17,الرقة,أحد\n',
    )
    expect(problems.map(({ code, where }) => `${where} ${code}`).sort()).toEqual([
      'later.csv:2 reference-date',
      'later.csv:3 reference-date',
      'later.csv:4 reference-cells',
      'later.csv:5 reference-place',
      'later.csv:6 reference-actor',
    ])
    expect(references.map(({ id, place, actor }) => [id, place, actor])).toEqual([
      ['later.csv:5', null, 'sdf'],
      ['later.csv:6', 'sy-raq-city', null],
    ])
  })

  it('what is no chronology at all', () => {
    const codes = ['name,lat\nx,1\n', '{"features": 3}', '{"features": [', ''].map(text => {
      const result = read(text)
      return result.ok ? 'read' : result.problem.code
    })
    expect(codes).toEqual(['reference-format', 'reference-format', 'reference-format', 'empty-file'])
  })
})

describe('where the record and a chronology differ', () => {
  const holding = (holder: string, days: string, says: Partial<Holding> = {}): Holding => ({
    place: 'alder',
    holders: [holder],
    state: 'held',
    from: `2017-05-${days.slice(0, 2)}`,
    earliest: null,
    to: days.length > 3 ? `2017-05-${days.slice(3)}` : null,
    confirmed: `2017-05-${days.slice(0, 2)}`,
    how: 'stated',
    claims: [],
    roots: [],
    ...says,
  })
  const holdings = [
    holding('blue', '01-08'),
    holding('red', '09-11', { earliest: '2017-05-09' }),
    holding('red', '12-12', { state: 'fought', holders: ['blue', 'red'] }),
    holding('red', '13-'),
  ]
  const compare = (date: string, actor: string, place = 'alder') => {
    const entry: Reference = {
      id: 'x',
      chronology: 'x',
      date,
      place,
      actor,
      formerHolder: null,
      text: '',
      source: '',
    }
    return compareReferences([entry], holdings, GROUND).map(({ kind, days, holders }) => [
      kind,
      days,
      holders.join('+'),
    ])
  }

  it('in days: the nearest beginning, of the actor or its side', () => {
    expect(compare('2017-05-09', 'red')).toEqual([['none', 0, 'red']])
    expect(compare('2017-05', 'red')).toEqual([['none', 0, 'red']])
    expect(compare('2017-05-07', 'guard')).toEqual([['days', 2, 'blue']])
    expect(compare('2017-05-12', 'red')).toEqual([['days', -3, 'blue+red']])
  })

  it('in the holder, and where the record is silent', () => {
    expect(compare('2017-05-09', 'green')).toEqual([['holder', null, 'red']])
    expect(compare('2017-05-09', 'red', 'birch')).toEqual([['silent', null, '']])
  })
})
