/** Refusals: one body for each, in the language that was asked for. */
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { tellProblem } from '../messages.ts'
import type { Problem } from '../model.ts'
import { findFault } from '../store/faults.ts'
import { chooseLanguage, loadMessages } from './tables.ts'

/** The status of each problem that a request can meet; any other is the record's, 503. */
const STATUS: Readonly<Record<string, 400 | 403 | 404 | 409 | 413 | 500>> = {
  'bad-query': 400,
  'bad-page': 400,
  'host-refused': 403,
  'not-found': 404,
  'origin-refused': 403,
  'original-missing': 404,
  'review-stale': 409,
  'server-failed': 500,
  'upload-kind': 400,
  'upload-too-large': 413,
  'writing-closed': 403,
}

/** Answers a problem: `{ error: { code, message, hint } }` with its status. */
export function refuse(c: Context, problem: Problem) {
  const language = chooseLanguage(c.req.query('lang'), c.req.header('accept-language'))
  const { message, hint } = tellProblem(loadMessages(language), problem)
  return c.json({ error: { code: problem.code, message, hint } }, STATUS[problem.code] ?? 503)
}

/** Answers that there is nothing of that name. */
export function refuseUnknown(c: Context, what: string) {
  const problem = { code: 'not-found', where: what, values: {} }
  return refuse(c, problem)
}

/** Answers what was thrown: a body that cannot be read as `bad-query`, a fault of the disk or the record with its code, a bug as `server-failed`, told to `tell`. */
export function refuseThrown(c: Context, thrown: Error, tell: (thrown: Error) => void) {
  const values = { cause: thrown.message }
  if (thrown instanceof HTTPException && thrown.status < 500) {
    return refuse(c, { code: 'bad-query', where: c.req.path, values })
  }
  const code = findFault(thrown)
  if (code === undefined) tell(thrown)
  if (code !== undefined) return refuse(c, { code, where: c.req.path, values })
  const problem: Problem = { code: 'server-failed', where: c.req.path, values }
  return refuse(c, problem)
}
