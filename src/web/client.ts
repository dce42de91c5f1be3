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
import type { Comparison, OutletPage } from '../server/lensApi.ts'
import type {
  ContradictionRow,
  EventReading,
  EventRow,
  HoldersPage,
  PlaceHoldings,
  ReusePage,
} from '../server/recordApi.ts'
import type { KeptReview, QueuedClaim, ReviewEntry, ReviewWish } from '../server/reviewApi.ts'
import type { IntakeState } from '../server/uploads.ts'

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
  readonly events: EventRow
  readonly contradictions: ContradictionRow
  readonly actors: ActorRow
  readonly problems: ProblemRow
  readonly reviews: KeptReview
  readonly 'reviews/queue': QueuedClaim
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

function ask<T>(path: string, query: Query, signal: AbortSignal): Promise<T> {
  const given = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return request(`/api/${path}?${new URLSearchParams(given)}`, { signal })
}

async function request<T>(address: string, init: RequestInit): Promise<T> {
  const response = await fetch(address, init).catch((thrown: unknown) => {
    if (init.signal?.aborted) throw thrown
    throw new Refusal({ code: 'unreachable', message: '', hint: '' })
  })
  const answer: unknown = await response.json()
  if (!response.ok) throw new Refusal((answer as Failure).error)
  return answer as T
}

/** Writes a decision; the entry comes back once it is on the disk. */
export function sendReview(wish: ReviewWish, lang: Language): Promise<ReviewEntry> {
  return request(`/api/reviews?lang=${lang}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wish),
  })
}

/** How far the reading of uploads is; asked again and again while something is read. */
export const intakeQuery = (lang: Language) =>
  queryOptions({
    queryKey: ['intake', lang],
    queryFn: ({ signal }) => ask<IntakeState>('intake', { lang }, signal),
    staleTime: 0,
  })

/** A file to be sent: with its path as the reader knows it, and a name for what was dropped together. */
export interface Sent {
  readonly file: File
  readonly path: string
  readonly drop: string
}

/** Sends a file; the answer comes once it is on the disk. */
export function sendFile({ file, path, drop }: Sent, lang: Language): Promise<unknown> {
  return request(`/api/intake?${new URLSearchParams({ path, drop, lang })}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  })
}

/** Goes on reading after a stop. */
export function resumeIntake(lang: Language): Promise<unknown> {
  return request(`/api/intake/resume?lang=${lang}`, { method: 'POST' })
}

/** The sentence of a claim as a row of the table of specs. */
export const rowQuery = (article: string, claim: string, lang: Language) =>
  queryOptions({
    queryKey: ['row', article, claim],
    queryFn: ({ signal }) =>
      ask<{ header: string; row: string }>(
        `articles/${encodeURIComponent(article)}/row`,
        { claim, lang },
        signal,
      ),
  })

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

/** An event with its claims, chains, contradictions. */
export const eventQuery = (id: string, lang: Language) =>
  queryOptions({
    queryKey: ['event', id, lang],
    queryFn: ({ signal }) => ask<EventReading>(`events/${encodeURIComponent(id)}`, { lang }, signal),
  })

/** Who holds what on a day, by a view. */
export const holdersQuery = (query: Query, lang: Language) =>
  queryOptions({
    queryKey: ['holders', query, lang],
    queryFn: ({ signal }) => ask<HoldersPage>('holdings', { ...query, lang }, signal),
  })

/** Who held a place when, by a view. */
export const placeHoldingsQuery = (place: string, view: Query, lang: Language) =>
  queryOptions({
    queryKey: ['place-holdings', place, view, lang],
    queryFn: ({ signal }) =>
      ask<PlaceHoldings>(`places/${encodeURIComponent(place)}/holdings`, { ...view, lang }, signal),
  })

/** An outlet: on whom it relies, how it says things, what it is silent of. */
export const outletQuery = (id: string, lang: Language) =>
  queryOptions({
    queryKey: ['outlet', id, lang],
    queryFn: ({ signal }) => ask<OutletPage>(`outlets/${encodeURIComponent(id)}`, { lang }, signal),
  })

/** Two articles, or two outlets, beside each other; with `list` and `page` the next part of one of its lists. */
export function askComparison(query: Query, signal: AbortSignal): Promise<Comparison> {
  return ask<Comparison>('compare', query, signal)
}

/** What an article shares with others. */
export const reuseQuery = (article: string, lang: Language) =>
  queryOptions({
    queryKey: ['reuse', article, lang],
    queryFn: ({ signal }) =>
      ask<ReusePage>(`articles/${encodeURIComponent(article)}/reuse`, { lang }, signal),
  })

/** How many claims speak of each day. */
export const daysQuery = (lang: Language) =>
  queryOptions({
    queryKey: ['days', lang],
    queryFn: ({ signal }) =>
      ask<{ readonly items: readonly { readonly day: string; readonly claims: number }[] }>(
        'days',
        { lang, family: 'territory' },
        signal,
      ),
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
