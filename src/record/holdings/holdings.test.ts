import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GROUND } from '../invented.ts'
import type { Control, ControlKind, Holding, View } from '../relations.ts'
import { holdersAt, listControlPlaces, relateHolding, relateHoldings } from './holdings.ts'

let serial = 0

/** "red takes alder 9": on that day of May 2017, said on it by the article's own outlet. */
function say(words: string, says: Partial<Control> = {}): Control {
  const [actor = '', kind = '', place = '', day = ''] = words.split(' ')
  const date = `2017-05-${day.padStart(2, '0')}`
  const claim = `claim ${++serial}`
  return {
    claim,
    article: claim,
    place,
    actor,
    kind: kind as ControlKind,
    from: date,
    to: date,
    isDated: true,
    stated: date,
    root: claim,
    outlet: null,
    family: claim,
    isAdmission: false,
    isPart: false,
    ...says,
  }
}

const undated = (words: string, says: Partial<Control> = {}) => {
  const control = say(words, says)
  return { ...control, from: control.kind === 'takes' ? null : control.from, isDated: false }
}

function show({ holders, from, to, state, how }: Holding): string {
  const days = `${from.slice(8)}-${to?.slice(8) ?? ''}`
  return [days, holders.join('+'), state === 'held' ? '' : state, how === 'stated' ? '' : how]
    .filter(Boolean)
    .join(' ')
}

const holdings = (controls: readonly Control[], view: View = {}, place = 'alder') =>
  relateHolding(place, controls, { view, ground: GROUND }).map(show)

describe('a place over time', () => {
  it('a later take ends a holding, a hold extends it, silence does not end it', () => {
    const controls = [say('red takes alder 9'), say('red holds alder 12'), say('blue takes alder 20')]
    expect(holdings(controls)).toEqual(['09-19 red', '20- blue'])
    expect(relateHolding('alder', controls, { view: {}, ground: GROUND })[0]).toMatchObject({
      confirmed: '2017-05-12',
    })
  })

  it('a loss ends the loser’s, and the rest stay', () => {
    expect(holdings([say('red takes alder 9'), say('red loses alder 12')])).toEqual(['09-11 red'])
    const part = say('blue takes alder 10', { isPart: true })
    expect(holdings([say('red takes alder 9'), part, say('red loses alder 12')])).toEqual([
      '09-09 red',
      '10-11 blue+red shared',
      '12- blue shared',
    ])
  })

  it('a take of some days is held from the last of them', () => {
    const [holding] = relateHolding('alder', [say('red takes alder 9', { from: '2017-05-07' })], {
      view: {},
      ground: GROUND,
    })
    expect(holding).toMatchObject({ from: '2017-05-09', earliest: '2017-05-07' })
  })

  it('a state with a known beginning is there from then on', () => {
    expect(holdings([say('red holds alder 9', { from: '2017-05-02' })])).toEqual(['02- red'])
  })

  it('sources that contradict each other in turn dispute it, for as long as they do', () => {
    const controls = ['red takes alder 9', 'blue holds alder 11', 'red holds alder 13', 'red holds alder 15']
    expect(holdings(controls.map(words => say(words)))).toEqual([
      '09-10 red',
      '11-12 blue+red disputed',
      '13- red',
    ])
  })

  it('who changes hands without a word of a fight', () => {
    expect(holdings([say('red holds alder 9'), say('blue holds alder 15')])).toEqual([
      '09-14 red',
      '15- blue',
    ])
  })

  it('allies, and those whom a claim names together, do not dispute it', () => {
    expect(holdings([say('red takes alder 9'), say('guard holds alder 9')])).toEqual(['09- guard+red'])
    const together = [say('red takes alder 9', { claim: 'x' }), say('blue takes alder 9', { claim: 'x' })]
    expect(holdings(together)).toEqual(['09- blue+red'])
    const apart = [say('red takes alder 2', { claim: 'y' }), say('blue loses alder 2', { claim: 'y' })]
    expect(holdings([...apart, ...together])).toEqual(['02-08 red', '09- blue+red disputed'])
  })

  it('a fight in it is marked on its days, an ally’s advance is not', () => {
    const fight = [
      say('red contests alder 12', { claim: 'x' }),
      say('blue contests alder 12', { claim: 'x' }),
    ]
    expect(holdings([say('red takes alder 9'), ...fight, say('guard contests alder 14')])).toEqual([
      '09-11 red',
      '12-12 blue+red fought',
      '13- red',
    ])
    expect(holdings(fight)).toEqual(['12-12 blue+red fought'])
    expect(holdings([say('red contests alder 12')])).toEqual([])
  })
})

