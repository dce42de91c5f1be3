/** The shapes of later chronologies: shown beside the sources, never counted among them. `src/record/relations.ts` defines them. */
import { z } from '@hono/zod-openapi'
import { list, names } from './schemas.ts'

const whole = z.number().int()
const id = z.string().nullable()

/** How the record's holdings stand to an entry. */
const difference = z
  .object({
    reference: z.string(),
    place: id,
    kind: z.enum(['none', 'days', 'holder', 'silent']).openapi({
      description: 'The same; the same holder on other days; others; nothing said',
    }),
    days: whole.nullable().openapi({
      description: 'Days that the record comes after the entry, before it where negative',
    }),
    holders: list(z.string()).openapi({ description: "Who holds it in the record on the entry's last day" }),
  })
  .openapi('Difference')

/** An entry of a later chronology; `difference` null where it names no place or no actor. */
export const reference = z
  .object({
    id: z.string().openapi({ description: 'The file and the line', example: 'yearbook.csv:12' }),
    chronology: z.string(),
    date: z.string().openapi({ description: 'EDTF', example: '2017-10-17/2017-10-20' }),
    place: id,
    actor: id,
    formerHolder: id,
    text: z.string(),
    source: z.string(),
    difference: difference.nullable(),
  })
  .openapi('Reference')

/** A page of references, with the chronologies that the record has. */
export const referencePage = z
  .object({
    items: list(reference),
    next: z.string().nullable(),
    total: whole,
    chronologies: list(
      z.object({
        chronology: z.string(),
        entries: whole,
        placeless: whole,
        first: z.string().nullable(),
        last: z.string().nullable(),
      }),
    ),
    names,
  })
  .openapi('ReferencePage')
