/**
 * A record as the stages after it see it: articles with their readings are added, and asked for by page. One interface;
 * every engine passes the same contract tests (`store.contract.ts`). The default engine is one SQLite file (`sqlite.ts`).
 */
import type {
  Article,
  Claim,
  ClaimPlace,
  ClaimType,
  Family,
  Modality,
  Participant,
  Problem,
  Reading,
  Result,
  SourceKind,
  Span,
  Stance,
} from '../model.ts'
import type { Entry } from './entry.ts'
import type { ExportStore } from './exported.ts'
import type { LensStore } from './lenses.ts'
import type { ReferenceStore } from './references.ts'
import type { RelationStore } from './related.ts'
import type { ReviewStore } from './reviewed.ts'
import { type OpenOptions, openSqlite } from './sqlite.ts'

/** What a list is narrowed by; what is absent narrows nothing. `from` and `to` are days, both included. */
export interface Filter {
  /** Words, all of which must be there; `"quotes"` for a phrase. */
  readonly q?: string | undefined
  /** Places within it count. */
  readonly place?: string | undefined
  readonly actor?: string | undefined
  /** Words of a source, or the key of a voice. */
  readonly source?: string | undefined
  readonly type?: ClaimType | undefined
  readonly family?: Family | undefined
  readonly outlet?: string | undefined
  readonly article?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** `yes`: optional claims too. */
  readonly optional?: 'yes' | 'no' | undefined
}

/** Which part of a list: `page` is the `next` of the part before it. */
export interface Part {
  readonly page?: string | undefined
  readonly limit?: number | undefined
}

/** A part of a list; `next` is `null` at its end, `total` counts the whole list. */
export interface Page<T> {
  readonly items: readonly T[]
  readonly next: string | null
  readonly total: number
}

/** A piece of an article with the stretches of it that matched; `at` is where it starts in the article. */
export interface Snippet {
  readonly text: string
  readonly hits: readonly Span[]
  readonly at: number
}

/** An article in a list. `claims` and `places` count what is not optional. */
export interface ArticleRow {
  readonly id: string
  readonly name: string
  readonly outlet: string | null
  readonly url: string | null
  readonly title: string | null
  readonly published: string | null
  readonly publishedFrom: Article['publishedFrom']
  readonly credits: readonly string[]
  readonly characters: number
  readonly claims: number
  readonly places: number
}

/** An article in a list, with the words that matched. */
export interface ArticleHit extends ArticleRow {
  readonly snippet: Snippet | null
}

/** The article of a claim in a list. */
export type ClaimArticle = Pick<
  ArticleRow,
  'id' | 'name' | 'outlet' | 'url' | 'title' | 'published' | 'publishedFrom'
>

/** A claim in a list: with its article and up to 120 characters before and after; `hits` are spans of `evidence`. */
export interface ClaimHit extends Claim {
  readonly family: Family
  readonly article: ClaimArticle
  readonly before: string
  readonly after: string
  readonly hits: readonly Span[]
}

/** Everything of one article. */
export interface KeptArticle {
  readonly row: ArticleRow
  readonly reading: Reading
  readonly bytes: number
  readonly readAt: string
  readonly path: string
}

/** A place with what is claimed of it and of the places within it. */
export interface PlaceRow {
  readonly id: string
  readonly name: string
  readonly en: string
  readonly kind: string
  readonly within: string | null
  readonly lat: number | null
  readonly lon: number | null
  readonly precision: string
  readonly claims: number
  readonly articles: number
}

/** One claim on the line of a voice. `dated`: the text gave the day, or the article was published then, or neither. */
export interface Point {
  readonly claim: string
  readonly article: string
  readonly type: ClaimType
  readonly family: Family
  readonly modality: Modality
  readonly stance: Stance
  readonly agent: readonly Pick<Participant, 'actor' | 'text'>[]
  readonly place: string
  readonly role: ClaimPlace['role']
  readonly from: string | null
  readonly to: string | null
  readonly dated: 'text' | 'published' | 'none'
  readonly evidence: string
}

/** Where claims about a place end: the last source of the chain, or the outlet that speaks in its own voice. */
export interface Voice {
  readonly key: string
  readonly text: string
  readonly kind: SourceKind | 'own'
  readonly actor: string | null
  readonly claims: number
  readonly articles: number
  readonly outlets: readonly string[]
  readonly points: readonly Point[]
}

