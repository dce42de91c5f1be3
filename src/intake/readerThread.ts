/** The entry of a reader thread. Each loads the lexicon once. */
import { workerData } from 'node:worker_threads'
import { fullLexicon } from '../lexicon/builtin.ts'
import type { Input } from './inputs.ts'
import { type Outcome, type ReadSettings, readBatch } from './reader.ts'

/** Reads a batch with the settings that the thread was started with. */
export default function readInThread(inputs: readonly Input[]): Outcome[] {
  return readBatch(inputs, fullLexicon(), workerData as ReadSettings)
}
