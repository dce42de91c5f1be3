/** Every format of `hasab export` on the samples, and the later chronologies that exports are compared with. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXPORTS, type ExportKind } from '../server/export/export.ts'
import { CONTEXT } from '../server/export/graph.ts'
import { ran } from './made.contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'hasab-export-'))
const record = join(folder, 's.db')
const hasab = (...args: string[]) => ran([...args, '--record', record])
const LATER = [
  'date,place,event,actor,former_holder,source',
  '2017-11-08/2017-11-09,البوكمال,the town is taken,الجيش السوري,isis,an invented yearbook',
  '2017-10-10,مدينة الرقة,=taken,قسد,isis,an invented yearbook',
  '2017-13-40,الرقة,,,,',
  '2017-10-17,نيرغال,,,,',
]

beforeAll(async () => {
  await hasab('read', join(import.meta.dirname, '../../samples'), '--workers', '1')
  writeFileSync(join(folder, 'later.csv'), LATER.join('\n'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

async function write(...args: string[]): Promise<string> {
  const { code, out, err } = await hasab('export', ...args)
  expect([code, err]).toEqual([0, ''])
  return out
}

/** The cells of CSV (RFC 4180), row by row under its header. */
function readCsv(text: string): Record<string, string>[] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
  }
  const [header = [], ...lines] = rows.filter(row => row.length > 1)
  return lines.map(line => Object.fromEntries(header.map((name, i) => [name, line[i] ?? ''])))
}

const KINDS = Object.keys(EXPORTS) as ExportKind[]

describe('hasab reference', () => {
  it('keeps what it can read, and tells of the rest by line', async () => {
    const { code, err } = await hasab('reference', 'add', join(folder, 'later.csv'))
    expect(code).toBe(1)
    expect(err).toContain('later.csv:4: "2017-13-40" is no date.')
    expect(err).toContain('later.csv:5: the lexicon knows no place by the name نيرغال')
    expect(err).toContain('later.csv: 3 entries kept, 2 of them with a place')
  })

  it('is known by the name of its file: the same again changes nothing', async () => {
    await hasab('reference', 'add', join(folder, 'later.csv'))
    expect((await hasab('reference', 'list')).out).toBe(
      'later.csv: 3 entries, 2017-10-10 to 2017-11-09; without a known place: 1\n',
    )
  })

  it('is in no count, and stands beside the place and the events', async () => {
    const [place, articles] = [await hasab('show', 'place', 'sy-dez-abu-kamal'), await write('articles')]
    expect(place.out).toContain('Later references')
    expect(place.out).toContain('the town is taken · an invented yearbook  (later.csv:2)')
    expect(articles).not.toContain('yearbook')
    const events = readCsv(await write('events', '--format', 'csv', '--place', 'sy-dez-abu-kamal'))
    const near = events.find(
      ({ from = '', to = '' }) => from >= '2017-11-08' && to >= '2017-11-08' && to <= '2017-11-12',
    )
    expect((await hasab('show', 'event', near?.event ?? '')).out).toContain('(later.csv:2)')
  })

  it('differs from the record by days, holders, or not', async () => {
    const rows = readCsv(await write('differences', '--format', 'csv'))
    expect(rows.map(({ reference, event }) => [reference, event])).toEqual([
      ['later.csv:2', 'the town is taken'],
      ['later.csv:5', ''],
      ['later.csv:3', "'=taken"],
    ])
    expect(['none', 'days']).toContain(rows[0]?.kind)
    expect(rows[1]).toMatchObject({ kind: '', days: '' })
    expect([rows[2]?.kind, Number(rows[2]?.days) > 0]).toEqual(['days', true])
  })

  it.each([
    [['add', 'none.csv'], 1, 'There is no'],
    [['remove', 'none.csv'], 1, 'nothing by the name none.csv'],
    [['add'], 2, 'Something is missing'],
    [['lend', 'x'], 2, 'none of: add, list, remove'],
  ])('%j fails', async (args, code, text) => {
    const failed = await hasab('reference', ...args)
    expect([failed.code, failed.out]).toEqual([code, ''])
    expect(failed.err).toContain(text)
  })
})

