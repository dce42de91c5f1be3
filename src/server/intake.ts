/** Reads what was uploaded into the record, in reader threads, as long as there is something; tells how far it is. */
import { availableParallelism } from 'node:os'
import { Readable } from 'node:stream'
import type { Found } from '../intake/inputs.ts'
import { readInputs } from '../intake/inputs.ts'
import { makeBatches, readBatches } from '../intake/intake.ts'
import { type Kept, sinkToRecord } from '../intake/keep.ts'
import { removeUploads } from '../intake/uploads.ts'
import type { Problem, Result } from '../model.ts'
import { originalsFolder } from '../store/originals.ts'
import type { Store } from '../store/store.ts'
import type { Writer } from './writer.ts'

/** How far the reading is. Counts begin anew with the first upload after a rest. */
export interface IntakeState {
  /** `stopped`: by `stop`, with what waits still on the disk. */
  readonly state: 'resting' | 'reading' | 'stopped'
  readonly files: number
  readonly bytes: number
  readonly bytesRead: number
  readonly articles: number
  readonly claims: number
  readonly kept: Readonly<Kept>
  readonly failed: number
  /** The last of them, newest first. */
  readonly problems: readonly Problem[]
  readonly stop: Problem | null
  /** Seconds since the first upload. */
  readonly seconds: number
}

/** What reads uploads. */
export interface Intake {
  /** Reads these as well, without waiting for them. */
  add(uploads: readonly Found[]): void
  state(): IntakeState
  /** Done when there is nothing left to read, or reading was stopped. */
  rest(): Promise<void>
}

/** Problems that are shown of a run; the page of problems has them all. */
const SHOWN = 20

/** One core is left to answer. */
const USUAL_THREADS = Math.max(1, availableParallelism() - 1)

interface Counts {
  files: number
  bytes: number
  bytesRead: number
  articles: number
  claims: number
  failed: number
  kept: Kept
  problems: Problem[]
  stop: Problem | null
  started: number
  ended: number | null
}

function newCounts(): Counts {
  const kept = { added: 0, replaced: 0, same: 0 }
  const none = { files: 0, bytes: 0, bytesRead: 0, articles: 0, claims: 0, failed: 0 }
  return { ...none, kept, problems: [], stop: null, started: performance.now(), ended: null }
}

/** An intake for the record of a writer. `threads`: reader threads, 0 to read in this one. */
export function makeIntake(writer: Writer, threads = USUAL_THREADS): Intake {
  let waiting: Found[] = []
  let running: Promise<void> | undefined
  let counts = newCounts()
  const run = async () => {
    while (waiting.length > 0 && counts.stop === null) {
      const taken: Found[] = []
      const take = () => {
        const next = waiting.shift()
        if (next !== undefined) taken.push(next)
        return next
      }
      const outcome = await writer.write(store => readUploads(store, writer.path, { take, counts, threads }))
      if (outcome.ok) removeUploads(taken)
      else {
        counts.stop = outcome.problem
        waiting = [...taken, ...waiting]
      }
    }
    counts.ended = performance.now()
    running = undefined
  }
  return {
    add(uploads) {
      if (running === undefined && counts.stop === null) counts = newCounts()
      counts.stop = null
      waiting.push(...uploads)
      counts.files += uploads.length
      counts.bytes += uploads.reduce((sum, { size }) => sum + size, 0)
      running ??= run()
    },
    state: () => tellState(counts, running !== undefined),
    rest: async () => running,
  }
}

function tellState({ started, ended, ...counts }: Counts, isRunning: boolean): IntakeState {
  const state = isRunning ? 'reading' : counts.stop === null ? 'resting' : 'stopped'
  return { ...counts, state, seconds: ((ended ?? performance.now()) - started) / 1000 }
}

interface Task {
  readonly take: () => Found | undefined
  readonly counts: Counts
  readonly threads: number
}

/** Reads what `take` hands out until it hands out nothing. A problem of the record ends it. */
async function readUploads(
  store: Store,
  record: string,
  { take, counts, threads }: Task,
): Promise<Result<null>> {
  const settings = {
    outlet: undefined,
    published: undefined,
    originals: originalsFolder(record),
    readAt: new Date().toISOString(),
  }
  const sink = sinkToRecord(store, counts.kept, null)
  for await (const batch of readBatches(makeBatches(inputsOf(take)), threads, settings)) {
    const end = await sink.take(batch)
    if (end !== undefined) return { ok: false, problem: end }
    for (const { entry, claims, size, problems } of batch.outcomes) {
      counts.articles += entry === null ? 0 : 1
      counts.claims += claims
      counts.bytesRead += size
      meet(counts, problems)
    }
    meet(counts, batch.problems)
  }
  return { ok: true, value: null }
}

function meet(counts: Counts, problems: readonly Problem[]): void {
  counts.failed += problems.length
  counts.problems = [...problems.toReversed(), ...counts.problems].slice(0, SHOWN)
}

async function* inputsOf(take: () => Found | undefined) {
  for (let file = take(); file !== undefined; file = take()) yield* readInputs([file], Readable.from([]))
}
