/**
 * One writer at a time: a lock that the system takes back when its process ends, however it ends. It is an exclusive
 * transaction on an empty SQLite file in the folder of the originals, because Node has no other lock that outlives no process.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** A lock that is held until `free` is called or the process ends. */
export interface Lock {
  free(): void
}

/** Takes the writer's lock in a folder. Throws SQLite's "busy" (5) where another process has it. */
export function takeLock(folder: string): Lock {
  mkdirSync(folder, { recursive: true })
  const database = new DatabaseSync(join(folder, 'writer.lock'), { timeout: 0 })
  try {
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
  } catch (thrown) {
    database.close()
    throw thrown
  }
  return { free: () => database.close() }
}
