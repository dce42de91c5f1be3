/** `hasab relate`: what was read into a record and is not yet related. `hasab read --record` does it at its end. */
import { fullLexicon } from '../lexicon/builtin.ts'
import type { Result } from '../model.ts'
import { readGazette } from '../store/names.ts'
import type { Loose } from '../store/relate.ts'
import { openStore, type Store } from '../store/store.ts'
import { failWith, type Io, say } from './io.ts'
import { Progress } from './progress.ts'
import { type Given, RECORD, textOf, USUAL_RECORD, type Verb } from './verb.ts'

/** The verb `relate`. */
export const RELATE: Verb = {
  name: 'relate',
  takes: '',
  words: [0, 0],
  options: [RECORD],
  run: runRelate,
}

async function runRelate(given: Given, io: Io): Promise<number> {
  const opened = await openStore(textOf(given, 'record') ?? USUAL_RECORD, {
    write: readGazette(fullLexicon()),
  })
  if (!opened.ok) return failWith(io, opened.problem)
  try {
    const related = await relateRecord(opened.value, io)
    if (!related.ok) return failWith(io, related.problem)
    const [events, open] = await Promise.all([
      opened.value.findEvents({}, { limit: 1 }),
      opened.value.findContradictions({ resolved: 'no' }, { limit: 1 }),
    ])
    if (!events.ok || !open.ok) return 1
    io.tell(`${say(io, 'relate.done', { events: events.value.total, open: open.value.total })}\n`)
    return 0
  } finally {
    await opened.value.close()
  }
}

/** Relates what is left of a record, and shows how much that is. */
export async function relateRecord(store: Store, io: Io): Promise<Result<Loose>> {
  const before = await store.findLoose()
  const progress = new Progress(io, 0, 'progress.relate')
  let left = before.articles
  progress.add(before.articles, 0)
  const related = await store.relate(loose => {
    const now = loose.articles + loose.unpaired + loose.blocks
    progress.add(now - left, 0)
    left = now
  })
  progress.end()
  return related
}
