/** Readings into a record, batch by batch. */
import type { Problem } from '../model.ts'
import type { Added, Store } from '../store/store.ts'
import type { BatchOutcome } from './intake.ts'

/** Takes what came of a batch; gives the problem that ends the run, where there is one. */
export interface Sink {
  take(batch: BatchOutcome): Promise<Problem | undefined>
}

/** What a record was given in a run. */
export type Kept = { -readonly [K in keyof Added]: number }

/** A record. With `ids`, the id of each article goes to standard output once it is on the disk. */
export function sinkToRecord(store: Store, kept: Kept, ids: ((text: string) => Promise<void>) | null): Sink {
  return {
    async take({ outcomes, problems }) {
      const entries = outcomes.flatMap(({ entry }) => entry ?? [])
      const met = [...problems, ...outcomes.flatMap(outcome => outcome.problems)]
      const added = await store.add(entries, met)
      if (!added.ok) return added.problem
      for (const key of ['added', 'replaced', 'same'] as const) kept[key] += added.value[key]
      if (ids !== null && entries.length > 0)
        await ids(entries.map(({ article }) => `${article.id}\n`).join(''))
      return undefined
    },
  }
}
