/** Asks the server. What it refuses is thrown as a `Refusal`, which says what happened and what to do. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Language } from '../messages.ts'
import type {
  ActorRow,
  ArticleHit,
  ArticleReading,
  ClaimHit,
  Failure,
  Names,
  OutletRow,
  PlacePage,
  PlaceRow,
  ProblemRow,
  SearchPage,
  Summary,
} from '../server/api.ts'

/** A list as the server gives it. */
export interface Listed<T> {
  readonly items: readonly T[]
  readonly next: string | null
  readonly total: number
  readonly names: Names
}

/** The kinds of lists by their route. */
export interface Lists {
  readonly articles: ArticleHit
  readonly claims: ClaimHit
  readonly places: PlaceRow
  readonly outlets: OutletRow
  readonly actors: ActorRow
  readonly problems: ProblemRow
}

/** What an address is narrowed by. */
export type Query = Readonly<Record<string, string | undefined>>

/** What the server refused, in words. `code` is `unreachable` where there was no answer. */
export class Refusal extends Error {
  readonly code: string
  readonly hint: string

  constructor({ code, message, hint }: Failure['error']) {
    super(message)
    this.code = code
    this.hint = hint
  }
}

async function ask<T>(path: string, query: Query, signal: AbortSignal): Promise<T> {
  const given = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]))
  const response = await fetch(`/api/${path}?${new URLSearchParams(given)}`, { signal }).catch(
    (thrown: unknown) => {
      if (signal.aborted) throw thrown
      throw new Refusal({ code: 'unreachable', message: '', hint: '' })
    },
  )
  const answer: unknown = await response.json()
  if (!response.ok) throw new Refusal((answer as Failure).error)
  return answer as T
}

/** What the record holds. */
export const summaryQuery = () =>
  queryOptions({ queryKey: ['summary'], queryFn: ({ signal }) => ask<Summary>('summary', {}, signal) })

/** An article with its reading. */
export const articleQuery = (id: string, lang: Language) =>
  queryOptions({
    queryKey: ['article', id, lang],
    queryFn: ({ signal }) => ask<ArticleReading>(`articles/${encodeURIComponent(id)}`, { lang }, signal),
  })

/** A place with its claims over time. */
export const placeQuery = (id: string, lang: Language) =>
  queryOptions({
    queryKey: ['place', id, lang],
    queryFn: ({ signal }) => ask<PlacePage>(`places/${encodeURIComponent(id)}`, { lang }, signal),
  })

/** The first articles, claims and places for the same words. */
export const searchQuery = (q: string, lang: Language) =>
  queryOptions({
    queryKey: ['search', q, lang],
    queryFn: ({ signal }) => ask<SearchPage>('search', { q, lang, limit: '8' }, signal),
    placeholderData: keepPreviousData,
    enabled: q.trim() !== '',
  })

/** One part of a list. */
export function askList<K extends keyof Lists>(
  kind: K,
  query: Query,
  signal: AbortSignal,
): Promise<Listed<Lists[K]>> {
  return ask<Listed<Lists[K]>>(kind, query, signal)
}
