/**
 * The shapes that the API speaks, as zod schemas: the types of the handlers and of the desk, and the OpenAPI document.
 * Spans are `[start, end)` in UTF-16 code units of the article's text; dates are EDTF; ids are those of the lexicon.
 */
import { z } from '@hono/zod-openapi'
import { type ClaimType, FAMILIES, type Family } from '../model.ts'

/** A list that nobody changes. */
export const list = <T extends z.ZodType>(item: T) => z.array(item).readonly()

const families = Object.keys(FAMILIES) as [Family, ...Family[]]
const types = Object.values(FAMILIES).flat() as [ClaimType, ...ClaimType[]]
/** `[start, end)` in UTF-16 code units of the article's text. */
export const span = z.tuple([z.number().int(), z.number().int()]).readonly()
const edtf = z.string().nullable().openapi({ example: '2017-10-31' })

/** A family of claim types. */
export const familyName = z.enum(families)
/** A type of claim, as `gold` and `docs/model.md` define them. */
export const claimType = z.enum(types)

/** The one body of every refusal. `message` and `hint` are in the language that was asked for. */
export const failure = z
  .object({ error: z.object({ code: z.string(), message: z.string(), hint: z.string() }) })
  .openapi('Failure')

/** A row of the lexicon as a page shows it: Arabic and English name. `kind` and `side` as in the lexicon's tables. */
const named = z
  .object({ name: z.string(), en: z.string(), kind: z.string(), side: z.string() })
  .openapi('Named')

/** Names of every actor, place and outlet id that a response speaks of. */
export const names = z
  .object({
    actors: z.record(z.string(), named),
    places: z.record(z.string(), named),
    outlets: z.record(z.string(), named),
  })
  .openapi('Names')

/** An article in a list. */
export const articleRow = z
  .object({
    id: z.string().openapi({ description: 'SHA-256 of the bytes' }),
    name: z.string(),
    outlet: z.string().nullable(),
    url: z.string().nullable(),
    title: z.string().nullable(),
    published: edtf,
    publishedFrom: z.enum(['dateline', 'metadata', 'url', 'hint', 'inferred']).nullable(),
    credits: list(z.string()),
    characters: z.number().int(),
    claims: z.number().int().openapi({ description: 'Claims that count: optional ones are left out' }),
    places: z.number().int(),
  })
  .openapi('ArticleRow')

/** An actor in the article's wording; `actor` is null for one without a row. */
const participant = z.object({ actor: z.string().nullable(), text: z.string(), span }).openapi('Participant')

/** A place of a claim, with its role and, where known, its coordinates. */
const claimPlace = z
  .object({
    place: z.string().nullable(),
    text: z.string(),
    role: z.enum(['at', 'in', 'from', 'to', 'near']),
    span,
    lat: z.number().nullable(),
    lon: z.number().nullable(),
  })
  .openapi('ClaimPlace')

const sourceKind = z.enum(['agency', 'outlet', 'official', 'person', 'anonymous', 'report'])

/** One hop of a chain: who says it, and the words that say so. */
const source = z
  .object({
    text: z.string(),
    kind: sourceKind,
    span,
    actor: z.string().nullable().optional(),
    cue: z.object({ span }).optional(),
  })
  .openapi('Source')

/** Who is counted. */
export const counted = z.enum(['person', 'civilian', 'child', 'fighter', 'family', 'vehicle', 'weapon'])
/** What became of them. */
export const outcome = z.enum(['killed', 'wounded', 'captured', 'missing'])

/** How many of whom, as bounds. */
const count = z
  .object({
    what: counted,
    min: z.number().nullable(),
    max: z.number().nullable(),
    approx: z.boolean().optional(),
    outcome: list(outcome).optional(),
  })
  .openapi('Count')

