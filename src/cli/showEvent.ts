/** `hasab show event`: what is said to have happened, how much stands behind it, who has it from whom, and what contradicts what. */
import { type Figure, findFigures } from '../record/casualties.ts'
import type { Chains } from '../record/chains.ts'
import type { Names } from '../server/api.ts'
import { findNames } from '../server/names.ts'
import type { EventPage } from '../store/events.ts'
import type { ReferenceRow } from '../store/references.ts'
import type { Store } from '../store/store.ts'
import { type Io, say } from './io.ts'
import { printReferences } from './showPlace.ts'
import { listValues, tellContradiction } from './tellContradiction.ts'
import { nameIn, tellClaim, tellKind } from './text.ts'

/** Lines of the chains, claims of an event and of one side of a contradiction that are printed. */
const [LINES, CLAIMS, SIDE] = [60, 200, 3]

/** An event with its figures and what later chronologies say of its place and days. */
export interface WholeEvent extends EventPage {
  readonly figures: readonly Figure[]
  readonly references: readonly ReferenceRow[]
}

/** Reads all that is shown of an event; undefined where no id leads to one. */
export async function readWholeEvent(store: Store, id: string): Promise<WholeEvent | undefined> {
  const page = await store.findEvent(id)
  if (page === undefined) return undefined
  const [facts = []] = await store.findEventFacts([page.event.id])
  const found = await store.findReferences({ event: page.event.id }, {})
  return { ...page, figures: findFigures(facts), references: found.ok ? found.value.items : [] }
}

/** Prints an event. */
export async function printEvent(store: Store, io: Io, page: WholeEvent): Promise<void> {
  const { event, claims, contradictions, references } = page
  const values = listValues(contradictions)
  const names = await findNames(store, {
    claims,
    actors: [
      ...event.agents,
      ...event.targets,
      ...values,
      ...references.flatMap(({ actor, difference }) => [actor, ...(difference?.holders ?? [])]),
    ],
    places: [...event.places, ...values],
  })
  await io.out(tellHead(io, page, names))
  await io.out(`\n${say(io, 'ui.event.chains')}\n${tellChains(io, page.chains)}`)
  await io.out(tellFigures(io, page.figures))
  await io.out(tellFalls(io, page))
  await io.out(`\n${say(io, 'find.claims', { total: claims.length })}\n`)
  for (const claim of claims.slice(0, CLAIMS)) await io.out(tellClaim(claim, claim.article))
  if (claims.length > CLAIMS) await io.out(`${say(io, 'show.left', { left: claims.length - CLAIMS })}\n`)
  await printContradictions(io, page, names)
  await printReferences(io, references, names)
}

function tellHead(io: Io, { event }: WholeEvent, names: Names): string {
  const { id, family, types, time, places, agents, targets, counts } = event
  const who = (actors: readonly string[]) =>
    actors.map(actor => nameIn(io, names.actors, actor)).join(`${say(io, 'show.and')} `)
  const bounds = say(io, 'ui.counts.bounds', counts.roots)
  const figures = [
    [say(io, 'ui.counts.articles'), counts.articles],
    [say(io, 'ui.counts.outlets'), counts.outlets],
    [say(io, 'ui.counts.families'), counts.families],
    [say(io, 'ui.counts.roots'), bounds],
  ]
  const kinds = types.map(type => say(io, `ui.type.${type}`)).join(`${say(io, 'show.and')} `)
  return [
    `${say(io, `ui.family.${family}`)}: ${kinds} · ${time ?? '----------'} · ${id}`,
    places.map(place => `${nameIn(io, names.places, place)} [${place}]`).join(' · '),
    [who(agents), who(targets)].filter(Boolean).join(` ${say(io, 'ui.event.against')} `),
    figures.map(([name, value]) => `${name} ${value}`).join(' · '),
    '',
  ]
    .filter((line, i) => line !== '' || i === 4)
    .join('\n')
}

/** The chains as a tree: each outlet, and below it whom it has it from. What has been told of before is told once. */
function tellChains(io: Io, { tellers, links }: Chains): string {
  const byKey = new Map(tellers.map(teller => [teller.key, teller]))
  const lines: string[] = []
  const told = new Set<string>()
  const tell = (key: string, depth: number) => {
    const teller = byKey.get(key)
    if (teller === undefined || lines.length >= LINES) return
    const marks = [
      say(io, 'find.claims', { total: teller.claims.length }),
      ...(teller.isRoot ? [say(io, 'show.root')] : []),
      ...(told.has(key) ? [say(io, 'show.above')] : []),
    ]
    lines.push(
      `  ${'  '.repeat(depth)}${depth === 0 ? '' : '< '}${teller.text} (${tellKind(io, teller.kind)}) · ${marks.join(' · ')}`,
    )
    if (told.has(key)) return
    told.add(key)
    for (const link of links) if (link.from === key) tell(link.to, depth + 1)
  }
  for (const { key, depth } of tellers) if (depth === 0) tell(key, 0)
  return `${lines.join('\n')}\n`
}

function tellFigures(io: Io, figures: readonly Figure[]): string {
  if (figures.length === 0) return ''
  const lines = figures.map(({ outcomes, what, min, max, text, isCumulative }) => {
    const kinds = outcomes.map(outcome => say(io, `ui.outcome.${outcome}`)).join(`${say(io, 'show.and')} `)
    const number = max === min ? `${min}` : `${min}–${max ?? ''}`
    const whole = isCumulative ? ` · ${say(io, 'show.cumulative')}` : ''
    return `  ${number} ${kinds} (${say(io, `ui.counted.${what}`)}) · ${text}${whole}\n`
  })
  return `\n${say(io, 'ui.event.figures')}\n${lines.join('')}`
}

/** What is left if a root is false, for each root that takes something away. */
function tellFalls(io: Io, { falls, chains }: WholeEvent): string {
  if (falls.length === 0) return ''
  const texts = new Map(chains.tellers.map(({ key, text }) => [key, text]))
  const lines = falls.slice(0, SIDE).map(({ root, claims, left }) => {
    const values = {
      root: texts.get(root) ?? root,
      claims: claims.length,
      articles: left.articles,
      min: left.roots.min,
      max: left.roots.max,
    }
    return `  ${say(io, 'show.fall', values)}\n`
  })
  return `\n${lines.join('')}`
}

async function printContradictions(io: Io, page: WholeEvent, names: Names): Promise<void> {
  const { contradictions } = page
  if (contradictions.length > 0)
    await io.out(`\n${say(io, 'show.contradictions', { total: contradictions.length })}\n`)
  for (const contradiction of contradictions) {
    await io.out(tellContradiction(io, contradiction, names))
    for (const [i, keys] of contradiction.claims.entries())
      await io.out(tellSide(page, keys, i === 0 ? 'A' : 'B'))
  }
}

/** The first claims of one side, in their words. */
function tellSide({ claims }: WholeEvent, keys: readonly string[], side: string): string {
  const own = claims.filter(({ key }) => keys.includes(key)).slice(0, SIDE)
  return own
    .map(({ evidence, root, article }) => {
      const said = evidence.replace(/\s+/g, ' ')
      return `    ${side}  «${said}»  ${root.text} < ${article.outlet ?? article.name}\n`
    })
    .join('')
}