describe('words without a day of their own', () => {
  it('one of them against what is dated marks its day, two articles count', () => {
    const taken = say('red takes alder 9')
    const [first, second] = [undated('blue holds alder 14'), undated('blue holds alder 16')]
    expect(holdings([taken, first])).toEqual(['09-13 red', '14-14 blue+red disputed', '15- red'])
    expect(holdings([taken, first, second])).toEqual(['09-13 red', '14-15 blue+red disputed', '16- blue'])
  })

  it('they confirm, and fill where nobody gives a day', () => {
    expect(holdings([undated('red takes alder 9')])).toEqual(['09- red'])
    expect(holdings([say('blue takes alder 9'), undated('red takes alder 14')])).toEqual(['09- blue'])
    const confirmed = [say('red takes alder 9'), undated('red takes alder 14')]
    expect(relateHolding('alder', confirmed, { view: {}, ground: GROUND })).toMatchObject([
      { confirmed: '2017-05-14', claims: confirmed.map(({ claim }) => claim) },
    ])
  })

  it('an article’s undated hold is background to its own news', () => {
    const news = [
      say('red takes alder 9', { article: 'n' }),
      undated('blue holds alder 10', { article: 'n' }),
    ]
    expect(holdings(news)).toEqual(['09- red'])
  })
})

describe('the containment tree', () => {
  it('goes down where nothing else is said, and never up', () => {
    expect(holdings([say('red takes vale 9')])).toEqual(['09- red inherited'])
    expect(holdings([say('red takes vale 9'), say('blue takes alder 12')])).toEqual([
      '09-11 red inherited',
      '12- blue',
    ])
    expect(holdings([say('blue takes alder 12'), say('red takes vale 20')])).toEqual(['12- blue'])
    expect(holdings([say('red takes east 9')])).toEqual([])
  })

  it('a town is taken with its quarters', () => {
    const controls = [say('blue takes east 9'), say('red takes alder 20')]
    expect(holdings(controls, {}, 'east')).toEqual(['09-19 blue', '20- red inherited'])
    expect(holdings(controls, {}, 'mill')).toEqual(['20- red inherited'])
  })

  it('names the places whose controls matter', () => {
    expect(listControlPlaces('east', GROUND)).toEqual(['east', 'alder', 'vale', 'north', 'land'])
  })
})

