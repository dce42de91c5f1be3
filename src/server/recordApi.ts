/** The routes of what stands between articles. A view says whose word is taken: what is left out leaves nothing out. */
import { z } from '@hono/zod-openapi'
import {
  contradiction,
  contradictionPage,
  type contradictionRow,
  dayCounts,
  eventPage,
  eventReading,
  type eventRow,
  holdersPage,
  type holding,
  placeHoldings,
  reusePage,
} from './recordSchemas.ts'
import { type reference, referencePage } from './referenceSchemas.ts'
import { door, filters, idParam, lang, listQuery, none } from './routes.ts'

const listed = (of: string) =>
  z
    .string()
    .max(4000)
    .optional()
    .openapi({ description: `${of}, with | between them` })
const yes = (about: string) => z.enum(['yes', 'no']).optional().openapi({ description: about })
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** Whose word is taken. */
const view = z.object({
  roots: listed('Keys of roots'),
  outlets: listed('Ids of outlets'),
  families: listed('Families of outlets'),
  asOf: day.optional().openapi({ description: 'Only what had been said by this day' }),
  admitted: yes('yes: only what a side admits against itself'),
  agreed: yes('yes: a holder only where every root that has a word says so'),
  implied: yes('yes: also what is only implied, where nothing is said'),
  lang: lang.shape.lang,
})

const { place, actor, type, family, outlet, from, to } = filters.shape

/** The routes between articles by name. */
export const recordRoutes = {
  events: door({
    path: '/api/events',
    about: 'Events, latest first',
    answer: eventPage,
    query: listQuery.extend({ place, actor, type, family, outlet, from, to }),
    params: none,
  }),
  event: door({
    path: '/api/events/{id}',
    about: 'An event with its claims, chains, roots, contradictions; an id that it ever had leads to it',
    answer: eventReading,
    query: lang,
    params: idParam,
  }),
  contradictions: door({
    path: '/api/contradictions',
    about: 'Contradictions, the newest first',
    answer: contradictionPage,
    query: listQuery.extend({
      kind: contradiction.shape.kind.optional(),
      place: z.string().optional(),
      event: z.string().optional(),
      resolved: yes('no: only open ones; yes: only resolved ones'),
    }),
    params: none,
  }),
  holders: door({
    path: '/api/holdings',
    about: 'Who holds what on a day, according to whom',
    answer: holdersPage,
    query: view.extend({ day, brief: yes('yes: without the keys of claims and roots') }),
    params: none,
  }),
  placeHoldings: door({
    path: '/api/places/{id}/holdings',
    about: 'Who held a place when, according to whom',
    answer: placeHoldings,
    query: view,
    params: idParam,
  }),
  days: door({
    path: '/api/days',
    about: 'How many claims that count speak of each day',
    answer: dayCounts,
    query: lang.extend({ family }),
    params: none,
  }),
  reuse: door({
    path: '/api/articles/{id}/reuse',
    about: 'What an article shares with others, and what the copy changed',
    answer: reusePage,
    query: lang,
    params: idParam,
  }),
  references: door({
    path: '/api/references',
    about: 'Later chronologies and how the record stands to them, latest first',
    answer: referencePage,
    query: listQuery.extend({
      place,
      from,
      to,
      event: z.string().optional().openapi({ description: 'Of its places, within three days of it' }),
      chronology: z.string().optional(),
    }),
    params: none,
  }),
} as const

/** The type of the schema of that name. */
export type ApiReference = z.infer<typeof reference>
/** The type of the schema of that name. */
export type EventRow = z.infer<typeof eventRow>
/** The type of the schema of that name. */
export type EventReading = z.infer<typeof eventReading>
/** The type of the schema of that name. */
export type ContradictionRow = z.infer<typeof contradictionRow>
/** The type of the schema of that name. */
export type ApiHolding = z.infer<typeof holding>
/** The type of the schema of that name. */
export type HoldersPage = z.infer<typeof holdersPage>
/** The type of the schema of that name. */
export type PlaceHoldings = z.infer<typeof placeHoldings>
/** The type of the schema of that name. */
export type ReusePage = z.infer<typeof reusePage>