/** A place's page. `others` counts the voices left out. `newest`: so many claims, where it is made of the newest only; else `null`. */
export interface PlacePage {
  readonly place: PlaceRow
  readonly chain: readonly PlaceRow[]
  readonly inside: readonly PlaceRow[]
  readonly voices: readonly Voice[]
  readonly others: number
  readonly newest: number | null
  readonly first: string | null
  readonly last: string | null
}

/** An outlet with what the record holds of it. */
export interface OutletRow {
  readonly id: string
  readonly name: string
  readonly en: string
  readonly domain: string | null
  readonly family: string | null
  readonly articles: number
  readonly claims: number
  readonly first: string | null
  readonly last: string | null
}

/** An actor with the claims that name it. */
export interface ActorRow {
  readonly id: string
  readonly name: string
  readonly en: string
  readonly kind: string
  readonly side: string
  readonly claims: number
  readonly articles: number
}

/** A problem that was met, and when: ISO 8601 in UTC. */
export interface KeptProblem extends Problem {
  readonly at: string
}

/** What the record holds. */
export interface Summary {
  readonly articles: number
  readonly claims: number
  readonly optional: number
  readonly places: number
  readonly outlets: number
  readonly actors: number
  readonly problems: number
  readonly undated: number
  readonly first: string | null
  readonly last: string | null
  readonly families: readonly { readonly family: Family; readonly claims: number }[]
  readonly problemCodes: readonly { readonly code: string; readonly count: number }[]
  readonly lexicon: string | null
  readonly record: string
  readonly newest: readonly ArticleRow[]
}

/** A name of the lexicon: what an id is called. */
export interface Named {
  readonly name: string
  readonly en: string
  readonly kind: string
  readonly side: string
}

/** The three kinds of ids that a page shows by name. */
export type NameKind = 'actors' | 'places' | 'outlets'

/** What became of the articles of a batch. */
export interface Added {
  /** Not there before. */
  readonly added: number
  /** There with an older reading. */
  readonly replaced: number
  /** There as they are. */
  readonly same: number
}

/** A record. Everything that a list or a page shows; nothing of how it is kept. */
export interface Store extends ReviewStore, RelationStore, ReferenceStore, ExportStore, LensStore {
  /**
   * Adds articles and problems in one transaction; returns once they are on the disk. Adding the same bytes again changes
   * nothing; a reading by another lexicon takes the older one's place. Problems: `record-busy`, `record-damaged`, `disk-full`.
   */
  add(entries: readonly Entry[], problems: readonly Problem[]): Promise<Result<Added>>
  summary(): Promise<Summary>
  findArticles(filter: Filter, part: Part): Promise<Result<Page<ArticleHit>>>
  /** Undefined where the record has no article of that id. */
  findArticle(id: string): Promise<KeptArticle | undefined>
  /** The whole id of an article by its id, the beginning of its id or its name; undefined where none or several fit. */
  resolveArticle(name: string): Promise<string | undefined>
  /** The bytes that were read; problem `original-missing` where the file beside the record is gone. */
  findOriginal(id: string): Promise<Result<Uint8Array>>
  findClaims(filter: Filter, part: Part): Promise<Result<Page<ClaimHit>>>
  findPlaces(words: string | undefined, part: Part): Promise<Result<Page<PlaceRow>>>
  /** Undefined where the gazetteer has no place of that id. */
  findPlace(id: string): Promise<PlacePage | undefined>
  findOutlets(part: Part): Promise<Result<Page<OutletRow>>>
  findActors(part: Part): Promise<Result<Page<ActorRow>>>
  findProblems(code: string | undefined, part: Part): Promise<Result<Page<KeptProblem>>>
  /** Names of the ids of one kind; an id without a row is left out. */
  findNames(kind: NameKind, ids: ReadonlySet<string>): Promise<Record<string, Named>>
  close(): Promise<void>
}

/**
 * Opens the record in the file at `path`: to read it, or, with `write`, as its one writer, who makes it where there is none.
 * `await openStore('war.db')`. Problems: `record-missing`, `record-busy`, `record-damaged`, `record-foreign`, `record-newer`,
 * `record-unwritable`, `disk-full`.
 */
export function openStore(path: string, options: OpenOptions = {}): Promise<Result<Store>> {
  return openSqlite(path, options)
}