describe('views', () => {
  const red = { root: 'r', outlet: 'red times', family: 'red press' }
  const blue = { root: 'b', outlet: 'blue news', family: 'blue press' }
  const controls = [
    say('red takes alder 9', red),
    say('blue takes alder 9', blue),
    say('blue holds alder 20', red),
  ]

  it('by root, outlet and family', () => {
    expect(holdings(controls, { roots: ['b'] })).toEqual(['09- blue'])
    expect(holdings(controls, { outlets: ['red times'] })).toEqual(['09-19 red', '20- blue'])
    expect(holdings(controls, { families: ['red press'], roots: ['b'] })).toEqual([
      '09-19 blue+red disputed',
      '20- blue',
    ])
  })

  it('as of a day: what had been said by then', () => {
    expect(holdings(controls, { asOf: '2017-05-19', outlets: ['red times'] })).toEqual(['09- red'])
  })

  it('only what a side admits', () => {
    expect(
      holdings([...controls, say('blue takes alder 12', { isAdmission: true })], { isAdmitted: true }),
    ).toEqual(['12- blue'])
  })

  it('all agree: a holder only where each that has a word says so', () => {
    expect(holdings(controls, { isAgreed: true })).toEqual(['09-19 blue+red disputed', '20- blue'])
  })

  it('what is implied, only when asked for and where nothing is said', () => {
    const bombed = [say('blue implied alder 3'), say('red takes alder 9')]
    expect(holdings(bombed)).toEqual(['09- red'])
    expect(holdings(bombed, { hasImplied: true })).toEqual(['03-08 blue implied', '09- red'])
  })

  it('of a day, by place', () => {
    const all = relateHoldings([say('red takes alder 9'), say('blue takes birch 12')], {}, GROUND)
    expect([...holdersAt(all, '2017-05-10')].map(([place, { holders }]) => [place, ...holders])).toEqual([
      ['alder', 'red'],
    ])
  })
})

const CLAIMS = fc.array(
  fc.record({
    actors: fc.subarray(['red', 'blue', 'guard'], { minLength: 1 }),
    kind: fc.constantFrom<ControlKind>('takes', 'holds', 'loses', 'contests', 'implied'),
    place: fc.constantFrom('vale', 'alder', 'east'),
    day: fc.integer({ min: 10, max: 28 }),
    length: fc.constantFrom(0, 0, 1, 9),
    article: fc.constantFrom('a1', 'a2', 'a3'),
    root: fc.constantFrom('r', 'b', 'g'),
    isDated: fc.boolean(),
    isPart: fc.boolean(),
  }),
  { maxLength: 25 },
)
const VIEWS = fc.record({ isAgreed: fc.boolean(), hasImplied: fc.boolean() })

type Drawn = typeof CLAIMS extends fc.Arbitrary<infer T> ? T : never

const inventAll = (claims: Drawn): Control[] =>
  claims.flatMap(({ actors, kind, place, day, length, ...says }, i) =>
    actors.map(actor =>
      say(`${actor} ${kind} ${place} ${day}`, {
        ...says,
        claim: `claim ${i}`,
        from: `2017-05-${String(day - length).padStart(2, '0')}`,
      }),
    ),
  )

describe('promises', () => {
  it('the order and copies of controls change nothing', () => {
    fc.assert(
      fc.property(CLAIMS, VIEWS, fc.infiniteStream(fc.nat()), (drawn, view, numbers) => {
        const controls = inventAll(drawn)
        const shuffled = [...controls, ...controls.slice(0, 5)]
          .map(control => ({ control, key: numbers.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ control }) => control)
        expect(relateHoldings(shuffled, view, GROUND)).toEqual(relateHoldings(controls, view, GROUND))
      }),
    )
  })

  it('the holdings of a place follow each other and each has its claims', () => {
    fc.assert(
      fc.property(CLAIMS, VIEWS, (drawn, view) => {
        const found = relateHolding('east', inventAll(drawn), { view, ground: GROUND })
        for (const [i, { from, to, claims, holders, confirmed }] of found.entries()) {
          expect(claims.length * holders.length).toBeGreaterThan(0)
          expect(to === null || from <= to).toBe(true)
          expect(to === null || confirmed <= to).toBe(true)
          expect(i === 0 || (found[i - 1]?.to ?? '9') < from).toBe(true)
        }
      }),
    )
  })

  it('what is said of smaller places changes nothing of the larger', () => {
    fc.assert(
      fc.property(CLAIMS, VIEWS, (drawn, view) => {
        const controls = inventAll(drawn)
        const larger = controls.filter(({ place }) => place !== 'east')
        const relate = (said: readonly Control[]) => relateHolding('alder', said, { view, ground: GROUND })
        expect(relate(controls)).toEqual(relate(larger))
      }),
    )
  })
})
