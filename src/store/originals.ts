/** The bytes that were read, beside the record: `NAME.originals/ab/cdef…`, named by their SHA-256, each written once. */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

let written = 0

/** The folder of a record's originals: `war.db` → `war.originals`. */
export function originalsFolder(record: string): string {
  return `${record.replace(/\.(db|sqlite3?|hasab)$/, '')}.originals`
}

/** Where the bytes of an article are kept. */
function originalPath(folder: string, id: string): string {
  return join(folder, id.slice(0, 2), id.slice(2))
}

/**
 * Keeps bytes under their hash: written aside, flushed, then named, so that a file under its name is whole.
 * Throws what the disk throws.
 */
export function writeOriginal(folder: string, id: string, bytes: Uint8Array): void {
  const path = originalPath(folder, id)
  if (existsSync(path)) return
  mkdirSync(dirname(path), { recursive: true })
  const aside = `${path}.${process.pid}-${written++}.part`
  const file = openSync(aside, 'w')
  try {
    writeAll(file, bytes)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(aside, path)
}

/** Flushes the folders of these articles, so that the names of their files outlast a power cut. */
export function flushFolders(folder: string, ids: readonly string[]): void {
  for (const name of new Set(ids.map(id => id.slice(0, 2)))) {
    const opened = openSync(join(folder, name), 'r')
    try {
      fsyncSync(opened)
    } finally {
      closeSync(opened)
    }
  }
}

/** The bytes of an article; throws what the disk throws. */
export function readOriginal(folder: string, id: string): Promise<Uint8Array> {
  return readFile(originalPath(folder, id))
}

/** Takes the bytes of an article away, where they are there. */
export function removeOriginal(folder: string, id: string): void {
  rmSync(originalPath(folder, id), { force: true })
}

function writeAll(file: number, bytes: Uint8Array): void {
  let done = 0
  while (done < bytes.length) done += writeSync(file, bytes, done)
}
