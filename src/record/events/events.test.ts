import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Fact } from '../facts.ts'
import { GROUND, type Invented, invent, killed } from '../invented.ts'
import type { Event } from '../relations.ts'
import { eventBlocks, relateAround } from './blocks.ts'
import { eventId } from './build.ts'
import { relateEvents } from './events.ts'

/** The articles of each event, in order. */
function groupsOf(...says: Invented[]): string[] {
  const facts = says.map((one, i) => invent({ article: String.fromCharCode(97 + i), ...one }))
  const names = new Map(facts.map(({ key, article }) => [key, article.id]))
  return relateEvents(facts, GROUND)
    .map(({ claims }) => claims.map(claim => names.get(claim)).join(''))
    .sort()
}

describe('relateEvents', () => {
  it('puts claims of one family, town and day into one event', () => {
    expect(groupsOf({}, { type: 'shelling' })).toEqual(['ab'])
    expect(groupsOf({}, { type: 'casualties' })).toEqual(['a', 'b'])
    expect(groupsOf({}, { places: ['birch'] })).toEqual(['a', 'b'])
    expect(groupsOf({}, { time: '2017-05-09', published: '2017-05-09' })).toEqual(['a', 'b'])
  })

  it('holds a quarter and its town together, and two quarters apart', () => {
    expect(groupsOf({ places: ['east'] }, { places: ['alder'] })).toEqual(['ab'])
    expect(groupsOf({ places: ['east'] }, { places: ['west'] })).toEqual(['a', 'b'])
  })

  it('takes what only publication dates to the days before it', () => {
    expect(groupsOf({}, { time: null, published: '2017-05-05' })).toEqual(['ab'])
    expect(groupsOf({}, { time: null, published: '2017-05-02' })).toEqual(['a', 'b'])
    expect(groupsOf({}, { time: null, published: '2017-05-06' })).toEqual(['a', 'b'])
  })

  it('never joins two events through what is vague', () => {
    const two = [{ agent: ['red'] }, { agent: ['red'], places: ['birch'] }]
    expect(groupsOf(...two, { agent: ['red'], places: ['north'] })).toHaveLength(3)
    expect(groupsOf(...two, { agent: ['red'], time: '2017-05' })).toHaveLength(3)
  })

  it('lets a governorate join the one happening whose numbers it gives', () => {
    const dead = { type: 'casualties', agent: ['red'] } as const
    const two = [
      { ...dead, count: killed(12) },
      { ...dead, count: killed(3), places: ['birch'] },
    ]
    expect(groupsOf(...two, { ...dead, count: killed(12), places: ['north'] })).toEqual(['ac', 'b'])
  })

  it('knows the countryside of a town, and the bare name of a seat, for more than the town', () => {
    expect(groupsOf({}, { places: ['alder:at:countryside alder'] })).toEqual(['a', 'b'])
    expect(groupsOf({ places: ['seat:at:city seat'] }, { places: ['seat'] })).toEqual(['ab'])
    expect(
      groupsOf({ agent: ['red'] }, { article: 'a', claim: 'c2', agent: ['red'], places: ['seat'] }),
    ).toEqual(['aa'])
  })

  it('keeps opposed acts apart, and one fight told from either side together', () => {
    const [red, blue] = [
      { agent: ['red'], target: ['blue'] },
      { agent: ['blue'], target: ['red'] },
    ]
    expect(groupsOf({ ...red, type: 'shelling' }, { ...blue, type: 'shelling' })).toEqual(['a', 'b'])
    expect(groupsOf({ ...red, type: 'assault' }, { ...blue, type: 'repel' })).toEqual(['ab'])
    expect(
      groupsOf({ agent: ['red'], type: 'capture' }, { agent: ['blue'], target: ['red'], type: 'capture' }),
    ).toEqual(['ab'])
    expect(groupsOf({ agent: ['red'] }, { agent: ['guard'], type: 'shelling' })).toEqual(['ab'])
    expect(groupsOf({ agent: ['red'] }, { agent: ['blue'], type: 'shelling' })).toEqual(['a', 'b'])
  })

  it('joins the next day, or another town, where the numbers are the same', () => {
    const dead = { type: 'casualties', count: killed(12) } as const
    const next = { ...dead, time: '2017-05-04', published: '2017-05-04' }
    expect(groupsOf(dead, next)).toEqual(['ab'])
    expect(groupsOf(dead, { ...next, count: killed(4) })).toEqual(['a', 'b'])
    expect(groupsOf(dead, { ...dead, places: ['birch'] })).toEqual(['a', 'b'])
  })

  it('carries a place on within an article, and keeps plans apart from what happened', () => {
    expect(groupsOf({}, { article: 'a', claim: 'c2', at: 9, places: [] }, {})).toEqual(['aac'])
    expect(groupsOf({}, { modality: 'planned' })).toEqual(['a', 'b'])
  })

  it('says what its claims say together', () => {
    const facts = [
      invent({ agent: ['red'] }),
      invent({ article: 'b', places: ['east', 'north:in'], agent: ['red', null], target: ['blue'] }),
      invent({ article: 'c', time: null, type: 'shelling', published: '2017-05-04' }),
    ]
    const [event] = relateEvents(facts, GROUND)
    expect(event).toMatchObject({
      family: 'combat',
      types: ['airstrike', 'shelling'],
      claims: ['a.c1', 'b.c1', 'c.c1'],
      places: ['alder', 'east'],
      agents: ['red'],
      targets: ['blue'],
      time: '2017-05-03',
      counts: { articles: 3, outlets: 3, families: 3, roots: { min: 3, max: 3 } },
    })
    expect(relateEvents([invent({ time: null })], GROUND)[0]?.time).toBe('2017-05-01/2017-05-03')
  })
})

