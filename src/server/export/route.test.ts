/** Files and later chronologies over HTTP. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Reference } from '../../record/relations.ts'
import { GAZETTE, madeEntry } from '../../store/made.contract.ts'
import { must } from '../../store/store.contract.ts'
import { openStore, type Store } from '../../store/store.ts'
import { eventReading, placeHoldings } from '../recordSchemas.ts'
import { referencePage } from '../referenceSchemas.ts'
import { makeServer } from '../server.ts'

const folder = mkdtempSync(join(tmpdir(), 'hasab-files-'))
let store: Store
let server: OpenAPIHono

const LATER: Reference = {
  id: 'later.csv:2',
  chronology: 'later.csv',
  date: '2017-11-03',
  place: 'sy-dez-hamidiya',
  actor: 'syrian-army',
  formerHolder: 'isis',
  text: 'taken',
  source: 'a yearbook',
}

beforeAll(async () => {
  store = must(await openStore(join(folder, 'r.db'), { write: GAZETTE }))
  must(await store.add([madeEntry({ name: 'a' })], []))
  must(await store.relate())
  must(
    await store.addReferences('later.csv', [
      LATER,
      { ...LATER, id: 'later.csv:3', place: null, date: '2016' },
    ]),
  )
  server = makeServer({ store, desk: folder })
})
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

async function ask(path: string): Promise<{ status: number; type: string; text: string }> {
  const response = await server.request(path)
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    text: await response.text(),
  }
}

describe('files of the API', () => {
  it.each([
    ['kind=claims', 'application/jsonl', '"family":"territory"'],
    ['kind=claims&format=csv&q=الجيش', 'text/csv', 'article_id,'],
    ['kind=holdings&format=geojson&place=sy-dez', 'application/geo+json', '"holder":"syrian-army"'],
    ['kind=events&format=acled&fatalities=highest', 'text/csv', ',highest,'],
    ['kind=events&format=jsonld', 'application/ld+json', '"@graph"'],
    ['kind=differences&format=csv', 'text/csv', 'later.csv:2'],
  ])('%s', async (query, type, text) => {
    const file = await ask(`/api/export?${query}`)
    expect([file.status, file.type.split(';')[0]]).toEqual([200, type])
    expect(file.text).toContain(text)
  })

  it.each(['kind=holdings&format=acled', 'kind=holdings&type=capture', 'kind=events&q=x', 'kind=weather'])(
    '%s is refused',
    async query => {
      const { status, text } = await ask(`/api/export?${query}`)
      expect([status, JSON.parse(text).error.code]).toEqual([400, 'bad-query'])
    },
  )
})

describe('later chronologies over HTTP', () => {
  it('are a list of their own, with how the record stands to each', async () => {
    const body = referencePage.parse(JSON.parse((await ask('/api/references')).text))
    expect(
      body.items.map(({ id, difference }) => [id, difference?.kind ?? null, difference?.days ?? null]),
    ).toEqual([
      ['later.csv:2', 'days', -2],
      ['later.csv:3', null, null],
    ])
    expect(body.chronologies).toMatchObject([{ chronology: 'later.csv', entries: 2, placeless: 1 }])
    expect(body.names.actors['syrian-army']?.name).toBe('الجيش')
  })

  it('stand beside the holdings of a place and an event near them', async () => {
    const place = placeHoldings.parse(JSON.parse((await ask('/api/places/sy-dez-hamidiya/holdings')).text))
    expect(place.references.map(({ id }) => id)).toEqual(['later.csv:2'])
    const [event] = JSON.parse((await ask('/api/events')).text).items
    const { references, event: row } = eventReading.parse(
      JSON.parse((await ask(`/api/events/${event.id}`)).text),
    )
    expect(references.map(({ id }) => id)).toEqual(['later.csv:2'])
    expect(row.counts).toMatchObject({ articles: 1, roots: { min: 1, max: 1 } })
  })

  it.each([
    ['place=sy', 1],
    ['chronology=other.csv', 0],
    ['from=2017', 1],
    ['to=2016-12', 1],
    ['event=none', 0],
  ])('%s leaves %i', async (query, total) => {
    expect(JSON.parse((await ask(`/api/references?${query}`)).text).total).toBe(total)
  })

  it('go again, and come again in the place of what they were', async () => {
    must(await store.addReferences('later.csv', [LATER]))
    expect(await store.findChronologies()).toMatchObject([{ entries: 1 }])
    must(await store.removeReferences('later.csv'))
    expect(await store.findChronologies()).toEqual([])
    expect(await store.removeReferences('later.csv')).toMatchObject({ problem: { code: 'not-found' } })
  })
})
