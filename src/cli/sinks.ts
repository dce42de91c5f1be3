/** Where readings go: JSON Lines on standard output, one file each in a folder, or a record. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BatchOutcome } from '../intake/intake.ts'
import type { Problem, Result } from '../model.ts'
import type { Added, Store } from '../store/store.ts'
import type { Io } from './io.ts'

/** Takes what came of a batch; gives the problem that ends the run, where there is one. */
export interface Sink {
  take(batch: BatchOutcome): Promise<Problem | undefined>
}

/** Readings as JSON Lines on standard output. */
export function sinkToOut(io: Io): Sink {
  return {
    async take({ outcomes }) {
      for (const { json } of outcomes) if (json !== null) await io.out(`${json}\n`)
      return undefined
    },
  }
}

/** One `NAME.json` for each reading in `folder`. Two articles of one name: the second is `NAME~2.json`. */
export async function sinkToFolder(folder: string): Promise<Result<Sink>> {
  const taken = new Map<string, number>()
  const made = await write(folder, () => mkdir(folder, { recursive: true }).then(() => undefined))
  if (made !== undefined) return { ok: false, problem: made }
  return {
    ok: true,
    value: {
      async take({ outcomes }) {
        for (const { json, name } of outcomes) {
          if (json === null) continue
          const path = join(folder, `${chooseName(name, taken)}.json`)
          const problem = await write(path, () => writeFile(path, json))
          if (problem !== undefined) return problem
        }
        return undefined
      },
    },
  }
}

async function write(where: string, act: () => Promise<void>): Promise<Problem | undefined> {
  try {
    await act()
    return undefined
  } catch (thrown) {
    const cause = thrown instanceof Error ? thrown.message : String(thrown)
    return { code: 'out-unwritable', where, values: { cause } }
  }
}

/** The most characters of a file's name: 255 bytes is the limit of common file systems, and a letter may be four. */
const LONGEST = 60

/**
 * A file name for an article's name, which is data: `../a/b` → `_.._a_b` on any system. Names that differ only in case are
 * one name, because on some disks they are. `taken` remembers.
 */
function chooseName(name: string, taken: Map<string, number>): string {
  const plain = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M} ._~()-]/gu, '_')
    .replace(/^[.\s~-]/, '_$&')
  const short =
    [...plain]
      .slice(0, LONGEST)
      .join('')
      .replace(/[.\s]+$/, '') || '_'
  const safe = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(short) ? `_${short}` : short
  const key = safe.toLowerCase()
  const times = (taken.get(key) ?? 0) + 1
  taken.set(key, times)
  return times === 1 ? safe : chooseName(`${safe}~${times}`, taken)
}

/** What a record was given in a run. */
export type Kept = { -readonly [K in keyof Added]: number }

/** A record. With `ids`, the id of each article goes to standard output once it is on the disk. */
export function sinkToRecord(store: Store, kept: Kept, ids: ((text: string) => Promise<void>) | null): Sink {
  return {
    async take({ outcomes, problems }) {
      const entries = outcomes.flatMap(({ entry }) => entry ?? [])
      const met = [...problems, ...outcomes.flatMap(outcome => outcome.problems)]
      const added = await store.add(entries, met)
      if (!added.ok) return added.problem
      for (const key of ['added', 'replaced', 'same'] as const) kept[key] += added.value[key]
      if (ids !== null && entries.length > 0)
        await ids(entries.map(({ article }) => `${article.id}\n`).join(''))
      return undefined
    },
  }
}
