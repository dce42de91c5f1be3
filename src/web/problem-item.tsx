/** A problem in words. */
import type { ProblemRow } from '../server/api.ts'
import { tellMoment } from './dates.ts'
import { Mono } from './names.tsx'
import { useWords } from './words.ts'

/** What happened, where, and what to do about it. */
export function ProblemItem({ problem }: { readonly problem: ProblemRow }) {
  const words = useWords()
  return (
    <li className="problem-item">
      <p className="bad">{problem.message}</p>
      <p>{problem.hint}</p>
      <p className="foot-line">
        <Mono>{problem.where}</Mono>
        <span>{tellMoment(words, problem.at)}</span>
        <Mono>{problem.code}</Mono>
      </p>
    </li>
  )
}
