/** `hasab find`: words and filters → claims and articles, as text or JSON Lines. */
import { type ClaimType, FAMILIES, type Family } from '../model.ts'
import { type Filter, openStore, type Store } from '../store/store.ts'
import { failWith, type Io, say } from './io.ts'
import { tellClaim } from './text.ts'
import { FILTERS, type Given, RECORD, textOf, USUAL_RECORD, type Verb } from './verb.ts'

const USUAL = 20
const MOST = 200

/** The verb `find`. */
export const FIND: Verb = {
  name: 'find',
  takes: '[WORDS…]',
  words: [0, Number.POSITIVE_INFINITY],
  options: [RECORD, ...FILTERS, { name: 'limit', value: 'N' }, { name: 'json' }],
  run: runFind,
}

/** The filter that was given, or the key of the message that says what is wrong with it. */
export function readFilter(given: Given): Filter | { misuse: string; option: string } {
  const types: readonly string[] = Object.values(FAMILIES).flat()
  const type = textOf(given, 'type')
  const family = textOf(given, 'family')
  if (type !== undefined && !types.includes(type)) return { misuse: 'usage.type', option: types.join(', ') }
  if (family !== undefined && !(family in FAMILIES)) {
    return { misuse: 'usage.type', option: Object.keys(FAMILIES).join(', ') }
  }
  for (const option of ['from', 'to']) {
    const day = textOf(given, option)
    if (day !== undefined && !/^\d{4}(-\d\d(-\d\d)?)?$/.test(day)) return { misuse: 'usage.day', option }
  }
  const [place, actor, source, outlet, from, to] = ['place', 'actor', 'source', 'outlet', 'from', 'to'].map(
    name => textOf(given, name),
  )
  const chosen = { type: type as ClaimType | undefined, family: family as Family | undefined }
  return { ...chosen, place, actor, source, outlet, from, to }
}

async function runFind(given: Given, io: Io): Promise<number> {
  const filter = readFilter(given)
  const limit = Number(textOf(given, 'limit') ?? USUAL)
  if ('misuse' in filter) return misuse(io, filter.misuse, filter.option)
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST) return misuse(io, 'usage.number', 'limit')
  const opened = await openStore(textOf(given, 'record') ?? USUAL_RECORD)
  if (!opened.ok) return failWith(io, opened.problem)
  try {
    const q = given.words.join(' ')
    return await printFound(opened.value, io, {
      filter: { ...filter, q },
      limit,
      isJson: given.options.json === true,
    })
  } finally {
    await opened.value.close()
  }
}

function misuse(io: Io, key: string, option: string): number {
  io.tell(`${say(io, key, { option })}\n`)
  return 2
}

interface Wish {
  readonly filter: Filter
  readonly limit: number
  readonly isJson: boolean
}

async function printFound(store: Store, io: Io, { filter, limit, isJson }: Wish): Promise<number> {
  const [claims, articles] = await Promise.all([
    store.findClaims(filter, { limit }),
    store.findArticles(filter, { limit }),
  ])
  if (!claims.ok) return failWith(io, claims.problem)
  if (!articles.ok) return failWith(io, articles.problem)
  if (isJson) {
    for (const claim of claims.value.items) await io.out(`${JSON.stringify(claim)}\n`)
    return 0
  }
  await io.out(`${say(io, 'find.claims', { total: claims.value.total })}\n`)
  for (const claim of claims.value.items) await io.out(tellClaim(claim, claim.article))
  await io.out(`\n${say(io, 'find.articles', { total: articles.value.total })}\n`)
  for (const { id, name, title, outlet, published, snippet } of articles.value.items) {
    await io.out(`${published ?? '----------'}  ${id.slice(0, 12)}  ${outlet ?? name}  ${title ?? ''}\n`)
    if (snippet !== null) await io.out(`            … ${snippet.text.replace(/\s+/g, ' ')} …\n`)
  }
  return 0
}
