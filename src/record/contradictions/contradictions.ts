/** What cannot both hold: within an event, and about who has a place. Shown as it is, never settled by a count. */
import type { Claim, ClaimType } from '../../model.ts'
import { isOneSide } from '../control.ts'
import { dayNumber, findDays, writeDay } from '../days.ts'
import type { Fact } from '../facts.ts'
import { type Ground, isOverlap } from '../ground.ts'
import type { Contradiction, Event } from '../relations.ts'
import { isLater, listPlaces, nameCounted, opposeNumbers } from './numbers.ts'
import { groupSides, opposeSides, type Subject } from './sides.ts'

/** Types of acts that one side does, so that two doers dispute one deed. In a battle all sides attack and all repel. */
const DEEDS = new Set<ClaimType>([
  'capture',
  'airstrike',
  'shelling',
  'explosive',
  'casualties',
  'destruction',
  'abuse',
])

/**
 * The contradictions of an event among `facts`, which are its own. Two claims that merely differ in how exact they are do
 * not contradict each other: 12 and "more than 10", 2017-10 and 2017-10-31, a quarter and its town.
 *
 * Two articles have 12 killed and one has 15 → `number`, with two claims against one; `resolved: 'later'` where the 15 came
 * out after the others, `scope` where the 12 are of a quarter of the town. Only what is said to have happened counts, and
 * for `polarity` what is denied. One voice does not contradict itself: it tells of two things.
 */
export function findContradictions(event: Event, facts: readonly Fact[], ground: Ground): Contradiction[] {
  if (!isOneHappening(event)) return []
  const about = (kind: Subject['kind']): Subject => ({
    kind,
    event: event.id,
    place: event.places[0] ?? null,
  })
  const asserted = facts.filter(({ claim }) => claim.modality === 'asserted')
  return [
    ...opposeNumbers(asserted, about('number'), ground),
    ...opposePlaces(asserted, about('place'), ground),
    ...opposeDates(asserted, about('date')),
    ...opposeActors(asserted, about('actor'), ground),
    ...opposePolarity(facts, about('polarity'), ground),
  ].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Longest time, in days, of an event of which two claims must be about the same: without days it may be of many things. */
const LONGEST = 7

function isOneHappening({ time }: Event): boolean {
  const { from, to } = findDays(time)
  return from !== null && to !== null && dayNumber(to) - dayNumber(from) < LONGEST
}

/** Places that do not meet, of claims that give the same numbers: what two outlets put into two villages. */
function opposePlaces(facts: readonly Fact[], subject: Subject, ground: Ground): Contradiction[] {
  const counted = facts.filter(({ claim }) => (claim.count?.min ?? 0) > 1)
  const sides = groupSides(counted, voice => {
    const places = listPlaces(voice)
    const numbers = voice.map(({ claim }) => nameNumber(claim))
    return places.length === 0 ? undefined : { label: places.join(' '), value: { places, numbers } }
  })
  return opposeSides(sides, subject, {
    isOpposed: ({ value }, other) =>
      value.numbers.some(number => other.value.numbers.includes(number)) &&
      !isMeeting(value.places, other.value.places, ground),
    resolve: () => null,
  })
}

function nameNumber({ type, count }: Claim): string {
  return count === null ? type : `${count.min}-${count.max} ${nameCounted(type, count)}`
}

function isMeeting(places: readonly string[], others: readonly string[], { within }: Ground): boolean {
  return places.some(place => others.some(other => isOverlap(within, place, other)))
}

/** Days that texts name. What only its publication dates has no say. */
function opposeDates(facts: readonly Fact[], subject: Subject): Contradiction[] {
  const sides = groupSides(
    facts.filter(({ dated }) => dated === 'text'),
    voice => {
      const days = voice.flatMap(({ days: { from, to } }) =>
        from === null || to === null ? [] : [{ from, to }],
      )
      if (days.length === 0) return undefined
      const from = Math.min(...days.map(day => dayNumber(day.from)))
      const to = Math.max(...days.map(day => dayNumber(day.to)))
      return { label: [...new Set([from, to])].map(writeDay).join('/'), value: { from, to } }
    },
  )
  return opposeSides(sides, subject, {
    isOpposed: ({ value }, other) => value.to < other.value.from || other.value.to < value.from,
    resolve: () => null,
  })
}

function opposeActors(facts: readonly Fact[], subject: Subject, ground: Ground): Contradiction[] {
  const acts = facts.filter(({ claim }) => DEEDS.has(claim.type))
  return [...Map.groupBy(acts, ({ claim }) => claim.type)].flatMap(([type, group]) => {
    const sides = groupSides(group, voice => {
      const actors = [...new Set(voice.flatMap(({ claim }) => listActors(claim)))].sort()
      if (actors.length === 0) return undefined
      return { label: `${actors.join(' ')} ${type}`, value: { actors, places: listPlaces(voice) } }
    })
    return opposeSides(sides, subject, {
      isOpposed: ({ value }, other) =>
        !isPossiblySame(value.actors, other.value.actors, ground) &&
        isMeeting(value.places, other.value.places, ground),
      resolve: () => null,
    })
  })
}

function listActors({ agent }: Claim): string[] {
  return agent.flatMap(({ actor }) => actor ?? [])
}

/** Said to have happened and said not to have: one type, one place or part of it, and agents that go together. */
function opposePolarity(facts: readonly Fact[], subject: Subject, ground: Ground): Contradiction[] {
  const decided = facts.filter(({ claim }) => claim.modality === 'asserted' || claim.modality === 'negated')
  return [...Map.groupBy(decided, ({ claim }) => claim.type)].flatMap(([type, group]) => {
    const yes = group.filter(({ claim }) => claim.modality === 'asserted')
    const no = group.filter(({ claim }) => claim.modality === 'negated')
    const sides = [
      {
        label: `asserted ${type}`,
        value: null,
        facts: yes.filter(fact => no.some(their => isSameAct(fact, their, ground))),
      },
      {
        label: `negated ${type}`,
        value: null,
        facts: no.filter(fact => yes.some(their => isSameAct(fact, their, ground))),
      },
    ]
    return opposeSides(sides, subject, {
      isOpposed: () => true,
      resolve: (one, other) => {
        if (!listPlaces(one.facts).some(place => listPlaces(other.facts).includes(place))) return 'scope'
        return isLater(one.facts, other.facts) || isLater(other.facts, one.facts) ? 'later' : null
      },
    })
  })
}

function isSameAct(fact: Fact, other: Fact, ground: Ground): boolean {
  const isHere = isMeeting(listPlaces([fact]), listPlaces([other]), ground)
  return isHere && isPossiblySame(listActors(fact.claim), listActors(other.claim), ground)
}

/** True where any of either is on one side with any of the other, and where one names nobody. */
function isPossiblySame(actors: readonly string[], others: readonly string[], ground: Ground): boolean {
  if (actors.length === 0 || others.length === 0) return true
  return actors.some(actor => others.some(other => isOneSide(actor, other, ground)))
}
