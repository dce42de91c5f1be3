/** `hasab verify`: follows a log of reviews, alone or in a record, and names the first entry that does not fit. */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { unreadable } from '../intake/inputs.ts'
import type { Result } from '../model.ts'
import { type LogHead, verifyLog } from '../record/reviewLog.ts'
import { openStore } from '../store/store.ts'
import { failWith, type Io, say } from './io.ts'
import { type Given, textOf, type Verb } from './verb.ts'

/** The verb `verify`. */
export const VERIFY: Verb = {
  name: 'verify',
  takes: 'FILE',
  words: [1, 1],
  options: [{ name: 'head', value: 'HASH' }],
  run: runVerify,
}

async function runVerify(given: Given, io: Io): Promise<number> {
  const [path = ''] = given.words
  const asked = textOf(given, 'head')?.toLowerCase()
  const verified = await verifyFile(path)
  if (!verified.ok) return failWith(io, verified.problem)
  const { entries, head } = verified.value
  if (asked !== undefined && asked !== head) {
    return failWith(io, { code: 'log-head-differs', where: path, values: { entries, head } })
  }
  io.tell(`${say(io, 'verify.fits', { where: path, entries })}\n`)
  await io.out(`${head}\n`)
  return 0
}

/** Every SQLite file begins so (https://www.sqlite.org/fileformat2.html#magic_header_string). */
const SQLITE = 'SQLite format 3\0'

async function verifyFile(path: string): Promise<Result<LogHead>> {
  try {
    return readStart(path, SQLITE.length) === SQLITE ? await verifyRecord(path) : verifyLines(path)
  } catch (thrown) {
    return { ok: false, problem: unreadable(path, thrown) }
  }
}

function readStart(path: string, length: number): string {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(length)
    return bytes.toString('latin1', 0, readSync(file, bytes, 0, length, 0))
  } finally {
    closeSync(file)
  }
}

async function verifyRecord(path: string): Promise<Result<LogHead>> {
  const opened = await openStore(path)
  if (!opened.ok) return opened
  try {
    return await opened.value.verifyReviews()
  } finally {
    await opened.value.close()
  }
}

/** The last line counts with or without an end. */
function verifyLines(path: string): Result<LogHead> {
  const lines = readFileSync(path, 'utf8').split('\n')
  return verifyLog(lines.at(-1) === '' ? lines.slice(0, -1) : lines, path)
}
