/** An invented country and facts about it, for the tests of the record. */
import { compileLexicon, type Tables } from '../lexicon/lexicon.ts'
import { TABLE_NAMES } from '../lexicon/tables.ts'
import type { ClaimPlace, ClaimType, Count, Modality, Participant, PlaceRole, Source } from '../model.ts'
import { findDays } from './days.ts'
import { type ArticleFact, type Fact, readFact } from './facts.ts'
import { type Ground, readGround } from './ground.ts'

/** Two provinces; in the first a seat of its name, and a district with two towns, one of which has two quarters and a mill. */
const PLACES: Readonly<Record<string, readonly [kind: string, within: string | null]>> = {
  land: ['country', null],
  north: ['governorate', 'land'],
  south: ['governorate', 'land'],
  seat: ['city', 'north'],
  vale: ['district', 'north'],
  alder: ['town', 'vale'],
  birch: ['town', 'vale'],
  mill: ['facility', 'alder'],
  east: ['quarter', 'alder'],
  west: ['quarter', 'alder'],
  cedar: ['town', 'south'],
}

const NO_TABLES = Object.fromEntries(TABLE_NAMES.map(name => [name, []])) as unknown as Tables

/** The ground of the invented country. */
export const GROUND: Ground = {
  ...readGround(compileLexicon(NO_TABLES)),
  within: new Map(Object.entries(PLACES).map(([id, [, within]]) => [id, within])),
  placeKinds: new Map(Object.entries(PLACES).map(([id, [kind]]) => [id, kind])),
  actorKinds: new Map([
    ['red', 'army'],
    ['blue', 'army'],
    ['guard', 'militia'],
  ]),
  placeWords: new Map([
    ['countryside', 'countryside'],
    ['town', 'town'],
    ['city', 'city'],
  ]),
  insideWords: new Set(),
  seats: new Set(['seat']),
  sides: new Map([
    ['red', ['red', 'guard']],
    ['guard', ['guard']],
    ['blue', ['blue']],
  ]),
}

/** What a fact says; what is not given is left out of the claim. */
export interface Invented {
  readonly article?: string
  readonly claim?: string
  readonly outlet?: string | null
  readonly family?: string
  readonly published?: string | null
  readonly credits?: readonly string[]
  readonly type?: ClaimType
  readonly at?: number
  /** Names of places: an id, or `id:role`, or `id:role:words`; an unknown id has no row. */
  readonly places?: readonly string[]
  readonly time?: string | null
  readonly agent?: readonly (string | null)[]
  readonly target?: readonly (string | null)[]
  readonly count?: Count | null
  readonly modality?: Modality
  readonly sources?: readonly Source[]
  readonly evidence?: string
}

/** A fact of the invented country: an airstrike on Alder on 3 May, unless it says otherwise. */
export function invent(says: Invented = {}): Fact {
  const {
    article = 'a',
    outlet = `outlet of ${article}`,
    published = '2017-05-03',
    at = 0,
    evidence = '',
  } = says
  const claim = {
    id: says.claim ?? 'c1',
    type: says.type ?? 'airstrike',
    span: [at, at + 1] as const,
    evidence,
    cue: null,
    agent: (says.agent ?? []).map(participant),
    target: (says.target ?? []).map(participant),
    places: (says.places ?? ['alder']).map(place),
    time: says.time === undefined ? '2017-05-03' : says.time,
    timeSpan: null,
    timeFrom: null,
    modality: says.modality ?? 'asserted',
    count: says.count ?? null,
    sources: says.sources ?? [],
    stance: 'none',
    optional: false,
    because: [],
    confidence: 1,
  } as const
  return readFact(claim, inventArticle({ ...says, article, outlet, published }))
}

type Told = Pick<Invented, 'family' | 'credits'> &
  Readonly<Record<'article', string> & Record<'outlet' | 'published', string | null>>

function inventArticle({ article, outlet, published, family, credits = [] }: Told): ArticleFact {
  return {
    id: article,
    name: article,
    outlet,
    family: family ?? outlet ?? article,
    published,
    publishedFrom: 'hint',
    days: findDays(published),
    credits,
  }
}

function participant(actor: string | null): Participant {
  return { actor, text: actor ?? 'fighters', span: [0, 1] }
}

function place(name: string): ClaimPlace {
  const [id = '', role = 'at', text = id] = name.split(':')
  return {
    place: id in PLACES ? id : null,
    text,
    role: role as PlaceRole,
    span: [0, 1],
    lat: null,
    lon: null,
  }
}

/** So many killed, or as `outcome` says. */
export function killed(min: number, max: number | null = min, outcome: Count['outcome'] = ['killed']): Count {
  return { what: 'person', min, max, outcome }
}

/** A source of a chain. */
export function source(text: string, kind: Source['kind'], actor: string | null = null): Source {
  return { text, kind, actor, span: [0, 1] }
}
