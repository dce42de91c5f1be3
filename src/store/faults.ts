/** What the disk or the database threw, as a problem a person can act on. */
import type { Problem, Result } from '../model.ts'

/** Result codes of SQLite that are not a bug of ours (https://www.sqlite.org/rescode.html), by primary code. */
const SQLITE: Readonly<Record<number, string>> = {
  5: 'record-busy',
  8: 'record-unwritable',
  10: 'record-unwritable',
  11: 'record-damaged',
  13: 'disk-full',
  14: 'record-unwritable',
  26: 'record-damaged',
}
const DISK: Readonly<Record<string, string>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EACCES: 'record-unwritable',
  EPERM: 'record-unwritable',
  EROFS: 'record-unwritable',
  ENOTDIR: 'record-unwritable',
  EEXIST: 'record-unwritable',
  EISDIR: 'record-unwritable',
  ENOENT: 'record-unwritable',
  EIO: 'record-unwritable',
}

/** The code of a problem for what was thrown; undefined for what is a bug. */
export function findFault(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error)) return undefined
  if ('errcode' in thrown && typeof thrown.errcode === 'number') return SQLITE[thrown.errcode & 0xff]
  return 'code' in thrown && typeof thrown.code === 'string' ? DISK[thrown.code] : undefined
}

/** Does something with the record at `path`; what the disk or the database throws becomes a problem, a bug stays thrown. */
export async function attempt<T>(path: string, act: () => T | Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await act() }
  } catch (thrown) {
    return { ok: false, problem: makeFault(thrown, path) }
  }
}

/** The problem for what was thrown; throws it again where it is a bug. */
export function makeFault(thrown: unknown, path: string): Problem {
  const code = findFault(thrown)
  if (code === undefined) throw thrown
  const cause = thrown instanceof Error ? thrown.message : ''
  return faultProblem(code, path, cause)
}

function faultProblem(code: string, where: string, cause: string): Problem {
  return { code, where, values: { cause } }
}
