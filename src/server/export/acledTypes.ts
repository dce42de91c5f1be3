/** Types of events and kinds of actors in the words of ACLED's codebook. */
import type { ClaimType } from '../../model.ts'

/** ACLED's three levels. */
export interface AcledType {
  readonly disorder: 'Political violence' | 'Strategic developments'
  readonly event: string
  readonly subEvent: string
}

const BATTLES = 'Battles'
const REMOTE = 'Explosions/Remote violence'
const CIVILIANS = 'Violence against civilians'
const STRATEGIC = 'Strategic developments'

function violence(event: string, subEvent: string): AcledType {
  return { disorder: 'Political violence', event, subEvent }
}

function development(subEvent: string): AcledType {
  return { disorder: STRATEGIC, event: STRATEGIC, subEvent }
}

const CLASH = violence(BATTLES, 'Armed clash')

/**
 * The types that have a place in the codebook, the most telling first: an event that has several is the first of them.
 * What is not here (a hold, a statement, talks, aid, a road that is open, a hazard) is no event there.
 */
const TYPES: readonly (readonly [ClaimType, AcledType])[] = [
  ['airstrike', violence(REMOTE, 'Air/drone strike')],
  ['shelling', violence(REMOTE, 'Shelling/artillery/missile attack')],
  ['explosive', violence(REMOTE, 'Remote explosive/landmine/IED')],
  ['capture', CLASH],
  ['lose', CLASH],
  ['advance', CLASH],
  ['clash', CLASH],
  ['assault', CLASH],
  ['repel', CLASH],
  ['abuse', violence(CIVILIANS, 'Attack')],
  ['casualties', CLASH],
  ['destruction', development('Looting/property destruction')],
  ['seize', development('Disrupted weapons use')],
  ['demine', development('Disrupted weapons use')],
  ['transfer', development('Other')],
  ['agree', development('Agreement')],
  ['besiege', development('Other')],
  ['deploy', development('Other')],
  ['displacement', development('Other')],
]

/** The codebook's type of an event, before its actors are looked at; undefined where it has none. */
export function findAcledType(types: readonly ClaimType[]): AcledType | undefined {
  return TYPES.find(([type]) => types.includes(type))?.[1]
}

/** A battle after which a place has another holder: by whether a state's forces or others took it. */
export function takenBy(isState: boolean): AcledType {
  return violence(BATTLES, isState ? 'Government regains territory' : 'Non-state actor overtakes territory')
}

/** An attack on those who do not fight. */
export const ATTACK: AcledType = violence(CIVILIANS, 'Attack')

/** The word of the codebook for a state's forces. */
export const STATE = 'State Forces'
/** The word of the codebook for people who do not fight. */
export const UNARMED = 'Civilians'
const FOREIGN = 'Foreign / Others'

const KINDS: Readonly<Record<string, string>> = {
  army: STATE,
  'air-force': STATE,
  government: STATE,
  ministry: STATE,
  police: STATE,
  state: STATE,
  faction: 'Rebel Forces',
  militia: 'Militia Groups',
  party: 'Militia Groups',
  tribe: 'Communal / Identity Groups',
  international: FOREIGN,
}

/** Actors who are not said to be anyone but people. */
const PEOPLE = 'civilians'

/** What an actor is to a country, in the codebook's words; empty where its kind does not say, or a state's home is not known. */
export function findInter(actor: string, kind: string, { home, country }: Inter): string {
  if (actor === PEOPLE) return UNARMED
  const word = KINDS[kind] ?? ''
  if (word === '' || home === undefined || country === undefined) return word === STATE ? '' : word
  return home.split('|').includes(country) ? word : FOREIGN
}

interface Inter {
  /** The actor's countries, `SY|IQ`. */
  readonly home: string | undefined
  /** The country of the event, `SY`. */
  readonly country: string | undefined
}

/** Numbers of ISO 3166-1 of the countries of which the record's reports tell most; others are left empty. */
const NUMBERS: Readonly<Record<string, number>> = {
  ae: 784,
  bh: 48,
  dz: 12,
  eg: 818,
  iq: 368,
  ir: 364,
  il: 376,
  jo: 400,
  kw: 414,
  lb: 422,
  ly: 434,
  ma: 504,
  om: 512,
  ps: 275,
  qa: 634,
  sa: 682,
  sd: 729,
  ss: 728,
  sy: 760,
  tn: 788,
  tr: 792,
  ye: 887,
}
/** Countries of these that ACLED files under Northern Africa; the rest are Middle East. */
const NORTH_AFRICA = new Set(['dz', 'eg', 'ly', 'ma', 'sd', 'tn'])

/** The number and the region of a country's id, `sy`; `null` where they are not known here. */
export function findCountry(id: string): { iso: number | null; region: string | null } {
  const iso = NUMBERS[id] ?? null
  if (iso === null || id === 'ss') return { iso, region: id === 'ss' ? 'Eastern Africa' : null }
  return { iso, region: NORTH_AFRICA.has(id) ? 'Northern Africa' : 'Middle East' }
}
