/** The relations that a record keeps are those of its articles, whatever came when, came again, was corrected or went. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { Reading } from '../model.ts'
import { type Relations, relateReadings } from '../record/record.ts'
import { openDatabase } from './database.ts'
import { GAZETTE, MADE_GROUND, type Made, madeEntry, madeReading, madeSource } from './made.contract.ts'
import { expectCounts, readCounts } from './outlets.contract.ts'
import { must } from './store.contract.ts'
import { openStore, type Store } from './store.ts'

const folder = mkdtempSync(join(tmpdir(), 'hasab-relate-'))
afterAll(() => rmSync(folder, { recursive: true }))
let count = 0

async function openNew(): Promise<{ store: Store; path: string }> {
  const path = join(folder, `r${count++}.db`)
  return { store: must(await openStore(path, { write: GAZETTE })), path }
}

const SITES = ['sy-dez', 'sy-dez-city', 'sy-dez-hamidiya']
const DAYS = ['2017-11-01', '2017-11-02', '2017-11-05', '2017-12-20', null]

const claims = fc.array(
  fc.record({
    type: fc.constantFrom('capture' as const, 'lose' as const, 'clash' as const, 'airstrike' as const),
    time: fc.constantFrom(...DAYS),
    agent: fc
      .constantFrom('isis', 'syrian-army')
      .map(actor => [{ actor, text: actor, span: [0, 2] as const }]),
    places: fc
      .constantFrom(...SITES)
      .map(place => [
        { place, text: place, role: 'at' as const, span: [3, 6] as const, lat: null, lon: null },
      ]),
    sources: fc.constantFrom(
      [],
      [madeSource('مصدر محلي', 'anonymous')],
      [madeSource('النهر', 'agency', 'nahr')],
    ),
  }),
  { minLength: 1, maxLength: 3 },
)

const article = fc.record({
  outlet: fc.constantFrom('furat', 'jisr', null),
  published: fc.constantFrom(...DAYS),
  claims,
})

/** Articles of different texts, with a second reading of each. */
const corpus = fc
  .array(fc.tuple(article, article), { minLength: 1, maxLength: 6 })
  .map(pairs => pairs.map(([first, second], i) => [made(first, i), made(second, i)] as const))

/** Paragraphs that articles have in common: one that any may have, one for every second. */
const SHARED = [
  'قالت المصادر إن القوات دخلت الأطراف الشرقية للبلدة بعد معارك استمرت ثلاثة أيام متواصلة وانسحب المسلحون نحو الضفة المقابلة تاركين خلفهم مستودعات وسيارات',
  'وأضافت أن الأهالي الذين نزحوا خلال الأسابيع الماضية بدأوا بالعودة إلى منازلهم المتضررة وسط نقص حاد في الخبز والمياه والدواء وانقطاع الكهرباء عن الأحياء الشمالية',
]

function made(says: Made, i: number): Made {
  return {
    ...says,
    name: `n${i}`,
    text: `نص رقم ${i} عن المعارك في المدينة. ${i % 3 === 0 ? '' : SHARED[i % 2]}.`,
  }
}

/** What the pages of outlets add up from. */
interface Counted {
  readonly counts: readonly string[]
}

/** The relations in a record, as `relateReadings` gives them. */
function readRelations(path: string): Relations & Counted {
  const database = openDatabase(path, true)
  const events = database.all('SELECT n, event FROM events ORDER BY id').map(({ n, event }) => {
    const keys = database.all(
      `SELECT a.id || '.' || c.id AS key FROM event_claims AS x JOIN claims AS c ON c.n = x.claim
       JOIN articles AS a ON a.n = c.article WHERE x.event = ? ORDER BY 1`,
      Number(n),
    )
    return { ...JSON.parse(String(event)), claims: keys.map(({ key }) => String(key)) }
  })
  const controls = database
    .all('SELECT control FROM controls')
    .map(({ control }) => JSON.parse(String(control)))
  const holdings = database
    .all('SELECT holding FROM holdings ORDER BY place, ord')
    .map(({ holding }) => JSON.parse(String(holding)))
  const reuse = database.all('SELECT reuse FROM reuse').map(row => JSON.parse(String(row.reuse)))
  const contradictions = database
    .all('SELECT contradiction FROM contradictions')
    .map(({ contradiction }) => JSON.parse(String(contradiction)))
  const datings = database
    .all('SELECT d.dating FROM datings AS d JOIN articles AS a ON a.n = d.article ORDER BY a.id')
    .map(({ dating }) => JSON.parse(String(dating)))
  const counts = readCounts(database)
  database.close()
  return { reuse, events, controls, contradictions, holdings, datings, counts }
}

function sorted(relations: Relations & Counted): unknown {
  return JSON.parse(
    JSON.stringify({
      ...relations,
      ...Object.fromEntries(
        (['reuse', 'controls', 'contradictions'] as const).map(kind => [
          kind,
          relations[kind].map(one => JSON.stringify(one)).sort(),
        ]),
      ),
    }),
  )
}

function expected(readings: readonly Reading[]): unknown {
  const relations = relateReadings(readings, MADE_GROUND)
  return sorted({ ...relations, counts: expectCounts(readings, relations) })
}

describe('relating a record', () => {
  it('gives the relations of its articles, whatever their order, repeats, corrections and removals', async () => {
    const order = corpus.chain(articles =>
      fc.record({
        articles: fc.constant(articles),
        shuffled: fc.shuffledSubarray(
          articles.flatMap((_, i) => [i, i]),
          { minLength: 1 },
        ),
        removed: fc.array(fc.nat(articles.length - 1), { maxLength: 2 }),
        isRelatedOften: fc.boolean(),
      }),
    )
    await fc.assert(
      fc.asyncProperty(order, async ({ articles, shuffled, removed, isRelatedOften }) => {
        const { store, path } = await openNew()
        const now = new Map<number, Made>()
        for (const i of shuffled) {
          const [first, second] = articles[i] as readonly [Made, Made]
          const next = now.has(i) ? second : first
          now.set(i, next)
          must(await store.add([madeEntry(next), madeEntry(next)], []))
          if (isRelatedOften) must(await store.relate())
        }
        for (const i of removed) {
          const gone = now.get(i)
          if (gone === undefined) continue
          must(await store.remove(madeReading(gone).article.id))
          now.delete(i)
        }
        must(await store.relate())
        await store.close()
        expect(sorted(readRelations(path))).toEqual(expected([...now.values()].map(madeReading)))
      }),
      { numRuns: 60 },
    )
  })
})