const ACTORS = fc.constantFrom<(string | null)[]>([], [null], ['red'], ['blue'], ['guard'])
const PLACE = fc.constantFrom(
  'alder',
  'birch',
  'mill',
  'east',
  'west',
  'seat',
  'cedar',
  'north',
  'vale',
  'land',
  'nowhere',
)
const DAY = fc
  .integer({ min: 0, max: 89 })
  .map(day => new Date(Date.UTC(2017, 2, 1 + day)).toISOString().slice(0, 10))
const SAYS = fc.record({
  type: fc.constantFrom('airstrike', 'shelling', 'clash', 'casualties', 'capture'),
  places: fc.uniqueArray(PLACE, { maxLength: 3 }),
  agent: ACTORS,
  target: ACTORS,
  count: fc.option(fc.integer({ min: 1, max: 4 }).map(number => killed(number))),
  modality: fc.constantFrom('asserted', 'planned'),
})

/** Articles of one to four claims, close enough in time and place to be of one another's events. */
const FACTS = fc
  .array(
    fc.record({
      day: DAY,
      claims: fc.array(fc.tuple(SAYS, fc.constantFrom('day', 'told', 'month', 'night')), {
        minLength: 1,
        maxLength: 4,
      }),
    }),
    {
      maxLength: 40,
    },
  )
  .map(articles =>
    articles.map(({ day, claims }, i) =>
      claims.map(([says, when], j) => {
        const time = { day, told: null, month: day.slice(0, 7), night: `${day}/${day}` }[when]
        return invent({
          ...(says as Invented),
          article: `a${i}`,
          claim: `c${j}`,
          at: j,
          published: day,
          time,
        })
      }),
    ),
  )

describe('events as a function of the set of facts', () => {
  it('do not depend on order or repetition, and have each claim once', () => {
    fc.assert(
      fc.property(FACTS, fc.infiniteStream(fc.nat()), (articles, picks) => {
        const facts = articles.flat()
        const events = relateEvents(facts, GROUND)
        expect(events.flatMap(({ claims }) => claims).sort()).toEqual(facts.map(({ key }) => key).sort())
        const shuffled = [...facts, ...facts]
          .map(fact => ({ fact, at: picks.next().value as number }))
          .sort((a, b) => a.at - b.at)
        expect(
          relateEvents(
            shuffled.map(({ fact }) => fact),
            GROUND,
          ),
        ).toEqual(events)
      }),
      { numRuns: 150 },
    )
  })

  it('have the id of one of their claims', () => {
    fc.assert(
      fc.property(FACTS, articles => {
        for (const { id, claims } of relateEvents(articles.flat(), GROUND))
          expect(claims.map(eventId)).toContain(id)
      }),
      { numRuns: 50 },
    )
  })

  it('are the same when an article comes or goes and only what lies round it is related anew', () => {
    fc.assert(
      fc.property(FACTS, fc.nat(), (articles, pick) => {
        if (articles.length === 0) return
        const changed = articles[pick % articles.length] as Fact[]
        const others = articles.filter(facts => facts !== changed)
        expect(changeRecord({ before: others, after: articles, changed })).toEqual(
          relateEvents(articles.flat(), GROUND),
        )
        expect(changeRecord({ before: articles, after: others, changed })).toEqual(
          relateEvents(others.flat(), GROUND),
        )
      }),
      { numRuns: 150 },
    )
  })
})

/** The events of a record to which a change is made as a store would make it. */
function changeRecord({
  before,
  after,
  changed,
}: Readonly<Record<'before' | 'after', Fact[][]> & { changed: Fact[] }>): Event[] {
  const shelf = after.map(facts => ({
    facts,
    blocks: new Set(eventBlocks(facts, GROUND).map(({ block }) => block)),
  }))
  const fetch = (blocks: readonly string[]) =>
    shelf
      .filter(row => blocks.some(block => row.blocks.has(block)))
      .flatMap(({ facts }) => eventBlocks(facts, GROUND))
  const { claims, events } = relateAround(
    eventBlocks(changed, GROUND).map(({ block }) => block),
    { fetch, ground: GROUND },
  )
  const gone = new Set([...claims, ...changed.map(({ key }) => key)])
  const kept = relateEvents(before.flat(), GROUND).filter(
    event => !event.claims.some(claim => gone.has(claim)),
  )
  return [...kept, ...events].sort((a, b) => (a.id < b.id ? -1 : 1))
}
