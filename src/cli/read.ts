/** `hasab read`: files, folders, JSON Lines → readings. */
import { availableParallelism } from 'node:os'
import { type Found, findFiles, readInputs } from '../intake/inputs.ts'
import { type BatchOutcome, makeBatches, readBatches } from '../intake/intake.ts'
import { type Kept, type Sink, sinkToRecord } from '../intake/keep.ts'
import type { ReadSettings } from '../intake/reader.ts'
import { fullLexicon } from '../lexicon/builtin.ts'
import type { Problem } from '../model.ts'
import { readGazette } from '../store/names.ts'
import { originalsFolder } from '../store/originals.ts'
import { openStore, type Store } from '../store/store.ts'
import { failWith, type Io, say } from './io.ts'
import { Progress } from './progress.ts'
import { relateRecord } from './relate.ts'
import { sinkToFolder, sinkToOut } from './sinks.ts'
import { Tally, tellProblems } from './tally.ts'
import { type Given, RECORD, textOf, type Verb } from './verb.ts'

/** Below this a run is over before reader threads have started. */
const FEW_BYTES = 400_000

/** The verb `read`. */
export const READ: Verb = {
  name: 'read',
  takes: 'PATH…',
  words: [1, Number.POSITIVE_INFINITY],
  options: [
    RECORD,
    { name: 'out', value: 'DIR' },
    { name: 'outlet', value: 'ID' },
    { name: 'published', value: 'DAY' },
    { name: 'workers', value: 'N' },
    { name: 'ids' },
  ],
  run: runRead,
}

async function runRead(given: Given, io: Io): Promise<number> {
  const workers = textOf(given, 'workers')
  if (workers !== undefined && !/^\d{1,3}$/.test(workers)) return misuse(io, 'usage.number', 'workers')
  const record = textOf(given, 'record')
  const out = textOf(given, 'out')
  if (record !== undefined && out !== undefined) return misuse(io, 'usage.both', 'record')
  if (record !== undefined) return readToRecord(given, io, record)
  const sink = out === undefined ? { ok: true as const, value: sinkToOut(io) } : await sinkToFolder(out)
  if (!sink.ok) return failWith(io, sink.problem)
  const tally = await readAll(given, io, { sink: sink.value, originals: null })
  tellProblems(io, tally)
  if (out !== undefined)
    io.tell(`${say(io, 'read.written', { articles: tally.articles, claims: tally.claims, out })}\n`)
  return tally.exitCode
}

function misuse(io: Io, key: string, option: string): number {
  io.tell(`${say(io, key, { option })}\n`)
  return 2
}

async function readToRecord(given: Given, io: Io, record: string): Promise<number> {
  const opened = await openStore(record, { write: readGazette(fullLexicon()) })
  if (!opened.ok) return failWith(io, opened.problem)
  const store = opened.value
  const kept: Kept = { added: 0, replaced: 0, same: 0 }
  try {
    const sink = sinkToRecord(store, kept, given.options.ids === true ? io.out : null)
    const tally = await readAll(given, io, { sink, originals: originalsFolder(record) })
    const related = await relateRecord(store, io)
    tellProblems(io, tally)
    await tellSummary(io, store, { record, kept, tally })
    return related.ok ? tally.exitCode : failWith(io, related.problem)
  } finally {
    await store.close()
  }
}

interface Goal {
  readonly sink: Sink
  readonly originals: string | null
}

async function readAll(given: Given, io: Io, { sink, originals }: Goal): Promise<Tally> {
  const tally = new Tally()
  const found = await findFiles(given.words)
  const files = found.flatMap(file => ('code' in file ? [] : [file]))
  const early = found.flatMap(problem => ('code' in problem ? [problem] : []))
  const total = files.reduce((sum, { size }) => sum + size, 0)
  const progress = new Progress(io, total)
  const settings: ReadSettings = {
    outlet: textOf(given, 'outlet'),
    published: textOf(given, 'published'),
    originals,
    readAt: new Date().toISOString(),
  }
  let end = await take({ outcomes: [], problems: early }, sink, tally)
  const batches = makeBatches(readInputs(files, io.input))
  for await (const batch of readBatches(batches, countThreads(given, files, total), settings)) {
    end = end ?? (await take(batch, sink, tally))
    if (end !== undefined) break
    progress.add(
      batch.outcomes.length,
      batch.outcomes.reduce((sum, { size }) => sum + size, 0),
    )
  }
  progress.end()
  if (end !== undefined) tally.meet(end)
  return tally
}

async function take(batch: BatchOutcome, sink: Sink, tally: Tally): Promise<Problem | undefined> {
  const end = await sink.take(batch)
  if (end !== undefined) return end
  for (const problem of batch.problems) tally.meet(problem)
  for (const { json, entry, claims, problems } of batch.outcomes) {
    if (json !== null || entry !== null) tally.articles++
    tally.claims += claims
    for (const problem of problems) tally.meet(problem)
  }
  return undefined
}

function countThreads(given: Given, files: readonly Found[], total: number): number {
  const asked = textOf(given, 'workers')
  if (asked !== undefined) return Number(asked)
  const isShort = total < FEW_BYTES && files.every(({ path }) => path !== '-' && !path.endsWith('.gz'))
  return isShort ? 0 : availableParallelism()
}

interface Run {
  readonly record: string
  readonly kept: Kept
  readonly tally: Tally
}

async function tellSummary(io: Io, store: Store, { record, kept, tally }: Run): Promise<void> {
  const { articles, claims, optional, places, outlets, problems } = await store.summary()
  io.tell(`${say(io, 'read.kept', { ...kept })}\n`)
  io.tell(`${say(io, 'read.record', { record, articles, claims, optional, places, outlets, problems })}\n`)
  for (const [code, { count }] of tally.problems) io.tell(`${say(io, 'read.problem', { code, count })}\n`)
}
