/** Reader threads: batches in, outcomes out in the order of the batches; never more under way than the threads can hold. */
import { extname } from 'node:path'
import { Piscina } from 'piscina'
import { fullLexicon } from '../lexicon/builtin.ts'
import type { Problem } from '../model.ts'
import type { Input } from './inputs.ts'
import { type Outcome, type ReadSettings, readBatch } from './reader.ts'

/** Articles of one batch: handing over costs 8 µs an article at 50, 44 µs and more one by one. */
const BATCH = 50
/** Bytes of one batch, so that large files do not pile up. */
const BATCH_BYTES = 4 * 1024 * 1024

/** A batch and the problems met before it. */
export interface Batch {
  readonly inputs: readonly Input[]
  readonly problems: readonly Problem[]
}

/** What came of a batch. */
export interface BatchOutcome {
  readonly outcomes: readonly Outcome[]
  readonly problems: readonly Problem[]
}

/** Groups inputs into batches. */
export async function* makeBatches(inputs: AsyncIterable<Input | Problem>): AsyncGenerator<Batch> {
  let batch: Input[] = []
  let problems: Problem[] = []
  let bytes = 0
  for await (const input of inputs) {
    if ('code' in input) problems.push(input)
    else batch.push(input)
    bytes += 'code' in input ? 0 : (input.bytes?.length ?? input.size)
    if (batch.length + problems.length < BATCH && bytes < BATCH_BYTES) continue
    yield { inputs: batch, problems }
    batch = []
    problems = []
    bytes = 0
  }
  if (batch.length + problems.length > 0) yield { inputs: batch, problems }
}

/** Reads batches with `threads` threads, or in this one where it is 0. */
export async function* readBatches(
  batches: AsyncIterable<Batch>,
  threads: number,
  settings: ReadSettings,
): AsyncGenerator<BatchOutcome> {
  if (threads === 0) yield* readHere(batches, settings)
  else yield* readInThreads(batches, threads, settings)
}

async function* readHere(
  batches: AsyncIterable<Batch>,
  settings: ReadSettings,
): AsyncGenerator<BatchOutcome> {
  const lexicon = fullLexicon()
  for await (const { inputs, problems } of batches) {
    yield { outcomes: readBatch(inputs, lexicon, settings), problems }
  }
}

async function* readInThreads(
  batches: AsyncIterable<Batch>,
  threads: number,
  settings: ReadSettings,
): AsyncGenerator<BatchOutcome> {
  const filename = new URL(`./readerThread${extname(import.meta.url)}`, import.meta.url).href
  const pool = new Piscina({ filename, minThreads: threads, maxThreads: threads, workerData: settings })
  const under: Promise<BatchOutcome>[] = []
  try {
    for await (const batch of batches) {
      under.push(runBatch(pool, batch))
      if (under.length > threads * 2) yield await (under.shift() as Promise<BatchOutcome>)
    }
    while (under.length > 0) yield await (under.shift() as Promise<BatchOutcome>)
  } finally {
    await Promise.allSettled(under)
    await pool.destroy()
  }
}

async function runBatch(pool: Piscina, { inputs, problems }: Batch): Promise<BatchOutcome> {
  return { outcomes: (await pool.run(inputs)) as Outcome[], problems }
}
