/** The shapes of what describes outlets, and sets two of them, or two articles, beside each other. No outlet is scored for truth. */
import { z } from '@hono/zod-openapi'
import { articleRef, contradiction, eventClaim, eventRow, reuse, voiceKind } from './recordSchemas.ts'
import { counted, familyName, list, names, outcome, outletRow } from './schemas.ts'

const whole = z.number().int()
const pair = <T extends z.ZodType>(side: T) => z.tuple([side, side]).readonly()

/** So many of so many, the share, and its 95 % interval (Wilson). */
const rate = z
  .object({ count: whole, of: whole, share: z.number(), low: z.number(), high: z.number() })
  .openapi('Rate')

/** A root that an outlet's claims rest on. */
const outletRoot = z
  .object({
    key: z.string(),
    text: z.string(),
    kind: voiceKind,
    actor: z.string().nullable(),
    claims: whole,
    articles: whole,
    share: rate.openapi({ description: 'Of all its claims that count' }),
  })
  .openapi('OutletRoot')

/** How often an outlet does one thing, beside what the others do at equal type of claim. */
const mannerRate = z
  .object({
    of: z.enum(['voice', 'modality', 'stance']),
    value: z.enum([
      'own',
      'named',
      'unnamed',
      'asserted',
      'planned',
      'possible',
      'negated',
      'neutral',
      'endorsed',
      'doubted',
      'none',
    ]),
    own: rate,
    others: z
      .number()
      .nullable()
      .openapi({ description: 'Share that it would have if it told each type of claim as the others do' }),
    isApart: z.boolean(),
  })
  .openapi('MannerRate')

/** A wording for an actor beside the others', in events that the outlet and others tell. */
const naming = z
  .object({
    wording: z.string(),
    own: rate.openapi({ description: 'Of the shared events' }),
    others: rate.openapi({ description: 'Of the others’ uses in the same events' }),
    voiced: whole.openapi({ description: 'Events in which it stands in the outlet’s own voice' }),
    isApart: z.boolean().openapi({ description: 'The two intervals do not meet' }),
  })
  .openapi('Naming')

const outletNaming = z
  .object({ actor: z.string(), events: whole, others: whole, wordings: list(naming) })
  .openapi('OutletNaming')

/** How much of the news of a kind and area an outlet tells, on days when it published. */
const outletSilence = z
  .object({
    family: familyName,
    area: z.string(),
    covered: rate,
    isUsual: z
      .boolean()
      .openapi({ description: 'It usually tells such news: what is missing is a silence, and shown' }),
    missing: whole,
    events: list(eventRow).openapi({ description: 'The latest five that it does not tell' }),
  })
  .openapi('OutletSilence')

const outletCopies = z
  .object({
    other: z.string(),
    side: z.enum(['from', 'to', 'either']).openapi({
      description: 'from: it took from the other; to: the other took from it; either: nothing says',
    }),
    kind: reuse.shape.kind,
    pairs: whole,
  })
  .openapi('OutletCopies')

/** An outlet's page. */
export const outletPage = z
  .object({
    outlet: outletRow.extend({
      kind: z.string(),
      undated: whole.openapi({ description: 'Articles that do not say when they were published' }),
      siblings: list(z.string()).openapi({ description: 'Other outlets of its publisher' }),
    }),
    roots: list(outletRoot).openapi({ description: 'Most claims first; 30 at most' }),
    rest: z.object({ roots: whole, claims: whole }),
    manners: list(mannerRate),
    naming: list(outletNaming).openapi({ description: 'Actors of most shared events first; 12 at most' }),
    silences: list(outletSilence).openapi({
      description: 'Kinds and areas of which it tells most; 20 at most, usual ones first',
    }),
    copies: list(outletCopies),
    names,
  })
  .openapi('OutletPage')

const sideWording = z.object({ text: z.string(), claims: whole })
const sideRange = z.object({ min: z.number(), max: z.number().nullable(), roots: list(z.string()) })

const sharedEvent = z
  .object({
    event: eventRow,
    claims: pair(list(eventClaim)).openapi({ description: 'The first three of each side' }),
    totals: pair(whole),
    relation: z.enum(['contradicts', 'same-root', 'other-roots']),
  })
  .openapi('SharedEvent')

const onlyEvent = z.object({ event: eventRow, claim: eventClaim.nullable() }).openapi('OnlyEvent')

const listOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: list(item), next: z.string().nullable(), total: whole })

/** Two articles, or two outlets, beside each other; the first is `a`. */
export const comparison = z
  .object({
    of: z.enum(['articles', 'outlets']),
    sides: pair(
      z.object({ id: z.string(), article: articleRef.nullable(), claims: whole, events: whole }),
    ).openapi({ description: 'How many events each tells, with how many claims' }),
    shared: listOf(sharedEvent),
    only: pair(listOf(onlyEvent)).openapi({
      description: 'What one tells alone; of outlets, in days when the other published',
    }),
    naming: list(z.object({ actor: z.string(), wordings: pair(list(sideWording)) })),
    numbers: list(
      z.object({
        event: z.string(),
        outcomes: list(outcome),
        what: counted,
        ranges: pair(sideRange),
        isApart: z.boolean().openapi({ description: 'No number fits both' }),
      }),
    ),
    contradictions: list(contradiction),
    copies: list(
      z.object({
        reuse,
        articles: pair(articleRef),
        texts: list(z.tuple([z.string(), z.string()]).readonly()).openapi({
          description: 'The words of each passage in the first and in the second article of `reuse`',
        }),
      }),
    ),
    names,
  })
  .openapi('Comparison')
