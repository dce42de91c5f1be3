/** What a reader thread does: a batch of articles from bytes to readings, laid out as the run wants them. */
import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { readJsonLine, readName, readSideFile } from '../article/sources.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Hints, Problem, Reading, Result } from '../model.ts'
import { readAll, readBytes } from '../read.ts'
import { type Entry, makeEntry } from '../store/entry.ts'
import { makeFault } from '../store/faults.ts'
import { readGazette } from '../store/names.ts'
import { flushFolders, writeOriginal } from '../store/originals.ts'
import { type Input, unreadable } from './inputs.ts'

/** What every article of a run is read with. `originals`: the folder of a record's originals, where there is a record. */
export interface ReadSettings {
  readonly outlet: string | undefined
  readonly published: string | undefined
  readonly originals: string | null
  /** When the run began, ISO 8601 in UTC. */
  readonly readAt: string
}

/** What came of one input: a reading as a JSON line or as rows for a record; problems. */
export interface Outcome {
  readonly where: string
  readonly name: string
  readonly size: number
  readonly json: string | null
  readonly entry: Entry | null
  readonly claims: number
  readonly problems: readonly Problem[]
}

interface Source {
  /** What the reader reads. */
  readonly bytes: Uint8Array
  /** What is kept: the file, or the line of JSON that held the text. */
  readonly original: Uint8Array
  readonly hints: Hints
  readonly problems: readonly Problem[]
}

/** Reads a batch. A bad article is a problem, a bug on one article too; the fault of a full disk ends the batch as a problem. */
export function readBatch(inputs: readonly Input[], lexicon: Lexicon, settings: ReadSettings): Outcome[] {
  const opened = inputs.map(input => ({ input, source: openInput(input, settings) }))
  const sources = opened.flatMap(({ source }) => ('code' in source ? [] : [source]))
  const readings = readSources(sources, lexicon).values()
  const within = findWithin(lexicon)
  const outcomes = opened.map(({ input, source }) => {
    if ('code' in source) return failed(input, source)
    const read = readings.next().value as Result<Reading>
    if (!read.ok) return failed(input, { ...read.problem, where: input.where })
    return layOut(input, source, { settings, within, reading: read.value })
  })
  if (settings.originals === null) return outcomes
  return keepOriginals(outcomes, settings.originals)
}

/** Reads sources together; where the reader fails, one by one, to know the article that it failed on. */
function readSources(sources: readonly Source[], lexicon: Lexicon): Result<Reading>[] {
  try {
    return readAll(sources, lexicon)
  } catch (thrown) {
    if (sources.length > 1) return sources.flatMap(source => readSources([source], lexicon))
    return [{ ok: false, problem: writeFailure('', thrown) }]
  }
}

/** Reads one input to its reading, for those who want to look at it. */
export function readOne(
  input: Input,
  lexicon: Lexicon,
  hints: Pick<ReadSettings, 'outlet' | 'published'>,
): Result<Reading> {
  const source = openInput(input, { ...hints, originals: null, readAt: '' })
  return 'code' in source ? { ok: false, problem: source } : readBytes(source.bytes, source.hints, lexicon)
}

interface Means {
  readonly settings: ReadSettings
  readonly within: ReadonlyMap<string, string | null>
  readonly reading: Reading
}

const withins = new WeakMap<Lexicon, ReadonlyMap<string, string | null>>()

function findWithin(lexicon: Lexicon): ReadonlyMap<string, string | null> {
  const known = withins.get(lexicon)
  if (known !== undefined) return known
  const within = new Map(readGazette(lexicon).places.map(row => [row.id, row.within]))
  withins.set(lexicon, within)
  return within
}

/** A bug, with the first line of what was thrown: a parser may throw the whole page. */
function writeFailure(where: string, thrown: unknown): Problem {
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  const cause = (message.split('\n')[0] ?? '').slice(0, 160)
  return { code: 'reader-failed', where, values: { cause } }
}

function failed(input: Input, problem: Problem): Outcome {
  const { where, size } = input
  return { where, name: readName(where), size, json: null, entry: null, claims: 0, problems: [problem] }
}

function layOut(input: Input, source: Source, means: Means): Outcome {
  try {
    return writeOutcome(input, source, means)
  } catch (thrown) {
    return failed(input, writeFailure(input.where, thrown))
  }
}

function writeOutcome(input: Input, source: Source, { settings, within, ...means }: Means): Outcome {
  const reading = input.kind === 'line' ? renameReading(means.reading, source.original) : means.reading
  const { where, size } = input
  const hints = { original: source.original, path: where, readAt: settings.readAt, within }
  return {
    where,
    name: reading.article.name,
    size,
    json: settings.originals === null ? JSON.stringify(reading) : null,
    entry: settings.originals === null ? null : makeEntry(reading, hints),
    claims: reading.claims.length,
    problems: source.problems,
  }
}

/** A JSON line is itself the original: the same text from two outlets is two articles. */
function renameReading(reading: Reading, original: Uint8Array): Reading {
  const id = createHash('sha256').update(original).digest('hex')
  return { ...reading, article: { ...reading.article, id } }
}

function openInput(input: Input, settings: ReadSettings): Source | Problem {
  const { where } = input
  const { outlet, published } = settings
  if (input.kind === 'line') return openLine(input, { outlet, published })
  const usual: Hints = { name: where === '-' ? 'stdin' : readName(where), outlet, published }
  try {
    const path = input.path ?? where
    const bytes = input.bytes ?? readFileSync(path)
    const side = input.kind === 'file' ? readSide(path) : undefined
    if (side === undefined || side.ok) {
      return { bytes, original: bytes, hints: { ...usual, ...side?.value }, problems: [] }
    }
    return { bytes, original: bytes, hints: usual, problems: [side.problem] }
  } catch (thrown) {
    return unreadable(where, thrown)
  }
}

function openLine({ where, bytes }: Input, usual: Hints): Source | Problem {
  const original = bytes ?? new Uint8Array()
  const line = readJsonLine(Buffer.from(original).toString('utf8'), where)
  if (!line.ok) return line.problem
  const hints = { ...usual, ...line.value.hints }
  return { bytes: line.value.bytes, original, hints, problems: [] }
}

/** `NAME.meta.json` beside `NAME.txt`. One that cannot be read is a problem, and the article is read without it. */
function readSide(path: string): Result<Hints> | undefined {
  const side = path.replace(/\.[^./\\]+$/, '.meta.json')
  if (side === path || statSync(side, { throwIfNoEntry: false }) === undefined) return undefined
  return readSideFile(readFileSync(side, 'utf8'), side)
}

/** Puts the originals on the disk, so that the one thread that writes the record has only rows to write. */
function keepOriginals(outcomes: readonly Outcome[], folder: string): Outcome[] {
  try {
    const entries = outcomes.flatMap(({ entry }) => entry ?? [])
    for (const { article, original } of entries) {
      if (original !== null) writeOriginal(folder, article.id, original)
    }
    flushFolders(
      folder,
      entries.map(({ article }) => article.id),
    )
    return outcomes.map(outcome => ({
      ...outcome,
      entry: outcome.entry === null ? null : { ...outcome.entry, original: null },
    }))
  } catch (thrown) {
    const problem = makeFault(thrown, folder)
    return outcomes.map(outcome => ({ ...outcome, entry: null, problems: [...outcome.problems, problem] }))
  }
}