/** A claim as the reader made it (`src/model.ts`), with its family. Its id is unique within its article. */
export const claim = z
  .object({
    id: z.string(),
    type: claimType,
    family: familyName,
    span,
    evidence: z.string(),
    cue: z.object({ span }).nullable(),
    agent: list(participant),
    target: list(participant),
    places: list(claimPlace),
    time: edtf,
    timeSpan: span.nullable(),
    timeFrom: z.string().nullable(),
    modality: z.enum(['asserted', 'planned', 'possible', 'negated']),
    count: count.nullable(),
    sources: list(source).openapi({
      description: 'The one who says it first, then whoever passes it on; empty in the own voice',
    }),
    stance: z.enum(['neutral', 'endorsed', 'doubted', 'none']),
    optional: z.boolean(),
    because: list(z.string()),
    confidence: z.number(),
  })
  .openapi('Claim')

/** A claim in a list: with the article that makes it and the words round it. */
export const claimRow = claim
  .extend({
    article: articleRow.pick({
      id: true,
      name: true,
      outlet: true,
      url: true,
      title: true,
      published: true,
      publishedFrom: true,
    }),
    before: z.string().openapi({ description: 'Up to 120 characters of the article before the evidence' }),
    after: z.string(),
  })
  .openapi('ClaimRow')

/** A piece of text and the stretches of it that matched, as spans of the piece. `at`: where it starts in the article. */
const snippet = z.object({ text: z.string(), hits: list(span), at: z.number().int() }).openapi('Snippet')

/** An article in a list, with the words that matched where words were asked for. */
export const articleHit = articleRow.extend({ snippet: snippet.nullable() }).openapi('ArticleHit')
/** A claim in a list; `hits` are the words that matched, as spans of `evidence`. */
export const claimHit = claimRow.extend({ hits: list(span) }).openapi('ClaimHit')

/** A place of the gazetteer with what the record says about it. */
export const placeRow = z
  .object({
    id: z.string(),
    name: z.string(),
    en: z.string(),
    kind: z.string(),
    within: z.string().nullable(),
    lat: z.number().nullable(),
    lon: z.number().nullable(),
    precision: z.string(),
    claims: z.number().int().openapi({ description: 'Claims that name it or a place within it' }),
    articles: z.number().int(),
  })
  .openapi('PlaceRow')

/** One claim on a ribbon. `from` and `to` are days; `dated` says whether the text gave the day or it was published then. */
export const point = z
  .object({
    claim: z.string(),
    article: z.string(),
    type: claimType,
    family: familyName,
    modality: z.enum(['asserted', 'planned', 'possible', 'negated']),
    stance: z.enum(['neutral', 'endorsed', 'doubted', 'none']),
    agent: list(participant.omit({ span: true })),
    place: z.string(),
    role: z.enum(['at', 'in', 'from', 'to', 'near']),
    from: z.string().nullable(),
    to: z.string().nullable(),
    dated: z.enum(['text', 'published', 'none']),
    evidence: z.string(),
  })
  .openapi('Point')

/** Where claims about a place end: the last source of the chain, or the outlet where it speaks in its own voice. */
export const voice = z
  .object({
    key: z.string(),
    text: z.string(),
    kind: z.enum([...sourceKind.options, 'own']),
    actor: z.string().nullable(),
    claims: z.number().int(),
    articles: z.number().int(),
    outlets: list(z.string()),
    points: list(point).openapi({ description: 'Earliest first; undated ones last' }),
  })
  .openapi('Voice')

/** An outlet with what the record holds of it. */
export const outletRow = z
  .object({
    id: z.string(),
    name: z.string(),
    en: z.string(),
    domain: z.string().nullable(),
    family: z.string().nullable(),
    articles: z.number().int(),
    claims: z.number().int(),
    first: edtf,
    last: edtf,
  })
  .openapi('OutletRow')

/** An actor with the claims that name it. */
export const actorRow = z
  .object({
    id: z.string(),
    name: z.string(),
    en: z.string(),
    kind: z.string(),
    side: z.string(),
    claims: z.number().int(),
    articles: z.number().int(),
  })
  .openapi('ActorRow')

/** What could not be read, why, and what to do. */
export const problemRow = z
  .object({
    code: z.string(),
    where: z.string(),
    values: z.record(z.string(), z.union([z.string(), z.number()])),
    message: z.string(),
    hint: z.string(),
    at: z.string().openapi({ description: 'When it was met, ISO 8601 in UTC' }),
  })
  .openapi('ProblemRow')
