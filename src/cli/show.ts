/** `hasab show`: one article, place or source of a record as text. */
import { openStore, type Store } from '../store/store.ts'
import { failWith, type Io, say } from './io.ts'
import { tellClaim, tellDetails } from './text.ts'
import { type Given, RECORD, textOf, USUAL_RECORD, type Verb } from './verb.ts'

const KINDS = ['article', 'place', 'source']
/** Points of one voice that are printed. */
const POINTS = 30
const CLAIMS = 200

/** The verb `show`. */
export const SHOW: Verb = {
  name: 'show',
  takes: 'article|place|source ID',
  words: [2, 2],
  options: [RECORD, { name: 'json' }],
  run: runShow,
}

async function runShow(given: Given, io: Io): Promise<number> {
  const [kind = '', id = ''] = given.words
  if (!KINDS.includes(kind)) {
    io.tell(`${say(io, 'usage.kind', { kind, kinds: KINDS.join(', ') })}\n`)
    return 2
  }
  const opened = await openStore(textOf(given, 'record') ?? USUAL_RECORD)
  if (!opened.ok) return failWith(io, opened.problem)
  const isJson = given.options.json === true
  try {
    if (kind === 'article') return await showArticle(opened.value, io, { id, isJson })
    if (kind === 'place') return await showPlace(opened.value, io, { id, isJson })
    return await showSource(opened.value, io, { id, isJson })
  } finally {
    await opened.value.close()
  }
}

interface Wish {
  readonly id: string
  readonly isJson: boolean
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
  const published =
    article.published === null ? '----------' : `${article.published} (${article.publishedFrom})`
  await io.out(`${[article.outlet ?? '?', published, article.url ?? ''].filter(Boolean).join(' · ')}\n`)
  await io.out(`sha256 ${article.id} · ${bytes} B · ${path} · ${readAt} · lexicon ${article.lexicon}\n\n`)
  await io.out(`${article.text.slice(...article.body).trim()}\n\n`)
  await io.out(`${say(io, 'find.claims', { total: claims.length })}\n`)
  for (const claim of claims) await io.out(tellClaim(claim, article) + tellDetails(claim))
  return 0
}

async function showPlace(store: Store, io: Io, { id, isJson }: Wish): Promise<number> {
  const page = await store.findPlace(id)
  if (page === undefined) return notFound(io, id)
  if (isJson) await io.out(`${JSON.stringify(page)}\n`)
  if (isJson) return 0
  const { place, chain, inside, voices } = page
  await io.out(`${place.name} · ${place.en} · ${place.id}\n`)
  if (place.lat !== null) await io.out(`${place.lat}, ${place.lon}\n`)
  await io.out(`${chain.map(({ name, id }) => `< ${name} [${id}]`).join(' ')}\n`)
  await io.out(`${say(io, 'find.claims', { total: place.claims })}\n`)
  if (inside.length > 0)
    await io.out(`${inside.map(({ name, id, claims }) => `${name} [${id}] ${claims}`).join(' · ')}\n`)
  for (const voice of voices) {
    await io.out(`\n${voice.text} (${voice.kind}) ${voice.claims} · ${voice.key}\n`)
    for (const point of voice.points.slice(0, POINTS)) {
      const day = point.dated === 'text' ? point.from : `${point.from ?? '----------'}?`
      await io.out(`  ${day}  ${point.type}  «${point.evidence.replace(/\s+/g, ' ')}»\n`)
    }
    const left = voice.claims - Math.min(POINTS, voice.points.length)
    if (left > 0) await io.out(`  ${say(io, 'show.left', { left })}\n`)
  }
  return 0
}

async function showSource(store: Store, io: Io, { id, isJson }: Wish): Promise<number> {
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
