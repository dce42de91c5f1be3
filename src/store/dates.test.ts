/** Articles without a date are dated over the record, the same whatever came when; what they state is never changed. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { Claim, DateMention } from '../model.ts'
import { relateReadings } from '../record/record.ts'
import { GAZETTE, MADE_GROUND, type Made, madeEntry, madeReading } from './made.contract.ts'
import { must } from './store.contract.ts'
import { openStore, type Store } from './store.ts'

const folder = mkdtempSync(join(tmpdir(), 'hasab-dates-'))
afterAll(() => rmSync(folder, { recursive: true }))
let count = 0

async function openNew(): Promise<Store> {
  return must(await openStore(join(folder, `r${count++}.db`), { write: GAZETTE }))
}

const SITES = ['sy-dez', 'sy-dez-city', 'sy-dez-hamidiya']
const SPAN = [7, 10] as const

/** Fighting everywhere: enough that articles which tell it are of one time. */
const WAR: readonly Partial<Claim>[] = (['clash', 'airstrike', 'assault', 'advance'] as const).flatMap(type =>
  SITES.map(place => ({
    type,
    time: null,
    places: [{ place, text: place, role: 'at' as const, span: [0, 1] as const, lat: null, lon: null }],
  })),
)

function ago(days: number, weekday?: number): DateMention {
  const how = "<relative day>, from the article's date"
  const base = { kind: 'date', span: SPAN, text: 'أمس', edtf: null, how, days } as const
  return weekday === undefined ? base : { ...base, weekday }
}

/** A storm that an article tells with words that count from its date. */
function storm(mention: DateMention): Pick<Made, 'claims' | 'mentions'> {
  const claim = { type: 'hazard', time: null, timeSpan: SPAN, timeFrom: mention.text } as const
  return { claims: [...WAR, claim], mentions: [mention] }
}

const NEAR: Made = {
  name: 'near',
  text: 'قريب من الحرب.',
  outlet: 'jisr',
  published: '2017-11-02',
  claims: WAR,
}
const ONE: Made = { name: 'one', text: 'خبر أول عن العاصفة.', published: null, ...storm(ago(-1, 2)) }
const TWO: Made = { name: 'two', text: 'خبر ثان عن العاصفة.', published: null, ...storm(ago(-2)) }

const idOf = (made: Made) => madeReading(made).article.id

describe('dates over a record', () => {
  it('come from weekdays, others and each other, and stand in lists, claims and the article', async () => {
    const store = await openNew()
    must(
      await store.add(
        [NEAR, ONE, TWO].map(made => madeEntry(made)),
        [],
      ),
    )
    must(await store.relate())
    expect(await store.findDating(idOf(ONE))).toMatchObject({
      published: '2017-11-01',
      isContradicted: false,
    })
    expect((await store.findDating(idOf(TWO)))?.published).toBe('2017-11-02')
    expect(await store.findDating(idOf(NEAR))).toBeNull()
    const listed = must(await store.findArticles({ from: '2017-11-01', to: '2017-11-01' }, {}))
    expect(
      listed.items.map(({ name, published, publishedFrom }) => [name, published, publishedFrom]),
    ).toEqual([['one', '2017-11-01', 'inferred']])
    const claims = must(await store.findClaims({ type: 'hazard' }, {})).items
    expect(claims.map(({ time, timeFrom }) => [time, timeFrom])).toEqual([
      ['2017-10-31', 'أمس: <relative day>, from 2017-11-02, by the record'],
      ['2017-10-31', 'أمس: <relative day>, from 2017-11-01, by the record'],
    ])
    expect((await store.findArticle(idOf(ONE)))?.reading.article.published).toBeNull()
    await store.close()
  })

  it('go when what they rest on goes', async () => {
    const store = await openNew()
    must(
      await store.add(
        [NEAR, ONE, TWO].map(made => madeEntry(made)),
        [],
      ),
    )
    must(await store.relate())
    must(await store.remove(idOf(NEAR)))
    must(await store.relate())
    expect((await store.findDating(idOf(ONE)))?.published).toBeNull()
    expect(must(await store.findArticles({ outlet: 'furat' }, {})).items[0]?.published).toBeNull()
    expect(must(await store.findClaims({ type: 'hazard' }, {})).items[0]).toMatchObject({
      time: null,
      timeFrom: 'أمس',
    })
    await store.close()
  })

  it('are the same whatever came when, came again, was corrected or went', async () => {
    const article = fc.record({
      outlet: fc.constantFrom('furat', 'jisr'),
      published: fc.constantFrom('2017-11-02', '2017-11-20', null, null),
      says: fc.constantFrom<Pick<Made, 'claims' | 'mentions'>>(
        { claims: WAR },
        { claims: WAR.slice(0, 2) },
        storm(ago(-1, 2)),
        storm(ago(-2)),
      ),
      isCopy: fc.boolean(),
    })
    const corpus = fc.array(fc.tuple(article, article), { minLength: 2, maxLength: 6 })
    const order = corpus.chain(articles =>
      fc.record({
        articles: fc.constant(
          articles.map((pair, i) =>
            pair.map(
              ({ says, isCopy, ...rest }): Made => ({
                ...rest,
                ...says,
                name: `n${i}`,
                text: `نص رقم ${i}. ${isCopy ? COPIED : ''}`,
              }),
            ),
          ),
        ),
        shuffled: fc.shuffledSubarray(
          articles.flatMap((_, i) => [i, i]),
          { minLength: 2 },
        ),
        removed: fc.array(fc.nat(articles.length - 1), { maxLength: 2 }),
        isRelatedOften: fc.boolean(),
      }),
    )
    await fc.assert(
      fc.asyncProperty(order, async ({ articles, shuffled, removed, isRelatedOften }) => {
        const store = await openNew()
        const now = new Map<string, Made>()
        for (const i of shuffled) {
          const [first, second] = articles[i] as readonly Made[] as readonly [Made, Made]
          const next = now.has(idOf(first)) || now.has(idOf(second)) ? second : first
          if (idOf(first) !== idOf(next)) await take(store, now, first)
          now.set(idOf(next), next)
          must(await store.add([madeEntry(next)], []))
          if (isRelatedOften) must(await store.relate())
        }
        for (const i of removed) for (const made of articles[i] ?? []) await take(store, now, made)
        must(await store.relate())
        const wanted = relateReadings([...now.values()].map(madeReading), MADE_GROUND).datings
        const found = await Promise.all(wanted.map(({ article }) => store.findDating(article)))
        expect(found).toEqual(wanted)
        await store.close()
      }),
      { numRuns: 40 },
    )
  })
})

const COPIED =
  'قالت المصادر إن القوات دخلت الأطراف الشرقية للبلدة بعد معارك استمرت ثلاثة أيام متواصلة وانسحب المسلحون نحو الضفة المقابلة تاركين خلفهم مستودعات وسيارات'

async function take(store: Store, now: Map<string, Made>, made: Made): Promise<void> {
  if (!now.delete(idOf(made))) return
  must(await store.remove(idOf(made)))
}