describe('every format', () => {
  it.each(KINDS)('%s: a line of JSON for each, as many cells as columns', async kind => {
    const lines = (await write(kind)).trimEnd().split('\n')
    expect(lines.map(line => typeof JSON.parse(line))).not.toContain('string')
    const text = await write(kind, '--format', 'csv')
    const columns = text.split('\r\n')[0]?.split(',') ?? []
    const rows = readCsv(text)
    expect(rows.length).toBeGreaterThanOrEqual(lines.length)
    expect(rows.filter(row => Object.keys(row).length !== columns.length)).toEqual([])
  })

  it.each(['claims', 'events', 'holdings'])(
    '%s as features: points or nothing, never an outline',
    async kind => {
      const { type, features } = JSON.parse(await write(kind, '--format', 'geojson'))
      expect([type, features.length > 50]).toEqual(['FeatureCollection', true])
      const shapes = features.map(
        ({ geometry }: { geometry: { type: string } | null }) => geometry?.type ?? null,
      )
      expect(shapes.filter((shape: string | null) => shape !== null && shape !== 'Point')).toEqual([])
    },
  )

  it('holdings: one feature for each place, holder, interval, source', async () => {
    const { features } = JSON.parse(await write('holdings', '--format', 'geojson'))
    const names = features.map(({ properties: p }: { properties: Record<string, string> }) =>
      [p.place, p.holder, p.from, p.state, p.source].join(' '),
    )
    expect(new Set(names).size).toBe(names.length)
    expect(names.filter((name: string) => name.endsWith(' all')).length).toBeGreaterThan(10)
  })

  it.each([
    ['events', '--source', 'x'],
    ['holdings', '--type', 'capture'],
    ['holdings', '--format', 'acled'],
    ['events', '--format', 'acled', '--fatalities', 'mean'],
    ['weather'],
  ])('%s %s %s is refused', async (...args) => {
    const { code, out, err } = await hasab('export', ...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).not.toBe('')
  })
})

/** The columns of ACLED's files, in their order. */
const ACLED =
  'event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,' +
  'actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,' +
  'latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp'

describe('the columns of ACLED', () => {
  it('are its own, ours after them', async () => {
    const text = await write('events', '--format', 'acled')
    expect(text.startsWith(`${ACLED},fatalities_policy,`)).toBe(true)
    const rows = readCsv(text)
    expect(
      rows.map(({ event_date }) => event_date).filter(day => !/^\d{4}-\d\d-\d\d$/.test(day ?? '')),
    ).toEqual([])
    expect(rows.filter(({ disorder_type, event_type }) => !disorder_type || !event_type)).toEqual([])
  })

  it('one whole number by the policy that is named, between the lowest and the highest', async () => {
    const read = async (policy: string) =>
      readCsv(await write('events', '--format', 'acled', '--fatalities', policy)).filter(
        row => row.fatalities !== '',
      )
    const [lowest, highest, majority] = [await read('lowest'), await read('highest'), await read('majority')]
    expect(lowest.length).toBeGreaterThan(5)
    expect(new Set(majority.map(row => row.fatalities_policy))).toEqual(new Set(['majority']))
    const between = majority.map(
      ({ fatalities }, i) =>
        Number(lowest[i]?.fatalities) <= Number(fatalities) &&
        Number(fatalities) <= Number(highest[i]?.fatalities),
    )
    expect(between).not.toContain(false)
    expect(lowest.map(row => row.fatalities)).toEqual(lowest.map(row => row.fatalities_min))
  })

  it('only what is said to have happened', async () => {
    const planned = readCsv(await write('events', '--format', 'csv')).filter(
      ({ modality }) => modality !== '' && !modality?.includes('asserted'),
    )
    const coded = new Set(readCsv(await write('events', '--format', 'acled')).map(row => row.event_id_cnty))
    expect(planned.length).toBeGreaterThan(0)
    expect(planned.filter(({ event }) => coded.has(event))).toEqual([])
  })
})

