/** `hasab show`: one article, event, place, outlet or source of a record as text. */
import { openStore, type Store } from '../store/store.ts'
import { failWith, type Io, say } from './io.ts'
import { printEvent, readWholeEvent } from './showEvent.ts'
import { printOutlet } from './showOutlet.ts'
import { printPlace, readWholePlace } from './showPlace.ts'
import { tellDating } from './tellDating.ts'
import { tellClaim, tellDetails } from './text.ts'
import { type Given, RECORD, textOf, USUAL_RECORD, type Verb } from './verb.ts'

const CLAIMS = 200

/** The verb `show`. */
export const SHOW: Verb = {
  name: 'show',
  takes: 'article|event|place|outlet|source ID',
  words: [2, 2],
  options: [RECORD, { name: 'json' }],
  run: runShow,
}

async function runShow(given: Given, io: Io): Promise<number> {
  const [kind = '', id = ''] = given.words
  const show = Object.hasOwn(SHOWS, kind) ? SHOWS[kind] : undefined
  if (show === undefined) {
    io.tell(`${say(io, 'usage.kind', { kind, kinds: Object.keys(SHOWS).join(', ') })}\n`)
    return 2
  }
  const opened = await openStore(textOf(given, 'record') ?? USUAL_RECORD)
  if (!opened.ok) return failWith(io, opened.problem)
  try {
    return await show(opened.value, io, { id, isJson: given.options.json === true })
  } finally {
    await opened.value.close()
  }
}

interface Wish {
  readonly id: string
  readonly isJson: boolean
}

const SHOWS: Readonly<Record<string, (store: Store, io: Io, wish: Wish) => Promise<number>>> = {
  article: showArticle,
  event: showEvent,
  place: showPlace,
  outlet: showOutlet,
  source: showSource,
}

function notFound(io: Io, id: string): number {
  return failWith(io, { code: 'not-found', where: id, values: {} })
}

async function showArticle(store: Store, io: Io, { id, isJson }: Wish): Promise<number> {
  const whole = await store.resolveArticle(id)
  const kept = whole === undefined ? undefined : await store.findArticle(whole)
  if (kept === undefined) return notFound(io, id)
  const { reading, row, path, readAt, bytes } = kept
  const { article, claims } = reading
  if (isJson) await io.out(`${JSON.stringify(reading)}\n`)
  if (isJson) return 0
  await io.out(`${row.title ?? row.name}\n`)
  const published = row.published === null ? '----------' : `${row.published} (${row.publishedFrom})`
  await io.out(`${[article.outlet ?? '?', published, article.url ?? ''].filter(Boolean).join(' · ')}\n`)
  await io.out(`sha256 ${article.id} · ${bytes} B · ${path} · ${readAt} · lexicon ${article.lexicon}\n\n`)
  const dating = await store.findDating(article.id)
  if (dating !== null) await io.out(`${await tellDating(store, io, { dating, text: article.text })}\n`)
  await io.out(`${article.text.slice(...article.body).trim()}\n\n`)
  await io.out(`${say(io, 'find.claims', { total: claims.length })}\n`)
  for (const claim of claims) await io.out(tellClaim(claim, article) + tellDetails(claim))
  return 0
}

async function showPlace(store: Store, io: Io, { id, isJson }: Wish): Promise<number> {
  const page = await readWholePlace(store, id)
  if (page === undefined) return notFound(io, id)
  await (isJson ? io.out(`${JSON.stringify(page)}\n`) : printPlace(store, io, page))
  return 0
}

async function showEvent(store: Store, io: Io, { id, isJson }: Wish): Promise<number> {
  const page = await readWholeEvent(store, id)
  if (page === undefined) return notFound(io, id)
  await (isJson ? io.out(`${JSON.stringify(page)}\n`) : printEvent(store, io, page))
  return 0
}

async function showOutlet(store: Store, io: Io, { id, isJson }: Wish): Promise<number> {
  const page = await store.findOutlet(id)
  if (page === undefined) return notFound(io, id)
  await (isJson ? io.out(`${JSON.stringify(page)}\n`) : printOutlet(store, io, page))
  return 0
}

async function showSource(store: Store, io: Io, { id, isJson }: Wish): Promise<number> {
  const outlet = /^outlet:(.+)/.exec(id)?.[1] ?? id
  if (await store.hasOutlet(outlet)) return showOutlet(store, io, { id: outlet, isJson })
  const found = await store.findClaims({ source: id }, { limit: CLAIMS })
  if (!found.ok) return failWith(io, found.problem)
  const { items, total } = found.value
  if (total === 0) return notFound(io, id)
  if (!isJson) await io.out(`${id}\n${say(io, 'find.claims', { total })}\n`)
  for (const claim of items)
    await io.out(isJson ? `${JSON.stringify(claim)}\n` : tellClaim(claim, claim.article))
  if (!isJson && total > items.length)
    await io.out(`${say(io, 'show.left', { left: total - items.length })}\n`)
  return 0
}
