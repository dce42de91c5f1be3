/** Readings made by hand, for tests of what comes after reading. Outlets and sentences are invented. */
import { createHash } from 'node:crypto'
import type { Article, Claim, Mention, Reading, Source } from '../model.ts'
import type { Ground } from '../record/ground.ts'
import { type Entry, makeEntry } from './entry.ts'
import type { Gazette, NameRow } from './names.ts'

const NOTHING = { side: '', within: null, lat: null, lon: null, precision: '', domain: null, family: null }

function name(id: string, arabic: string, more: Partial<NameRow> = {}): NameRow {
  return { ...NOTHING, id, name: arabic, en: id, kind: '', folded: arabic, ...more }
}

const PLACES = [
  name('sy', 'سوريا', { kind: 'country' }),
  name('sy-dez', 'دير الزور', { kind: 'governorate', within: 'sy' }),
  name('sy-dez-city', 'مدينة دير الزور', { kind: 'city', within: 'sy-dez', lat: 35.33, lon: 40.14 }),
  name('sy-dez-hamidiya', 'حي الحميديه', {
    kind: 'quarter',
    within: 'sy-dez-city',
    lat: 35.34,
    lon: 40.15,
  }),
]

/** The ground of the gazetteer below. */
export const MADE_GROUND: Ground = {
  within: new Map(PLACES.map(({ id, within }) => [id, within])),
  placeKinds: new Map(PLACES.map(({ id, kind }) => [id, kind])),
  actorKinds: new Map([
    ['isis', 'faction'],
    ['syrian-army', 'army'],
  ]),
  actorCountries: new Map([
    ['isis', 'SY|IQ'],
    ['syrian-army', 'SY'],
  ]),
  families: new Map([
    ['furat', 'river'],
    ['jisr', 'jisr'],
  ]),
  placeWords: new Map(),
  seats: new Set(),
  sides: new Map(),
  owners: new Map(),
  partWords: new Set(),
  insideWords: new Set(),
}

/** A gazetteer of four places, each within the one before it; two actors, two outlets. */
export const GAZETTE: Gazette = {
  version: 'v1',
  places: PLACES,
  actors: [name('isis', 'تنظيم الدوله', { side: 'isis' }), name('syrian-army', 'الجيش', { side: 'gov' })],
  outlets: [name('furat', 'صدى الفرات', { domain: 'furat.example', family: 'river' }), name('jisr', 'الجسر')],
  ground: MADE_GROUND,
}

const WITHIN = new Map(GAZETTE.places.map(({ id, within }) => [id, within]))

/** What a made article says; everything has a usual value. */
export interface Made {
  readonly text?: string
  readonly name?: string
  readonly outlet?: string | null
  readonly published?: string | null
  readonly lexicon?: string
  readonly claims?: readonly Partial<Claim>[]
  /** Beside the place that every made article names. */
  readonly mentions?: readonly Mention[]
}

/** A source of a chain, without a span of its own. */
export function madeSource(text: string, kind: Source['kind'], actor: string | null = null): Source {
  return { text, kind, span: [0, 0], actor }
}

/** A claim that is a capture of al-Hamidiya by the army, unless said otherwise. */
export function madeClaim(more: Partial<Claim> = {}): Claim {
  const place = {
    place: 'sy-dez-hamidiya',
    text: 'حي الحميدية',
    role: 'at',
    span: [18, 29],
    lat: 35.34,
    lon: 40.15,
  } as const
  return {
    id: 'c1',
    type: 'capture',
    span: [0, 29],
    evidence: 'سيطرت قوات الجيش على حي الحميدية',
    cue: null,
    agent: [{ actor: 'syrian-army', text: 'قوات الجيش', span: [6, 16] }],
    target: [],
    places: [place],
    time: '2017-11-01',
    timeSpan: null,
    timeFrom: null,
    modality: 'asserted',
    count: null,
    sources: [],
    stance: 'none',
    optional: false,
    because: ['made'],
    confidence: 1,
    ...more,
  }
}

/** A made reading; different texts are different articles. */
export function madeReading(made: Made = {}): Reading {
  const text =
    made.text ?? 'سيطرت قوات الجيش على حي الحميدية في مدينة دير الزور.\nوقال مصدر محلي إن الاشتباكات مستمرة.'
  const published = made.published === undefined ? '2017-11-02' : made.published
  const article: Article = {
    id: createHash('sha256').update(text).digest('hex'),
    name: made.name ?? 'made',
    text,
    format: 'text',
    outlet: made.outlet === undefined ? 'furat' : made.outlet,
    url: null,
    title: { span: [0, 16] },
    published,
    publishedFrom: published === null ? null : 'dateline',
    updated: null,
    credits: [{ text: 'وكالات', span: [0, 5] }],
    body: [0, text.length],
    regions: [],
    lexicon: made.lexicon ?? 'v1',
  }
  const claims = (made.claims ?? [{}]).map((claim, i) => madeClaim({ id: `c${i + 1}`, ...claim }))
  return {
    article,
    mentions: [
      { kind: 'place', place: 'sy-dez', text: 'دير', span: [0, 3], lat: null, lon: null, precision: 'area' },
      ...(made.mentions ?? []),
    ],
    claims,
  }
}

/** A made reading laid out for a record; `path` is where it is said to have been read. */
export function madeEntry(made: Made = {}, path = `${made.name ?? 'made'}.txt`): Entry {
  const reading = madeReading(made)
  const original = new TextEncoder().encode(reading.article.text)
  return makeEntry(reading, { original, path, readAt: '2026-01-01T00:00:00.000Z', within: WITHIN })
}