/** The terms of each vocabulary that may be spoken: PROV-O, schema.org, Web Annotation as their own pages list them. */
const TERMS: Readonly<Record<string, string>> = {
  prov: 'Agent Attribution Entity SoftwareAgent agent hadRole qualifiedAttribution wasAttributedTo wasDerivedFrom',
  oa: 'Annotation SpecificResource TextPositionSelector TextQuoteSelector end exact hasBody hasSelector hasSource hasTarget identifying linking motivatedBy prefix start suffix',
  schema:
    'Claim Event GeoCoordinates NewsArticle NewsMediaOrganization Place appearance author contentLocation creditText datePublished endDate geo headline identifier latitude location longitude name publisher softwareVersion startDate text url',
  hasab:
    'Holding actor agent articles confirmed count earliest families family hop holder how kind killed max min modality outcome outlet outlets participant place precision publishedFrom role root rootsMax rootsMin sha256 sharesWordsWith sourceKind stance state target teller time type unit what wordCount words',
}

/** Every compact name in a node: its properties, and the values of `@type` and of ids that are terms. */
function listNames(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(listNames)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === '@type') return [inner].flat().filter(type => !type.startsWith('http'))
    if (key === '@id') return inner.startsWith('urn:') ? [] : [inner]
    return key.startsWith('@') ? [] : [key, ...listNames(inner)]
  })
}

describe('a graph', () => {
  it.each(KINDS.filter(kind => kind !== 'differences'))(
    'of %s has only names that its context expands',
    async kind => {
      const document = JSON.parse(await write(kind, '--format', 'jsonld'))
      expect(document['@context']).toEqual(CONTEXT)
      const names = new Set(listNames(document['@graph']))
      const strange = [...names].filter(name => {
        const [prefix = '', term = ''] = name.split(':')
        return !(prefix in CONTEXT) || !TERMS[prefix]?.split(' ').includes(term)
      })
      expect(strange).toEqual([])
    },
  )

  it('leads from a claim to its article, its chain, and the very words', async () => {
    const { '@graph': graph } = JSON.parse(await write('claims', '--format', 'jsonld'))
    const claims = graph.filter((node: { '@type': unknown }) =>
      String(node['@type']).includes('schema:Claim'),
    )
    const words = graph.filter((node: { '@type': unknown }) => node['@type'] === 'oa:Annotation')
    expect(words.length).toBe(claims.length)
    const [{ 'oa:hasTarget': target, 'oa:hasBody': body }] = words
    const [quote, position] = target['oa:hasSelector']
    const id = target['oa:hasSource']['@id'].split(':').at(-1)
    const { article } = JSON.parse((await hasab('show', 'article', id, '--json')).out)
    expect(article.text.slice(position['oa:start'], position['oa:end'])).toBe(quote['oa:exact'])
    const claim = claims.find((node: { '@id': string }) => node['@id'] === body['@id'])
    expect(claim['prov:wasDerivedFrom']['@id']).toBe(`urn:hasab:article:${id}`)
    const hops = claim['prov:qualifiedAttribution'].map((one: Record<string, unknown>) => one['hasab:hop'])
    expect(hops).toEqual(hops.map((_: unknown, i: number) => i))
  })
})

describe('hasab remove', () => {
  it('says what would go, and takes it away where it is sure', async () => {
    const before = await write('articles')
    const asked = await hasab('remove', 'bayraq-city')
    expect([asked.code, asked.err]).toEqual([0, 'Nothing was removed. Say --yes to remove it.\n'])
    expect(asked.out).toMatch(/With it go: claims \d+, its word in events \d+/)
    expect(await write('articles')).toBe(before)
    expect((await hasab('remove', 'bayraq-city', '--yes')).code).toBe(0)
    expect((await hasab('remove', 'bayraq-city', '--yes')).code).toBe(1)
    expect((await write('articles')).split('\n').length).toBe(before.split('\n').length - 1)
    expect(await write('claims')).not.toContain('bayraq-city')
  })
})

describe('docs/exports.md', () => {
  it('has every column', async () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/exports.md'), 'utf8')
    const headers = await Promise.all(KINDS.map(kind => write(kind, '--format', 'csv')))
    const acled = await write('events', '--format', 'acled')
    const columns = [...headers, acled].flatMap(text => text.split('\r\n')[0]?.split(',') ?? [])
    expect(columns.filter(column => !page.includes(`\`${column}\``))).toEqual([])
  })
})
