/**
 * The server's one writer: the record is opened for writing when something is to be written and let go when nothing is, so
 * that `hasab read --record` may write in between.
 */
import { fullLexicon } from '../lexicon/builtin.ts'
import type { Result } from '../model.ts'
import { readGazette } from '../store/names.ts'
import { openStore, type Store } from '../store/store.ts'

/** Writes to a record. */
export interface Writer {
  /** The record's file. */
  readonly path: string
  /** Does something with the record open for writing. Problems: those of `act`, and `record-busy` where another process writes. */
  write<T>(act: (store: Store) => Promise<Result<T>>): Promise<Result<T>>
}

/** A writer of the record at `path`. Those who write at the same time share one open record. */
export function makeWriter(path: string): Writer {
  let opened: Promise<Result<Store>> | undefined
  let users = 0
  const open = () => {
    opened ??= openStore(path, { write: readGazette(fullLexicon()) })
    return opened
  }
  const leave = async (store: Result<Store>) => {
    users--
    if (users > 0) return
    opened = undefined
    if (store.ok) await store.value.close()
  }
  return {
    path,
    async write(act) {
      users++
      const store = await open()
      try {
        return store.ok ? await act(store.value) : store
      } finally {
        await leave(store)
      }
    },
  }
}
