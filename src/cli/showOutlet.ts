/** `hasab show outlet`: whom it relies on, how it says things, what it calls whom, of what it is silent, what it shares. */
import type { MannerRate } from '../record/manners.ts'
import type { Rate } from '../record/rates.ts'
import type { Names } from '../server/api.ts'
import { idsOfOutlet } from '../server/lenses.ts'
import { findNames } from '../server/names.ts'
import type { OutletCopies, OutletNaming, OutletPage } from '../store/outlets.ts'
import type { OutletSilence } from '../store/silences.ts'
import type { Store } from '../store/store.ts'
import { type Io, say } from './io.ts'
import { nameIn, tellKind } from './text.ts'

/** Other outlets of whose copies is told. */
const COPIES = 30

/** Prints the page of an outlet. */
export async function printOutlet(store: Store, io: Io, page: OutletPage): Promise<void> {
  const names = await findNames(store, idsOfOutlet(page))
  const { naming, silences, copies } = page
  await io.out(tellOutlet(io, page, names))
  await io.out(`\n${say(io, 'ui.outlet.reliance')}\n${tellRoots(io, page, names)}`)
  await io.out(`\n${say(io, 'ui.outlet.manners')}\n${page.manners.map(one => tellManner(io, one)).join('')}`)
  if (naming.length > 0) await io.out(`\n${say(io, 'ui.outlet.naming')}\n`)
  for (const one of naming) await io.out(tellNaming(io, one, names))
  await io.out(`\n${say(io, 'ui.outlet.silences')}\n`)
  if (silences.length === 0) await io.out(`  ${say(io, 'ui.outlet.silences.none')}\n`)
  for (const silence of silences) await io.out(tellSilence(io, silence, names))
  await io.out(`\n${say(io, 'ui.outlet.copies')}\n${tellCopies(io, copies, names)}`)
}

function tellOutlet(io: Io, { outlet }: OutletPage, names: Names): string {
  const { id, kind, domain, articles, claims, first, last, undated, siblings } = outlet
  const of = siblings.map(sibling => nameIn(io, names.outlets, sibling)).join(`${say(io, 'show.and')} `)
  const days = first === null ? '----------' : `${first} – ${last}`
  return [
    [nameIn(io, names.outlets, id), id, domain ?? '', kind].filter(Boolean).join(' · '),
    say(io, 'ui.outlet.about'),
    say(io, 'show.outlet', { articles, claims, days, undated }),
    ...(of === '' ? [] : [`${say(io, 'ui.outlet.siblings')} ${of}`]),
    '',
  ].join('\n')
}

function tellRoots(io: Io, { roots, rest }: OutletPage, names: Names): string {
  const lines = roots.map(({ text, kind, actor, share, key }) => {
    const teller = actor === null ? text : nameIn(io, names.actors, actor)
    const name = kind === 'own' ? tellKind(io, kind) : `${teller} (${tellKind(io, kind)})`
    return `  ${tellRate(io, share)}  ${name} · ${key}\n`
  })
  const left = rest.roots > 0 ? `  ${say(io, 'ui.outlet.reliance.rest', rest)}\n` : ''
  return lines.join('') + left
}

function tellManner(io: Io, { of, value, own, others, isApart }: MannerRate): string {
  const name = say(io, of === 'voice' ? `ui.manner.voice.${value}` : `ui.${of}.${value}`)
  const theirs =
    others === null ? '' : say(io, isApart ? 'ui.rate.apart' : 'ui.rate.others', { n: percent(others) })
  return `  ${say(io, `ui.manner.${of}`)} · ${name}: ${[tellRate(io, own), theirs].filter(Boolean).join(' · ')}\n`
}

function tellNaming(io: Io, { actor, events, wordings }: OutletNaming, names: Names): string {
  const lines = wordings.map(({ wording, own, others, isApart }) => {
    const apart = isApart ? ` · ${say(io, 'ui.outlet.naming.is-apart')}` : ''
    return `    «${wording.replace(/\s+/g, ' ')}»  ${tellRate(io, own)} · ${say(io, 'ui.outlet.naming.others')} ${tellRate(io, others)}${apart}\n`
  })
  return `  ${nameIn(io, names.actors, actor)} [${actor}] ${say(io, 'ui.outlet.naming.shared', { events })}\n${lines.join('')}`
}

function tellSilence(io: Io, silence: OutletSilence, names: Names): string {
  const { family, area, covered, isUsual, missing, events } = silence
  const note = isUsual
    ? say(io, 'ui.outlet.silences.usual', { events: missing })
    : say(io, 'ui.outlet.silences.unusual')
  const shown = events.map(({ id, time, places }) => {
    const [place = ''] = places
    return `      ${time ?? '----------'}  ${nameIn(io, names.places, place)} · ${id}\n`
  })
  const head = `${say(io, `ui.family.${family}`)} · ${nameIn(io, names.places, area)}`
  return `  ${head}: ${tellRate(io, covered)} · ${note}\n${shown.join('')}`
}

function tellCopies(io: Io, copies: readonly OutletCopies[], names: Names): string {
  if (copies.length === 0) return `  ${say(io, 'ui.outlet.copies.none')}\n`
  return copies
    .slice(0, COPIES)
    .map(({ other, side, kind, pairs }) => {
      const name = nameIn(io, names.outlets, other)
      return `  ${say(io, `ui.outlet.copies.${side}`)}: ${name} [${other}] · ${say(io, `ui.shared.${kind}`)} ${pairs}\n`
    })
    .join('')
}

/** A rate with what so few cases leave open: `62% (8 of 13, 36 to 82%)`. */
function tellRate(io: Io, { count, of, share, low, high }: Rate): string {
  return say(io, 'ui.rate', { share: percent(share), count, of, low: percent(low), high: percent(high) })
}

function percent(share: number): number {
  return Math.round(share * 100)
}
