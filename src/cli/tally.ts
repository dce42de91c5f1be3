/** What a run met: counts, and its problems with the first of each kind in full. */
import type { Problem } from '../model.ts'
import { type Io, say, tellOne } from './io.ts'

/** Problems of one code that are told in full; the rest are counted. */
const IN_FULL = 20

/** Counts of a run. */
export class Tally {
  articles = 0
  claims = 0
  readonly problems = new Map<string, { count: number; first: Problem[] }>()

  /** Takes note of a problem. */
  meet(problem: Problem): void {
    const met = this.problems.get(problem.code) ?? { count: 0, first: [] }
    met.count++
    if (met.first.length < IN_FULL) met.first.push(problem)
    this.problems.set(problem.code, met)
  }

  /** 1 where there were problems, else 0. */
  get exitCode(): number {
    return this.problems.size > 0 ? 1 : 0
  }
}

/** Tells every problem, by code, and how many more there were. */
export function tellProblems(io: Io, tally: Tally): void {
  for (const [code, { count, first }] of tally.problems) {
    for (const problem of first) tellOne(io, problem)
    if (count > first.length) io.tell(`${say(io, 'read.more', { count: count - first.length, code })}\n`)
  }
}
