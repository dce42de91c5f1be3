/** `hasab show place`: what holds it and what it holds, who held it when according to whom, its claims by voice. */
import type { Difference, Holding } from '../record/relations.ts'
import type { Names } from '../server/api.ts'
import { findNames } from '../server/names.ts'
import type { PlaceHoldings } from '../store/holdings.ts'
import type { ReferenceRow } from '../store/references.ts'
import type { PlacePage, Store } from '../store/store.ts'
import { type Io, say } from './io.ts'
import { listValues, tellContradiction } from './tellContradiction.ts'
import { nameIn, pad, tellKind } from './text.ts'

/** Points of one voice that are printed. */
const POINTS = 30
/** Voices whose holdings are printed. */
const VOICES = 20

/** A place with who held it and what chronologies say of it. */
export interface WholePlace extends PlacePage {
  readonly holdings: PlaceHoldings['holdings']
  readonly holders: PlaceHoldings['voices']
  readonly references: readonly ReferenceRow[]
  readonly contradictions: PlaceHoldings['contradictions']
}

/** Reads all that is shown of a place; undefined where the gazetteer has none of that id. */
export async function readWholePlace(store: Store, id: string): Promise<WholePlace | undefined> {
  const page = await store.findPlace(id)
  const held = await store.findHoldings(id, {})
  if (page === undefined || held === undefined) return undefined
  const references = await store.compareReferences(id, held.holdings)
  const { holdings, voices: holders, contradictions } = held
  return { ...page, holdings, holders, references, contradictions }
}

/** Prints a place. */
export async function printPlace(store: Store, io: Io, page: WholePlace): Promise<void> {
  const { place, chain, inside } = page
  await io.out(`${place.name} · ${place.en} · ${place.id}\n`)
  if (place.lat !== null) await io.out(`${place.lat}, ${place.lon}\n`)
  await io.out(`${chain.map(({ name, id }) => `< ${name} [${id}]`).join(' ')}\n`)
  await io.out(`${say(io, 'find.claims', { total: place.claims })}\n`)
  if (inside.length > 0)
    await io.out(`${inside.map(({ name, id, claims }) => `${name} [${id}] ${claims}`).join(' · ')}\n`)
  await printHoldings(store, io, page)
  await printVoices(io, page)
}

async function printHoldings(store: Store, io: Io, page: WholePlace): Promise<void> {
  const { holdings, holders, references, contradictions } = page
  const values = listValues(contradictions)
  const all = [...holdings, ...holders.flatMap(voice => voice.holdings)]
  const names = await findNames(store, {
    actors: [...all.flatMap(one => one.holders), ...references.flatMap(listActors), ...values],
    places: values,
  })
  if (holdings.length > 0) await io.out(`\n${say(io, 'show.holdings')}\n`)
  for (const holding of holdings) await io.out(tellHolding(io, holding, names))
  const voices = holders.filter(voice => voice.holdings.length > 0)
  if (voices.length > 0) await io.out(`\n${say(io, 'show.holdings.voices')}\n`)
  for (const { text, kind, key, holdings: said } of voices.slice(0, VOICES)) {
    await io.out(`  ${text} (${tellKind(io, kind)}) · ${key}\n`)
    for (const holding of said) await io.out(`  ${tellHolding(io, holding, names)}`)
  }
  if (voices.length > VOICES) await io.out(`  ${say(io, 'show.left', { left: voices.length - VOICES })}\n`)
  if (contradictions.length > 0)
    await io.out(`\n${say(io, 'show.contradictions', { total: contradictions.length })}\n`)
  for (const contradiction of contradictions) await io.out(tellContradiction(io, contradiction, names))
  await printReferences(io, references, names)
}

/** `2017-11-08/2017-11-09  the Army  held · said of this place · claims: 2`; an open end is `..`. */
function tellHolding(io: Io, { from, to, holders, state, how, claims }: Holding, names: Names): string {
  const who = holders.map(actor => nameIn(io, names.actors, actor)).join(`${say(io, 'show.and')} `)
  const facts = [say(io, `ui.holding.${state}`), say(io, `ui.holding.${how}`)]
  return `  ${pad(`${from}/${to ?? '..'}`)}  ${who}  ${facts.join(' · ')} · ${say(io, 'find.claims', { total: claims.length })}\n`
}

function listActors({ actor, formerHolder, difference }: ReferenceRow): (string | null)[] {
  return [actor, formerHolder, ...(difference?.holders ?? [])]
}

/** Prints what later chronologies say, and how the record stands to each entry. */
export async function printReferences(
  io: Io,
  references: readonly ReferenceRow[],
  names: Names,
): Promise<void> {
  if (references.length > 0) await io.out(`\n${say(io, 'ui.references')}\n`)
  for (const { id, date, actor, text, source, difference } of references) {
    const said = [actor === null ? '' : nameIn(io, names.actors, actor), text, source].filter(Boolean)
    await io.out(`  ${pad(date)}  ${said.join(' · ')}  (${id})\n`)
    if (difference !== null) await io.out(`  ${pad('')}  ${tellDifference(io, difference, names)}\n`)
  }
}

function tellDifference(io: Io, { kind, days, holders }: Difference, names: Names): string {
  const who = holders.map(actor => nameIn(io, names.actors, actor)).join(`${say(io, 'show.and')} `)
  if (kind === 'days') {
    const when = (days ?? 0) > 0 ? 'later' : 'earlier'
    return say(io, `ui.reference.${when}`, { days: Math.abs(days ?? 0) })
  }
  const key = kind === 'holder' && holders.length === 0 ? 'nobody' : kind
  return say(io, `ui.reference.${key}`, { holders: who })
}

async function printVoices(io: Io, { voices }: WholePlace): Promise<void> {
  for (const voice of voices) {
    await io.out(`\n${voice.text} (${tellKind(io, voice.kind)}) ${voice.claims} · ${voice.key}\n`)
    for (const point of voice.points.slice(0, POINTS)) {
      const day = point.dated === 'text' ? point.from : `${point.from ?? '----------'}?`
      await io.out(`  ${day}  ${point.type}  «${point.evidence.replace(/\s+/g, ' ')}»\n`)
    }
    const left = voice.claims - Math.min(POINTS, voice.points.length)
    if (left > 0) await io.out(`  ${say(io, 'show.left', { left })}\n`)
  }
}
