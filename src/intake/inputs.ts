/** What there is to read: files of folders in order, lines of JSON Lines, standard input. Nothing is held that is not being read. */
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { MAX_BYTES } from '../article/decode.ts'
import type { Problem } from '../model.ts'
import { splitLines } from './lines.ts'

/** One article to be read: a file, or bytes that were read already (`line`: as a JSON line). `where` is how it is called. */
export interface Input {
  readonly kind: 'file' | 'line' | 'bytes'
  readonly where: string
  /** Where the file lies, if not where it is said to be. */
  readonly path?: string | undefined
  readonly bytes: Uint8Array | null
  /** Bytes of input that it takes, for the progress. */
  readonly size: number
}

/** A file to be read whole or line by line, `-` for standard input. `name` is how it is called, if not by its path. */
export interface Found {
  readonly path: string
  readonly name?: string | undefined
  readonly size: number
}

const MEGABYTE = 1024 * 1024

const ARTICLES = /\.(txt|html?)$/i
const LINES = /\.(jsonl|ndjson|json)(\.gz)?$/i
/** The kinds of files that are read out of a folder. */
export const IN_FOLDERS = /\.(txt|html?|(jsonl|ndjson)(\.gz)?)$/i

/** The files that paths name, folders with all that is in them, sorted by name; a problem for each path that cannot be read. */
export async function findFiles(paths: readonly string[]): Promise<(Found | Problem)[]> {
  const found: (Found | Problem)[] = []
  for (const path of paths) {
    const inside = path === '-' ? [{ path, size: 0 }] : await findPath(path)
    found.push(...(inside.length === 0 ? [nothing(path)] : inside))
  }
  return found
}

function nothing(where: string): Problem {
  return { code: 'nothing-to-read', where, values: {} }
}

async function findPath(path: string): Promise<(Found | Problem)[]> {
  try {
    const stats = await stat(path)
    return stats.isDirectory() ? await findInFolder(path) : [{ path, size: stats.size }]
  } catch (thrown) {
    return [unreadable(path, thrown)]
  }
}

async function findInFolder(folder: string): Promise<(Found | Problem)[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const found: (Found | Problem)[] = []
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    const isFile = (entry.isFile() || entry.isSymbolicLink()) && IN_FOLDERS.test(entry.name)
    if (isFile || entry.isDirectory()) found.push(...(await findPath(path)))
  }
  return found
}

/** The problem of a path that the system does not let us read. */
export function unreadable(where: string, thrown: unknown): Problem {
  const cause = thrown instanceof Error ? thrown.message : String(thrown)
  const isMissing = thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT'
  if (isMissing) return { code: 'path-missing', where, values: {} }
  return { code: 'path-unreadable', where, values: { cause } }
}

/** The articles of the files, in order. Lines are handed out as they are read. */
export async function* readInputs(files: readonly Found[], stdin: Readable): AsyncGenerator<Input | Problem> {
  for (const file of files) {
    if (file.path === '-') yield* readStream(stdin, '-')
    else if (LINES.test(file.path)) yield* readLines(file)
    else if (ARTICLES.test(file.path) || file.size > 0) yield checkSize(file)
    else yield* readStream(createReadStream(file.path), file.path)
  }
}

function checkSize({ path, name = path, size }: Found): Input | Problem {
  return size > MAX_BYTES ? tooLarge(name, size) : { kind: 'file', where: name, path, bytes: null, size }
}

function tooLarge(where: string, size: number): Problem {
  const values = { size: Math.ceil(size / MEGABYTE), limit: MAX_BYTES / MEGABYTE }
  return { code: 'too-large', where, values }
}

async function* readLines({ path, name = path }: Found): AsyncGenerator<Input | Problem> {
  const file = createReadStream(path, { highWaterMark: 256 * 1024 })
  let told = 0
  const share = () => {
    const now = file.bytesRead
    const step = now - told
    told = now
    return step
  }
  const stream = path.endsWith('.gz') ? pipeErrors(file, createGunzip()) : file
  try {
    yield* linesOf(stream, name, share)
  } catch (thrown) {
    yield path.endsWith('.gz') && !isSystem(thrown) ? damaged(name, thrown) : unreadable(name, thrown)
  }
}

function pipeErrors(file: Readable, unpack: ReturnType<typeof createGunzip>): Readable {
  file.on('error', thrown => unpack.destroy(thrown))
  return file.pipe(unpack)
}

function isSystem(thrown: unknown): boolean {
  return thrown instanceof Error && 'syscall' in thrown
}

function damaged(where: string, thrown: unknown): Problem {
  const cause = thrown instanceof Error ? thrown.message : String(thrown)
  return { code: 'archive-damaged', where, values: { cause } }
}

async function* linesOf(
  stream: AsyncIterable<Uint8Array>,
  path: string,
  share: () => number,
): AsyncGenerator<Input | Problem> {
  for await (const line of splitLines(stream, MAX_BYTES)) {
    const where = `${path}:${line.number}`
    if (line.bytes === null) yield tooLarge(where, line.size)
    else if (line.bytes.length > 0) yield { kind: 'line', where, bytes: line.bytes, size: share() }
  }
}

/** Standard input or a pipe: JSON Lines where it begins with `{`, else one article. */
async function* readStream(stream: Readable, path: string): AsyncGenerator<Input | Problem> {
  try {
    const chunks = readChunks(stream)
    const first = await chunks.next()
    const start = first.done ? new Uint8Array() : first.value
    const all = joinChunks(start, chunks)
    if (isBrace(start)) yield* linesOf(all, path, () => 0)
    else yield await readWhole(all, path)
  } catch (thrown) {
    yield unreadable(path, thrown)
  }
}

async function* readChunks(stream: Readable): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream as AsyncIterable<Uint8Array | string>) {
    yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk
  }
}

async function* joinChunks(first: Uint8Array, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first
  yield* rest
}

async function readWhole(chunks: AsyncIterable<Uint8Array>, where: string): Promise<Input | Problem> {
  const kept: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size <= MAX_BYTES) kept.push(chunk)
  }
  return size > MAX_BYTES ? tooLarge(where, size) : { kind: 'bytes', where, bytes: Buffer.concat(kept), size }
}

function isBrace(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 64)).toString('latin1').trimStart().startsWith('{')
}
