/** `hasab gazetteer add FILE`: the user's own places, beside those that Hasab comes with. */
import { once } from 'node:events'
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { finished } from 'node:stream/promises'
import { builtinLexicon, findGazetteerPath } from '../lexicon/builtin.ts'
import type { UserPlace } from '../lexicon/gazetteer.ts'
import { makeFeatureCutter } from '../lexicon/gazetteer-features.ts'
import { findFormat, readCsv, readFeature, readGeoNames, readHeader } from '../lexicon/gazetteer-formats.ts'
import { type Fitting, readFitting, writePlace } from '../lexicon/gazetteer-rows.ts'
import { TABLES } from '../lexicon/tables.ts'
import type { Result } from '../model.ts'
import { failWith, type Io, say, tellOne } from './io.ts'
import { Progress } from './progress.ts'
import type { Given, Verb } from './verb.ts'

/** The verb `gazetteer`. */
export const GAZETTEER: Verb = {
  name: 'gazetteer',
  takes: 'add FILE',
  words: [2, 2],
  options: [],
  run: runGazetteer,
}

/** So many problems are told one by one; the rest are counted. */
const MOST_TOLD = 20
/** Rows written before the disk is waited for. */
const PART = 2000

async function runGazetteer(given: Given, io: Io): Promise<number> {
  const [deed = '', path = ''] = given.words
  if (deed !== 'add') {
    io.tell(`${say(io, 'usage.kind', { kind: deed, kinds: 'add' })}\n`)
    return 2
  }
  if (!existsSync(path)) return failWith(io, { code: 'path-missing', where: path, values: {} })
  const rows = await openRows(path)
  if (rows === undefined) return failWith(io, { code: 'gazetteer-format', where: path, values: {} })
  return addPlaces(rows, io, path)
}

type Rows = AsyncGenerator<Result<UserPlace> | null>

/** The rows of a file, one by one; undefined where its format is not known. */
async function openRows(path: string): Promise<Rows | undefined> {
  const format = findFormat(path, await readFirstLine(path))
  if (format === undefined) return undefined
  return format === 'geojson' ? readFeatures(path) : readLines(path, format)
}

async function readFirstLine(path: string): Promise<string> {
  for await (const line of createInterface({ input: createReadStream(path, 'utf8') }))
    return line.replace('\ufeff', '')
  return ''
}

async function* readLines(path: string, format: 'geonames' | 'csv'): Rows {
  const name = basename(path)
  let number = 0
  let header: ReturnType<typeof readHeader> | undefined
  for await (const line of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity })) {
    number++
    if (line.trim() === '') continue
    if (format === 'geonames') yield readGeoNames(line, `${name}:${number}`)
    else if (header === undefined) header = readHeader(line.replace('\ufeff', ''))
    else yield readCsv(line, header, `${name}:${number}`)
  }
}

async function* readFeatures(path: string): Rows {
  const cutter = makeFeatureCutter()
  let number = 0
  for await (const piece of createReadStream(path, 'utf8')) {
    for (const feature of cutter.push(piece as string))
      yield readFeature(feature, `${basename(path)}#${++number}`)
  }
}

interface Count {
  added: number
  nameless: number
  problems: number
}

async function addPlaces(rows: Rows, io: Io, path: string): Promise<number> {
  const target = findGazetteerPath()
  mkdirSync(dirname(target), { recursive: true })
  const fitting = readFitting(builtinLexicon())
  const progress = new Progress(io, 0, 'progress.places')
  const writer = openWriter(`${target}.new`)
  const count: Count = { added: 0, nameless: 0, problems: 0 }
  for await (const row of rows) {
    await keepRow(row, { io, fitting, writer, count })
    progress.add(1, 0)
  }
  const kept = await keepOld(target, writer)
  await writer.end()
  renameSync(`${target}.new`, target)
  progress.end()
  const megabytes = Math.round(statSync(target).size / 1e6)
  io.tell(`${say(io, 'gazetteer.added', { path, ...count, kept, target, megabytes })}\n`)
  return count.problems === 0 ? 0 : 1
}

interface Keeping {
  readonly io: Io
  readonly fitting: Fitting
  readonly writer: Writer
  readonly count: Count
}

async function keepRow(
  row: Result<UserPlace> | null,
  { io, fitting, writer, count }: Keeping,
): Promise<void> {
  if (row === null) {
    count.nameless++
    return
  }
  if (row.ok) {
    if (await writer.add(writePlace(row.value, fitting))) count.added++
    return
  }
  count.problems++
  if (count.problems <= MOST_TOLD) tellOne(io, row.problem)
}

/** Rows of earlier files stay, unless the new file has the same place. */
async function keepOld(target: string, writer: Writer): Promise<number> {
  if (!existsSync(target)) return 0
  let kept = 0
  let isHeader = true
  for await (const line of createInterface({ input: createReadStream(target, 'utf8') })) {
    if (!isHeader && line !== '' && (await writer.add(line))) kept++
    isHeader = false
  }
  return kept
}

interface Writer {
  /** Adds a line; false where one with its id was there. */
  readonly add: (line: string) => Promise<boolean>
  readonly end: () => Promise<void>
}

function openWriter(path: string): Writer {
  const stream = createWriteStream(path)
  const ids = new Set<string>()
  let part = `${TABLES.places.columns.join('\t')}\n`
  let lines = 0
  const flush = async (): Promise<void> => {
    if (!stream.write(part)) await once(stream, 'drain')
    part = ''
    lines = 0
  }
  return {
    async add(line) {
      const id = line.slice(0, line.indexOf('\t'))
      if (ids.has(id)) return false
      ids.add(id)
      part += `${line}\n`
      if (++lines >= PART) await flush()
      return true
    },
    async end() {
      stream.end(part)
      await finished(stream)
    },
  }
}
