/** The routes of uploads: a file is sent, kept and read; how far the reading is. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { findUploads, incomingFolder, keepUpload, MOST_UPLOAD, tooLarge } from '../intake/uploads.ts'
import { tellProblem } from '../messages.ts'
import { type Intake, makeIntake } from './intake.ts'
import { refuse } from './refuse.ts'
import { refuseWriting } from './reviews.ts'
import { lang, none, refusals } from './routes.ts'
import { list, problemRow } from './schemas.ts'
import { chooseLanguage, loadMessages } from './tables.ts'
import type { Writer } from './writer.ts'

const problem = problemRow.omit({ at: true })

const intakeState = z
  .object({
    /** False where the server only shows. */
    isOpen: z.boolean(),
    state: z.enum(['resting', 'reading', 'stopped']),
    files: z.number().int(),
    bytes: z.number().int(),
    bytesRead: z.number().int(),
    articles: z.number().int(),
    claims: z.number().int(),
    added: z.number().int(),
    replaced: z.number().int(),
    same: z.number().int(),
    failed: z.number().int(),
    problems: list(problem).openapi({ description: 'The last of them, newest first' }),
    stop: problem.nullable().openapi({ description: 'Why reading stopped; what waits is still on the disk' }),
    seconds: z.number(),
  })
  .openapi('IntakeState')

const kept = z.object({ path: z.string(), bytes: z.number().int() }).openapi('KeptUpload')
const json = <T extends z.ZodType>(schema: T, description: string) => ({
  content: { 'application/json': { schema } },
  description,
})

/** The routes of uploads by name. */
export const uploadRoutes = {
  intake: createRoute({
    method: 'get',
    path: '/api/intake',
    summary: 'How far the reading of uploads is',
    request: { query: lang, params: none },
    responses: { 200: json(intakeState, 'How far it is'), ...refusals },
  }),
  upload: createRoute({
    method: 'post',
    path: '/api/intake',
    summary: 'Takes a file to read; answers once it is on the disk, before it is read',
    request: {
      query: lang.extend({
        path: z.string().min(1).max(2000).openapi({ description: 'Its path as the user knows it' }),
        drop: z
          .string()
          .max(64)
          .optional()
          .openapi({ description: 'The same for files that were dropped together' }),
      }),
      body: {
        content: { 'application/octet-stream': { schema: z.string() } },
        description: `The bytes, at most ${MOST_UPLOAD}`,
      },
    },
    responses: { 201: json(kept, 'It is on the disk'), ...refusals },
  }),
  resume: createRoute({
    method: 'post',
    path: '/api/intake/resume',
    summary: 'Goes on reading after a stop',
    request: { query: lang },
    responses: { 202: json(z.object({ files: z.number().int() }), 'It goes on'), ...refusals },
  }),
} as const

/** The type of the schema of that name. */
export type IntakeState = z.infer<typeof intakeState>

/** Adds the routes. What an earlier server left unread is read now. */
export function answerUploads(app: OpenAPIHono, writer: Writer | undefined): void {
  const folder = writer === undefined ? '' : incomingFolder(writer.path)
  const intake = writer === undefined ? undefined : makeIntake(writer)
  answerState(app, intake)
  app.openapi(uploadRoutes.upload, async c => {
    if (intake === undefined) return refuseWriting(c)
    const { path, drop = '' } = c.req.valid('query')
    const length = Number(c.req.header('content-length') ?? 0)
    if (length > MOST_UPLOAD) return refuse(c, tooLarge(path, length))
    const found = await keepUpload(folder, { path, drop, chunks: bytesOf(c.req.raw.body) })
    if (!found.ok) return refuse(c, found.problem)
    if (found.value !== null) intake.add([found.value])
    return c.json({ path, bytes: found.value?.size ?? length }, 201)
  })
  app.openapi(uploadRoutes.resume, c => {
    if (intake === undefined) return refuseWriting(c)
    const left = intake.state().state === 'reading' ? [] : findUploads(folder)
    if (left.length > 0) intake.add(left)
    return c.json({ files: left.length }, 202)
  })
  const left = writer === undefined ? [] : findUploads(folder)
  if (left.length > 0) intake?.add(left)
}

async function* bytesOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  if (body !== null) yield* body as unknown as AsyncIterable<Uint8Array>
}

const RESTING = {
  state: 'resting',
  files: 0,
  bytes: 0,
  bytesRead: 0,
  articles: 0,
  claims: 0,
  failed: 0,
} as const
const NOTHING = { added: 0, replaced: 0, same: 0 }

function answerState(app: OpenAPIHono, intake: Intake | undefined): void {
  app.openapi(uploadRoutes.intake, c => {
    const messages = loadMessages(chooseLanguage(c.req.valid('query').lang, c.req.header('accept-language')))
    if (intake === undefined) {
      return c.json({ isOpen: false, ...RESTING, ...NOTHING, problems: [], stop: null, seconds: 0 }, 200)
    }
    const { kept: counts, problems, stop, ...state } = intake.state()
    const told = problems.map(one => ({ ...one, ...tellProblem(messages, one) }))
    const why = stop === null ? null : { ...stop, ...tellProblem(messages, stop) }
    return c.json({ isOpen: true, ...state, ...counts, problems: told, stop: why }, 200)
  })
}
