/** The shapes of what stands between articles: events, contradictions, holdings, reuse. `src/record/relations.ts` defines them. */
import { z } from '@hono/zod-openapi'
import { TOLL_POLICIES } from '../record/casualties.ts'
import { reference } from './referenceSchemas.ts'
import { articleRow, claimRow, claimType, counted, familyName, list, names, outcome } from './schemas.ts'

const whole = z.number().int()
const day = z.string().openapi({ example: '2017-11-03' })
const edtf = z.string().nullable().openapi({ example: '2017-10-31' })
const span = z.tuple([whole, whole]).readonly()
const share = z.number().openapi({ description: '0 to 1' })
/** The kinds of sources, and an outlet's own voice. */
export const voiceKind = z.enum(['agency', 'outlet', 'official', 'person', 'anonymous', 'report', 'own'])

/** An article as every shape here names it. */
export const articleRef = articleRow.pick({
  id: true,
  name: true,
  outlet: true,
  title: true,
  published: true,
  publishedFrom: true,
})

/** The four counts, always side by side. */
const counts = z
  .object({
    articles: whole,
    outlets: whole,
    families: whole,
    roots: z.object({ min: whole, max: whole }).openapi({ description: 'At least, at most so many origins' }),
  })
  .openapi('Counts')

/** An event in a list. `claims` and `contradictions` are how many. */
export const eventRow = z
  .object({
    id: z.string(),
    family: familyName,
    types: list(claimType),
    places: list(z.string()).openapi({
      description: 'The most specific that claims name, the most named first',
    }),
    agents: list(z.string()),
    targets: list(z.string()),
    time: edtf,
    counts,
    claims: whole,
    contradictions: whole,
  })
  .openapi('EventRow')

/** A claim of an event with whose word it is. `key` names it in the whole record. */
export const eventClaim = claimRow
  .extend({
    key: z.string(),
    root: z.object({ key: z.string(), text: z.string(), kind: voiceKind, actor: z.string().nullable() }),
  })
  .openapi('EventClaim')

/** The graph from outlets (depth 0) down to roots, and which claims pass through each line. */
const chains = z
  .object({
    tellers: list(
      z.object({
        key: z.string(),
        text: z.string(),
        kind: voiceKind,
        actor: z.string().nullable(),
        depth: whole,
        isRoot: z.boolean(),
        claims: list(z.string()),
      }),
    ),
    links: list(z.object({ from: z.string(), to: z.string(), claims: list(z.string()) })),
  })
  .openapi('Chains')

/** What falls if a root is false: its claims, the articles with nothing else to say of it, the counts of the rest. */
const fall = z
  .object({ root: z.string(), claims: list(z.string()), articles: list(z.string()), left: counts })
  .openapi('Fall')

/** Two sides that cannot both hold. `resolved` null: open. */
export const contradiction = z
  .object({
    id: z.string(),
    kind: z.enum(['number', 'place', 'date', 'actor', 'polarity', 'control']),
    event: z.string().nullable(),
    place: z.string().nullable(),
    claims: z
      .tuple([list(z.string()), list(z.string())])
      .readonly()
      .openapi({ description: 'Keys of the claims of each side' }),
    values: z.tuple([z.string(), z.string()]).readonly().openapi({ description: 'What each side says' }),
    resolved: z.enum(['scope', 'later']).nullable(),
  })
  .openapi('Contradiction')

/** How many, from `min` to `max`; null: open. */
const range = { min: z.number(), max: z.number().nullable() }
const casualties = { outcomes: list(outcome), what: counted }

/** What one root says of one kind of people and one fate in an event. */
const figure = z
  .object({
    ...casualties,
    root: z.string(),
    text: z.string(),
    ...range,
    isCumulative: z.boolean().openapi({ description: 'A toll over weeks: in no sum' }),
    claims: list(z.string()),
  })
  .openapi('Figure')

/** The figures of one kind of people and one fate, summed up by a policy that is named. */
const toll = z
  .object({ ...casualties, policy: z.enum(TOLL_POLICIES), ...range, roots: list(z.string()) })
  .openapi('Toll')

/** A contradiction with the first claims of each side. */
export const contradictionRow = contradiction
  .extend({ sides: z.tuple([list(eventClaim), list(eventClaim)]).readonly() })
  .openapi('ContradictionRow')

