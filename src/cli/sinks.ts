/** Where readings go that no record keeps: JSON Lines on standard output, or one file each in a folder. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Sink } from '../intake/keep.ts'
import type { Problem, Result } from '../model.ts'
import type { Io } from './io.ts'

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
