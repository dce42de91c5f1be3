import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Claim } from '../model.ts'
import { GAZETTE, madeEntry, madeSource } from '../store/made.contract.ts'
import { must } from '../store/store.contract.ts'
import { openStore, type Store } from '../store/store.ts'
import type { Comparison, OutletPage } from './lensApi.ts'
import { comparison, outletPage } from './lensSchemas.ts'
import type { EventReading } from './recordApi.ts'
import { eventReading } from './recordSchemas.ts'
import { makeServer } from './server.ts'

const folder = mkdtempSync(join(tmpdir(), 'hasab-lenses-'))
let store: Store
let server: OpenAPIHono

const SHARED =
  'قالت المصادر إن القوات دخلت الأطراف الشرقية للبلدة بعد معارك استمرت ثلاثة أيام متواصلة وانسحب المسلحون نحو الضفة المقابلة تاركين خلفهم مستودعات وسيارات'

function killed(count: number, text: string): readonly Partial<Claim>[] {
  const agent = [{ actor: 'isis', text, span: [0, 2] as const }]
  return [
    { agent },
    {
      type: 'casualties',
      agent,
      count: { what: 'person', min: count, max: count, outcome: ['killed'] },
      sources: [madeSource('مصدر محلي', 'anonymous')],
      stance: 'doubted',
    },
  ]
}

const FIRST = madeEntry({ name: 'a', text: `الأول. ${SHARED}.`, claims: killed(12, 'التنظيم') })
const SECOND = madeEntry({
  name: 'b',
  text: `الثاني. ${SHARED}.`,
  outlet: 'jisr',
  published: '2017-11-03',
  claims: killed(20, 'المسلحون'),
})
const ALONE = madeEntry({
  name: 'c',
  text: 'الثالث عن أمر آخر.',
  outlet: 'jisr',
  published: '2017-12-20',
  claims: [{ type: 'clash', time: '2017-12-20' }],
})

beforeAll(async () => {
  store = must(await openStore(join(folder, 'r.db'), { write: GAZETTE }))
  must(await store.add([FIRST, SECOND, ALONE], []))
  must(await store.relate())
  server = makeServer({ store, desk: folder })
})
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

async function ask<T>(path: string): Promise<{ status: number; body: T }> {
  const response = await server.request(path)
  return { status: response.status, body: (await response.json()) as T }
}

describe('the page of an outlet', () => {
  it('says whom it relies on, how, what it calls whom, and what it shares with whom', async () => {
    const { status, body } = await ask<OutletPage>('/api/outlets/jisr')
    expect(status).toBe(200)
    expect(outletPage.parse(body)).toEqual(body)
    expect(body.outlet).toMatchObject({ id: 'jisr', articles: 2, claims: 3, undated: 0 })
    expect(body.roots.map(({ kind, claims, share }) => [kind, claims, share.of])).toEqual([
      ['own', 2, 3],
      ['anonymous', 1, 3],
    ])
    expect(body.manners.find(({ value }) => value === 'doubted')).toMatchObject({
      own: { count: 1, of: 1 },
      others: 1,
    })
    expect(body.naming[0]).toMatchObject({ actor: 'isis' })
    expect(
      body.naming[0]?.wordings.map(({ wording, own, others }) => [wording, own.count, others.count]),
    ).toEqual([
      ['المسلحون', body.naming[0]?.events, 0],
      ['التنظيم', 0, body.naming[0]?.events],
    ])
    expect(body.copies.map(({ other, pairs }) => [other, pairs])).toEqual([['furat', 1]])
    expect(body.silences[0]).toMatchObject({ area: 'sy-dez', isUsual: false, events: [] })
    expect(body.names.actors.isis?.name).toBe('تنظيم الدوله')
  })

  it('is not there for an outlet without articles', async () => {
    expect((await ask('/api/outlets/nobody')).status).toBe(404)
  })
})

describe('a comparison', () => {
  it('of two articles joins their events, and shows names, numbers and passages', async () => {
    const { status, body } = await ask<Comparison>(`/api/compare?a=${FIRST.article.id}&b=b`)
    expect(status).toBe(200)
    expect(comparison.safeParse(body).error).toBeUndefined()
    expect(body.of).toBe('articles')
    expect(body.sides.map(({ article, claims }) => [article?.name, claims])).toEqual([
      ['a', 2],
      ['b', 2],
    ])
    expect(body.shared.total).toBeGreaterThan(0)
    expect(body.only.map(({ total }) => total)).toEqual([0, 0])
    expect(body.naming[0]).toMatchObject({
      actor: 'isis',
      wordings: [[{ text: 'التنظيم' }], [{ text: 'المسلحون' }]],
    })
    expect(body.numbers).toMatchObject([
      {
        isApart: true,
        ranges: [
          { min: 12, max: 12 },
          { min: 20, max: 20 },
        ],
      },
    ])
    expect(body.shared.items.map(({ relation }) => relation)).toContain('contradicts')
    expect(body.copies[0]?.texts[0]?.[0]).toContain('دخلت الأطراف الشرقية')
  })

  it('of two outlets leaves out what one tells alone in days when the other is silent altogether', async () => {
    const { body } = await ask<Comparison>('/api/compare?a=jisr&b=furat')
    expect(comparison.safeParse(body).error).toBeUndefined()
    expect(body).toMatchObject({
      of: 'outlets',
      sides: [{ id: 'jisr', claims: 3, article: null }, { id: 'furat' }],
    })
    expect(body.shared.items[0]?.claims.map(([claim]) => claim?.article.outlet)).toEqual(['jisr', 'furat'])
    expect(body.only[0].total).toBe(0)
  })

  it('goes on part by part, and says what it does not have', async () => {
    const { body } = await ask<Comparison>('/api/compare?a=jisr&b=furat&limit=1')
    const next = await ask<Comparison>(
      `/api/compare?a=jisr&b=furat&limit=1&list=shared&page=${body.shared.next}`,
    )
    expect(next.body.shared.items[0]?.event.id).not.toBe(body.shared.items[0]?.event.id)
    expect((await ask('/api/compare?a=jisr&b=nobody')).status).toBe(404)
    expect((await ask('/api/compare?a=jisr&b=furat&page=x')).status).toBe(400)
  })
})

describe('an event', () => {
  it('has what each root says of the killed, and a sum for each policy', async () => {
    const { body: compared } = await ask<Comparison>('/api/compare?a=a&b=b')
    const { body } = await ask<EventReading>(`/api/events/${compared.numbers[0]?.event}`)
    expect(eventReading.safeParse(body).error).toBeUndefined()
    expect(body.figures.map(({ min, what }) => [min, what])).toEqual([
      [12, 'person'],
      [20, 'person'],
    ])
    expect(body.tolls.map(({ policy, min, max }) => [policy, min, max])).toEqual([
      ['range', 12, 20],
      ['lowest', 12, 12],
      ['highest', 20, 20],
      ['majority', 12, 12],
    ])
  })
})
