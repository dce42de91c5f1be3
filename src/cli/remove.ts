/** `hasab remove`: takes an article with all that rests on it away, after it was said what goes. */
import { fullLexicon } from '../lexicon/builtin.ts'
import type { Result } from '../model.ts'
import { readGazette } from '../store/names.ts'
import { openStore, type Store } from '../store/store.ts'
import { failWith, type Io, say } from './io.ts'
import { relateRecord } from './relate.ts'
import { type Given, RECORD, textOf, USUAL_RECORD, type Verb } from './verb.ts'

/** The verb `remove`. */
export const REMOVE: Verb = {
  name: 'remove',
  takes: 'ARTICLE',
  words: [1, 1],
  options: [RECORD, { name: 'yes' }],
  run: runRemove,
}

async function runRemove(given: Given, io: Io): Promise<number> {
  const [name = ''] = given.words
  const record = textOf(given, 'record') ?? USUAL_RECORD
  const isSure = given.options.yes === true
  const opened = await openStore(record, isSure ? { write: readGazette(fullLexicon()) } : {})
  if (!opened.ok) return failWith(io, opened.problem)
  const store = opened.value
  try {
    const id = await store.resolveArticle(name)
    if (id === undefined) return failWith(io, { code: 'not-found', where: name, values: {} })
    await tellGoing(store, io, id)
    if (!isSure) io.tell(`${say(io, 'remove.ask')}\n`)
    const removed = isSure ? await removeOne(store, io, id) : DONE
    return removed.ok ? 0 : failWith(io, removed.problem)
  } finally {
    await store.close()
  }
}

const DONE: Result<null> = { ok: true, value: null }

/** Says what goes: the article with its claims, and the events in which it has a word. */
async function tellGoing(store: Store, io: Io, id: string): Promise<void> {
  const kept = await store.findArticle(id)
  const [events, shared] = [await store.findEvents({ article: id }, { limit: 1 }), await store.findReuse(id)]
  if (kept === undefined) return
  const { row, reading, path } = kept
  await io.out(
    `${row.title ?? row.name}\n${row.outlet ?? '?'} · ${row.published ?? '----------'} · ${path}\n${id}\n`,
  )
  const values = {
    claims: reading.claims.length,
    events: events.ok ? events.value.total : 0,
    shared: shared?.length ?? 0,
  }
  await io.out(`${say(io, 'remove.goes', values)}\n`)
}

async function removeOne(store: Store, io: Io, id: string): Promise<Result<unknown>> {
  const removed = await store.remove(id)
  if (!removed.ok) return removed
  const related = await relateRecord(store, io)
  if (related.ok) io.tell(`${say(io, 'remove.done')}\n`)
  return related
}
