/**
 * Files that a browser sends, on the disk before they are read: `NAME.originals/incoming/`. A file is there under its name
 * only when it is whole, with its path in a file beside it, so that what was acknowledged is read even after a power cut.
 */
import { createHash } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Problem, Result } from '../model.ts'
import { attempt } from '../store/faults.ts'
import { originalsFolder } from '../store/originals.ts'
import { type Found, IN_FOLDERS } from './inputs.ts'

/** The most bytes of one upload: a year of a large outlet as JSON Lines has half of it. */
export const MOST_UPLOAD = 512 * 1024 * 1024

const MEGABYTE = 1024 * 1024
const SIDE = /\.meta\.json$/i
const NAME = '.name'

/** The folder of the uploads of a record. */
export function incomingFolder(record: string): string {
  return join(originalsFolder(record), 'incoming')
}

/** A file to be kept: `drop` sets what was dropped together apart from the rest, `path` is its path within that. */
export interface Upload {
  readonly drop: string
  readonly path: string
  readonly chunks: AsyncIterable<Uint8Array>
  /** The most bytes that are taken; `MOST_UPLOAD` unless told otherwise. */
  readonly most?: number
}

/**
 * Keeps an upload; it is on the disk when this returns. `null` for a side file, which is read with the article beside it.
 * Problems: `upload-kind`, `upload-too-large`, `disk-full`, `record-unwritable`.
 */
export async function keepUpload(folder: string, upload: Upload): Promise<Result<Found | null>> {
  const { path } = upload
  if (!IN_FOLDERS.test(path) && !SIDE.test(path)) return refuse('upload-kind', path)
  const kept = await attempt(path, () => writeUpload(folder, upload))
  if (!kept.ok) return kept
  if ('code' in kept.value) return { ok: false, problem: kept.value }
  return { ok: true, value: SIDE.test(path) ? null : kept.value }
}

function refuse(code: string, where: string): { ok: false; problem: Problem } {
  return { ok: false, problem: { code, where, values: {} } }
}

async function writeUpload(folder: string, upload: Upload): Promise<Found | Problem> {
  const { drop, path, chunks, most = MOST_UPLOAD } = upload
  mkdirSync(folder, { recursive: true })
  const place = join(folder, placeOf(drop, path))
  const size = await writeAside(`${place}.part`, chunks, most)
  if (size > most) return tooLarge(path, size, most)
  await writeAside(`${place}${NAME}.part`, pieces(path), most)
  renameSync(`${place}${NAME}.part`, `${place}${NAME}`)
  renameSync(`${place}.part`, place)
  flushFolder(folder)
  return { path: place, name: path, size }
}

/** The problem of an upload of `size` bytes where `most` are taken. */
export function tooLarge(where: string, size: number, most = MOST_UPLOAD): Problem {
  const values = { size: Math.ceil(size / MEGABYTE), limit: most / MEGABYTE }
  return { code: 'upload-too-large', where, values }
}

async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text, 'utf8')
}

/** A name that is no path of anybody's: an article and its side file differ only in their endings. */
function placeOf(drop: string, path: string): string {
  const kind = (SIDE.exec(path) ?? IN_FOLDERS.exec(path))?.[0] ?? ''
  const stem = path.slice(0, path.length - kind.length)
  const hash = createHash('sha256').update(`${drop}\n${stem}`).digest('hex')
  return `${hash.slice(0, 32)}${kind.toLowerCase()}`
}

/** Writes and flushes a file; stops soon after the limit. A file that is not whole is taken away. Gives the bytes that came. */
async function writeAside(path: string, chunks: AsyncIterable<Uint8Array>, most: number): Promise<number> {
  const file = openSync(path, 'w')
  let size = 0
  let isWhole = false
  try {
    for await (const chunk of chunks) {
      size += chunk.length
      if (size > most) return size
      writeAll(file, chunk)
    }
    fsyncSync(file)
    isWhole = true
    return size
  } finally {
    closeSync(file)
    if (!isWhole) rmSync(path)
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  let done = 0
  while (done < bytes.length) done += writeSync(file, bytes, done)
}

function flushFolder(folder: string): void {
  const opened = openSync(folder, 'r')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}

/** The uploads that are whole and were not read yet, by name. */
export function findUploads(folder: string): Found[] {
  const names = statSync(folder, { throwIfNoEntry: false }) === undefined ? [] : readdirSync(folder)
  return names
    .filter(name => IN_FOLDERS.test(name) && names.includes(`${name}${NAME}`))
    .sort()
    .map(name => {
      const path = join(folder, name)
      return { path, name: readFileSync(`${path}${NAME}`, 'utf8'), size: statSync(path).size }
    })
}

/** Takes uploads away that a record keeps now, with their names and side files. */
export function removeUploads(uploads: readonly Found[]): void {
  for (const { path } of uploads) {
    const side = path.replace(IN_FOLDERS, '.meta.json')
    for (const file of [path, `${path}${NAME}`, side, `${side}${NAME}`]) rmSync(file, { force: true })
  }
}
