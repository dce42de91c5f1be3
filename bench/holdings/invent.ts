/** Controls of a made-up country: provinces of towns with quarters, two armies, five years. */
import { writeDay } from '../../src/record/days.ts'
import type { Ground } from '../../src/record/ground.ts'
import type { Control, ControlKind } from '../../src/record/relations.ts'

const KINDS: readonly ControlKind[] = [
  'takes',
  'holds',
  'holds',
  'holds',
  'loses',
  'contests',
  'contests',
  'implied',
]
const ACTORS = ['red', 'blue', 'green']
const PROVINCES = 20
const TOWNS = 100
const QUARTERS = 4
const FIRST_DAY = 16_801 // 2016-01-01
const DAYS = 1_800

/** Numbers that are the same in every run: a linear congruence, taken at its upper bits. */
function drawNumbers(): (below: number) => number {
  let seed = 20_171_017
  return below => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((seed / 2 ** 32) * below)
  }
}

/** So many controls, the ground that they stand on, and a town of it. */
export function inventControls(count: number): { controls: Control[]; ground: Ground; town: string } {
  const within = new Map<string, string | null>()
  const placeKinds = new Map<string, string>()
  const add = (id: string, kind: string, holder: string | null) => {
    within.set(id, holder)
    placeKinds.set(id, kind)
  }
  for (let p = 0; p < PROVINCES; p++) {
    add(`p${p}`, 'governorate', null)
    for (let t = 0; t < TOWNS; t++) {
      add(`p${p}t${t}`, 'town', `p${p}`)
      for (let q = 0; q < QUARTERS; q++) add(`p${p}t${t}q${q}`, 'quarter', `p${p}t${t}`)
    }
  }
  const places = [...within.keys()]
  const draw = drawNumbers()
  const controls = Array.from({ length: count }, (_, i) => inventControl(i, places, draw))
  const none = {
    actorKinds: new Map(),
    actorCountries: new Map(),
    families: new Map(),
    placeWords: new Map(),
    owners: new Map(),
  }
  const sets = { seats: new Set<string>(), partWords: new Set<string>(), insideWords: new Set<string>() }
  const sides = new Map(ACTORS.map(actor => [actor, [actor]]))
  return { controls, ground: { within, placeKinds, sides, ...none, ...sets }, town: 'p3t7' }
}

function inventControl(i: number, places: readonly string[], draw: (below: number) => number): Control {
  const day = writeDay(FIRST_DAY + draw(DAYS))
  return {
    claim: `c${i}`,
    article: `a${i >> 2}`,
    place: places[draw(places.length)] as string,
    actor: ACTORS[draw(ACTORS.length)] as string,
    kind: KINDS[draw(KINDS.length)] as ControlKind,
    from: day,
    to: day,
    isDated: draw(2) === 0,
    stated: day,
    root: `r${draw(400)}`,
    outlet: `o${draw(60)}`,
    family: `f${draw(40)}`,
    isAdmission: draw(50) === 0,
    isPart: draw(4) === 0,
  }
}
