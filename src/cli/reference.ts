/** `hasab reference`: later chronologies beside the sources of a record, never counted among them. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { unreadable } from '../intake/inputs.ts'
import { fullLexicon } from '../lexicon/builtin.ts'
import type { Result } from '../model.ts'
import { type Chronology, readReference } from '../record/reference/reference.ts'
import { readGazette } from '../store/names.ts'
import { openStore, type Store } from '../store/store.ts'
import { failWith, type Io, say, tellOne } from './io.ts'
import { type Given, RECORD, textOf, USUAL_RECORD, type Verb } from './verb.ts'

const DEEDS = ['add', 'list', 'remove'] as const
/** So many problems are told one by one; the rest are counted. */
const MOST_TOLD = 20

/** The verb `reference`. */
export const REFERENCE: Verb = {
  name: 'reference',
  takes: 'add FILE | list | remove NAME',
  words: [1, 2],
  options: [RECORD, { name: 'json' }],
  run: runReference,
}

async function runReference(given: Given, io: Io): Promise<number> {
  const [word = '', name = ''] = given.words
  const deed = DEEDS.find(one => one === word)
  const record = textOf(given, 'record') ?? USUAL_RECORD
  if (deed === undefined) return misuse(io, 'usage.kind', { kind: word, kinds: DEEDS.join(', ') })
  if (deed === 'list' && name !== '') return misuse(io, 'usage.many', { word: name })
  if (deed === 'list') return withStore(io, openStore(record), store => listAll(store, io, given))
  if (name === '') return misuse(io, 'usage.few', { takes: REFERENCE.takes })
  const read = deed === 'add' ? await readFileAt(name) : undefined
  if (read?.ok === false) return failWith(io, read.problem)
  const opened = openStore(record, { write: readGazette(fullLexicon()) })
  return withStore(io, opened, store =>
    read === undefined
      ? removeOne(store, io, name)
      : addAll(store, io, { name: nameOf(name), read: read.value }),
  )
}

function misuse(io: Io, key: string, values: Readonly<Record<string, string>>): number {
  io.tell(`${say(io, key, values)}\n`)
  return 2
}

async function withStore(
  io: Io,
  opening: ReturnType<typeof openStore>,
  act: (store: Store) => Promise<number>,
): Promise<number> {
  const opened = await opening
  if (!opened.ok) return failWith(io, opened.problem)
  try {
    return await act(opened.value)
  } finally {
    await opened.value.close()
  }
}

/** A chronology is known by the name of its file, wherever that lies. */
function nameOf(path: string): string {
  return basename(path).normalize('NFC')
}

async function readFileAt(path: string): Promise<Result<Chronology>> {
  try {
    return readReference(await readFile(path), nameOf(path), fullLexicon())
  } catch (thrown) {
    return { ok: false, problem: unreadable(path, thrown) }
  }
}

interface Added {
  readonly name: string
  readonly read: Chronology
}

async function addAll(store: Store, io: Io, { name, read }: Added): Promise<number> {
  const { references, problems } = read
  const added = await store.addReferences(name, references)
  if (!added.ok) return failWith(io, added.problem)
  for (const problem of problems.slice(0, MOST_TOLD)) tellOne(io, problem)
  const left = problems.length - MOST_TOLD
  if (left > 0) io.tell(`${say(io, 'show.left', { left })}\n`)
  const placed = references.filter(({ place }) => place !== null).length
  io.tell(
    `${say(io, 'reference.added', { name, entries: references.length, placed, problems: problems.length })}\n`,
  )
  return problems.length === 0 ? 0 : 1
}

async function removeOne(store: Store, io: Io, name: string): Promise<number> {
  const removed = await store.removeReferences(name)
  if (!removed.ok) return failWith(io, removed.problem)
  io.tell(`${say(io, 'reference.removed', { name })}\n`)
  return 0
}

async function listAll(store: Store, io: Io, given: Given): Promise<number> {
  const chronologies = await store.findChronologies()
  if (given.options.json === true) {
    for (const chronology of chronologies) await io.out(`${JSON.stringify(chronology)}\n`)
    return 0
  }
  if (chronologies.length === 0) await io.out(`${say(io, 'reference.none')}\n`)
  for (const { chronology, entries, placeless, first, last } of chronologies) {
    const values = { name: chronology, entries, placeless, first: first ?? '', last: last ?? '' }
    await io.out(`${say(io, 'reference.one', values)}\n`)
  }
  return 0
}
