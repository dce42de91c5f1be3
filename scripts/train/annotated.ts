/**
 * The articles that we annotated ourselves: `annotations/articles.jsonl` has what is claimed where, as spans without a word
 * of the texts; the texts are in `../shared/data`.
 */
import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Hints, Span } from '../../src/model.ts'

export const SHARED = new URL('../../../shared/', import.meta.url).pathname

export interface GoldActor {
  readonly actor: string | null
  readonly text: string
  readonly span: Span
}

export interface GoldPlace {
  readonly text: string
  readonly role: string
  readonly span: Span
}

export interface GoldClaim {
  readonly type: string
  readonly span: Span
  readonly optional?: boolean
  readonly time: string | null
  readonly agent: readonly GoldActor[]
  readonly target?: readonly GoldActor[]
  readonly places: readonly GoldPlace[]
}

/** An article with its annotation, before it is read. */
export interface Annotated {
  readonly name: string
  readonly outlet: string
  readonly claims: readonly GoldClaim[]
  readonly bytes: Uint8Array
  readonly hints: Omit<Hints, 'name'>
}

/** One line of `annotations/articles.jsonl`: words are spans of the text of article `id` in the data set `from`. */
interface Line extends Omit<Annotated, 'name' | 'bytes' | 'hints' | 'claims'> {
  readonly from: keyof typeof SETS
  readonly id: string
  readonly published: string | null
  readonly claims: readonly Spanned[]
}

interface Spanned extends Omit<GoldClaim, 'agent' | 'target' | 'places'> {
  readonly agent: readonly Omit<GoldActor, 'text'>[]
  readonly target: readonly Omit<GoldActor, 'text'>[]
  readonly places: readonly Omit<GoldPlace, 'text'>[]
}

/** Length of a date to the day: a feed gives no less. */
const DAY = 10

/** Where the texts of a data set are, and what it calls their ids. */
const SETS = {
  unifiedfc: { file: 'unifiedfc/articles.jsonl.gz', key: 'id' },
  airwars: { file: 'airwars/articles.jsonl.gz', key: 'source_id' },
  'bulk-news': { file: 'bulk-news.jsonl.gz', key: 'id' },
} as const

/** Reads our annotations with their texts; `see` is called with every line. Those whose data set is absent are left out. */
export function readAnnotated(see: (line: string) => void): Annotated[] {
  const path = new URL('../../annotations/articles.jsonl', import.meta.url)
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n')
  lines.forEach(see)
  const annotations = lines.map(line => JSON.parse(line) as Line)
  const texts = new Map(
    Object.keys(SETS).flatMap(name => {
      const from = name as keyof typeof SETS
      return [...findTexts(from, new Set(annotations.filter(one => one.from === from).map(({ id }) => id)))]
    }),
  )
  return annotations.flatMap(one => {
    const text = texts.get(one.id)
    return text === undefined ? [] : [restoreWords(one, text)]
  })
}

function findTexts(
  from: keyof typeof SETS,
  ids: ReadonlySet<string>,
): Map<string, { text: string; url?: string }> {
  const { file, key } = SETS[from]
  const found = new Map<string, { text: string; url?: string }>()
  if (!existsSync(`${SHARED}data/${file}`)) return found
  for (const line of gunzipSync(readFileSync(`${SHARED}data/${file}`))
    .toString('utf8')
    .split('\n')) {
    const id = /"(?:source_)?id": ?"([^"]+)"/.exec(line)?.[1]
    if (id === undefined || !ids.has(id)) continue
    const { [key]: own, text, url } = JSON.parse(line) as Record<string, string>
    if (own !== undefined && text !== undefined) found.set(own, url === undefined ? { text } : { text, url })
  }
  return found
}

function restoreWords(
  { id, outlet, published, claims }: Line,
  { text, url }: { text: string; url?: string },
): Annotated {
  const word = <T extends { readonly span: Span }>(one: T) => ({ ...one, text: text.slice(...one.span) })
  return {
    name: id,
    outlet,
    bytes: Buffer.from(text),
    hints: {
      outlet,
      ...(url === undefined ? {} : { url }),
      ...(published === null || published.length < DAY ? {} : { published }),
    },
    claims: claims.map(claim => ({
      ...claim,
      agent: claim.agent.map(word),
      target: claim.target.map(word),
      places: claim.places.map(word),
    })),
  }
}