const passage = z.object({ spans: z.tuple([span, span]).readonly(), words: whole })
const change = z.object({
  kind: z.enum(['number', 'actor', 'place', 'date', 'credit', 'doubt', 'source']),
  spans: z.tuple([span.nullable(), span.nullable()]).readonly(),
  texts: z.tuple([z.string().nullable(), z.string().nullable()]).readonly(),
})

/** Two articles that share passages: the copied one first where `direction` is known. */
export const reuse = z
  .object({
    articles: z.tuple([z.string(), z.string()]).readonly(),
    kind: z.enum(['reprint', 'edited', 'release', 'quotation', 'part', 'form']),
    direction: z.enum(['credit', 'source', 'date']).nullable(),
    passages: list(passage).openapi({ description: 'Spans in the first and in the second article' }),
    shares: z.tuple([share, share]).readonly(),
    changes: list(change).openapi({ description: 'What the second does not say as the first does' }),
  })
  .openapi('Reuse')

/** Reuse as one article sees it: with the other article. */
const articleReuse = z
  .object({
    reuse,
    other: articleRef,
    isFirst: z.boolean().openapi({ description: 'True where the article asked for is `reuse.articles[0]`' }),
  })
  .openapi('ArticleReuse')

/** A place, its holder and an interval, according to a set of claims. Days are included. */
export const holding = z
  .object({
    place: z.string(),
    holders: list(z.string()),
    state: z.enum(['held', 'shared', 'fought', 'disputed']),
    from: day,
    earliest: z
      .string()
      .nullable()
      .openapi({ description: 'First day on which it may have begun; null: some time before `from`' }),
    to: z.string().nullable().openapi({ description: 'Null while nothing has ended it' }),
    confirmed: day.openapi({ description: 'Last day on which a source still said so' }),
    how: z.enum(['stated', 'inherited', 'implied']),
    claims: list(z.string()),
    roots: list(z.string()),
  })
  .openapi('Holding')

/** A place with its holder on the day that was asked for; `lat` and `lon` null where the gazetteer has none. */
const placeHolding = holding
  .extend({ lat: z.number().nullable(), lon: z.number().nullable(), precision: z.string() })
  .openapi('PlaceHolding')

/** A page of events. */
export const eventPage = z
  .object({ items: list(eventRow), next: z.string().nullable(), total: whole, names })
  .openapi('EventPage')

/** One event with all that stands behind it. */
export const eventReading = z
  .object({
    event: eventRow,
    asked: z.string().openapi({
      description: 'The id that was asked for: events that merged lead to the one they are in now',
    }),
    claims: list(eventClaim),
    chains,
    figures: list(figure).openapi({ description: 'One for each root, kind of people and fate' }),
    tolls: list(toll).openapi({ description: 'Of each kind and fate one for each policy' }),
    falls: list(fall).openapi({ description: 'One for each root, those that take most first' }),
    contradictions: list(contradiction),
    reuse: list(reuse).openapi({ description: 'Among the articles of the event' }),
    references: list(reference).openapi({
      description: 'Later chronologies of its places, within three days',
    }),
    names,
  })
  .openapi('EventReading')

/** A page of contradictions. */
export const contradictionPage = z
  .object({ items: list(contradictionRow), next: z.string().nullable(), total: whole, names })
  .openapi('ContradictionPage')

/** Who holds what on one day, under one view. */
export const holdersPage = z.object({ day, items: list(placeHolding), names }).openapi('HoldersPage')

/** Who held one place when: as the view has it, and one ribbon for each root. */
export const placeHoldings = z
  .object({
    place: z.string(),
    holdings: list(holding),
    voices: list(
      z.object({
        key: z.string(),
        text: z.string(),
        kind: voiceKind,
        actor: z.string().nullable(),
        claims: whole,
        holdings: list(holding),
      }),
    ).openapi({ description: 'One per root, most claims first; 60 at most' }),
    contradictions: list(contradiction),
    references: list(reference).openapi({ description: 'Later chronologies, beside this view' }),
    names,
  })
  .openapi('PlaceHoldings')

/** How many claims speak of each day: for a scrubber. */
export const dayCounts = z.object({ items: list(z.object({ day, claims: whole })) }).openapi('DayCounts')

/** What one article shares with others. */
export const reusePage = z.object({ items: list(articleReuse), names }).openapi('ReusePage')
