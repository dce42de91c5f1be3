import { describe, expect, it } from 'vitest'
import { builtinLexicon, findGazetteerPath } from './builtin.ts'
import { readFields } from './gazetteer.ts'
import { makeFeatureCutter } from './gazetteer-features.ts'
import { findFormat, readCsv, readFeature, readGeoNames, readHeader } from './gazetteer-formats.ts'
import { readFitting, writePlace } from './gazetteer-rows.ts'

const feature = (properties: object, coordinates: unknown = [40.1, 35.3]) =>
  JSON.stringify({ type: 'Feature', properties, geometry: { type: 'Point', coordinates } })

describe('the formats of gazetteers', () => {
  it.each([
    ['towns.geojson', '{"type":"FeatureCollection"}', 'geojson'],
    ['SY.txt', `1\t${'\t'.repeat(17)}`, 'geonames'],
    ['mine.csv', 'name_ar;lat;lon', 'csv'],
    ['list.txt', 'some words', undefined],
  ])('%s is known by its first line', (name, line, format) => {
    expect(findFormat(name, line)).toBe(format)
  })

  it('reads the old and the new field names of OCHA', () => {
    const old = {
      NAME_EN: 'Rumman',
      NAME_ARA: 'تل الرمان',
      PCODE: 'C9001',
      ADMIN3_COD: 'SY090100',
      LATITUDE: 35.1,
      LONGITUDE: 40.2,
    }
    expect(readFeature(feature(old), '#1')).toMatchObject({
      ok: true,
      value: { id: 'C9001', name: 'تل الرمان', kind: 'village', parents: ['SY090100'] },
    })
    const fresh = { adm2_name: 'Rumman', adm2_name1: 'الرمان', adm2_pcode: 'SY0999', adm1_pcode: 'SY09' }
    const square = [
      [
        [40, 35],
        [41, 35],
        [41, 36],
        [40, 36],
      ],
    ]
    expect(readFeature(feature(fresh, square), '#2')).toMatchObject({
      value: { id: 'SY0999', kind: 'district', parents: ['SY09'], lat: 35.5, lon: 40.5 },
    })
  })

  it('reads a line of GeoNames by its Arabic alternate name, and passes one without over', () => {
    const line = (names: string) =>
      `77\tTell\tTell\t${names}\t35.1\t40.2\tP\tPPL\tSY\t\t01\t\t\t\t12000\t\t300\tAsia/Damascus\t2020-01-01`
    expect(readGeoNames(line('Tell,تل الرمان,التل'), 'x:1')).toMatchObject({
      value: { id: 'gn77', name: 'تل الرمان', also: ['التل'], kind: 'town', parents: ['sy'] },
    })
    expect(readGeoNames(line('Tell'), 'x:1')).toBeNull()
  })

  it('reads a CSV under its header, quotation marks and all', () => {
    const header = readHeader('name_ar;lat;lon;parent')
    expect(readCsv('"تل; الرمان";35,1;40;', header, 'x:2')).toMatchObject({ ok: false })
    expect(readCsv('"تل الرمان";35.1;40.2;"دير الزور"', header, 'x:2')).toMatchObject({
      value: { name: 'تل الرمان', lat: 35.1, parents: ['دير الزور'] },
    })
  })

  it.each([
    [{ name_en: 'Rumman' }, 'gazetteer-name'],
    [{ name_ar: 'تل الرم\ufffdن' }, 'gazetteer-letters'],
    [{ name_ar: 'الرمان', lat: '95', lon: '40' }, 'gazetteer-point'],
  ])('%o is a problem', (fields, code) => {
    const result = readFields(new Map(Object.entries(fields)), 'x:3')
    expect(result).toMatchObject({ ok: false, problem: { code, where: 'x:3' } })
  })

  it('says of a feature that is cut that it is', () => {
    expect(readFeature('{"type":', '#9')).toMatchObject({ problem: { code: 'gazetteer-json' } })
  })

  it('cuts features out of pieces broken anywhere', () => {
    const text = `{"type":"FeatureCollection","features":[${feature({ name: 'a "}" b' })}, ${feature({ name: 'c' })}]}`
    for (const size of [1, 7, 50, 1000]) {
      const cutter = makeFeatureCutter()
      const found: string[] = []
      for (let at = 0; at < text.length; at += size) found.push(...cutter.push(text.slice(at, at + size)))
      expect(found.map(one => JSON.parse(one).properties.name)).toEqual(['a "}" b', 'c'])
    }
  })
})

describe('places of the user in the table', () => {
  const fitting = readFitting(builtinLexicon())
  const place = {
    id: 'C1',
    name: 'الرمان',
    also: ['رمان'],
    en: '',
    kind: 'village',
    parents: ['SY09'],
    lat: 35.12345,
    lon: 40,
    pcode: 'C1',
    geonames: '',
  }

  it('fits them into what holds them, and doubts names of one word', () => {
    const cells = writePlace(place, fitting).split('\t')
    expect(cells[0]).toBe('own-C1')
    expect(cells[5]).toBe('sy-dez')
    expect(cells[6]).toBe('35.1235')
    expect(cells[11]).toBe('yes')
    expect(writePlace({ ...place, name: 'تل الرمان' }, fitting).split('\t')[11]).toBe('')
  })

  it('are kept where the environment says', () => {
    expect(findGazetteerPath({ HASAB_DATA: 'data' })).toBe('data/gazetteer.tsv')
    expect(findGazetteerPath({ HOME: 'h' })).toBe('h/.local/share/hasab/gazetteer.tsv')
  })
})
