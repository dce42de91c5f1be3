/** A problem in words. */
import type { ProblemRow } from '../server/api.ts'
import { tellMoment } from './dates.ts'
import { Isolate, Mono } from './names.tsx'
import { useWords } from './words.ts'

/** What happened, where, and what to do about it. */
export function ProblemItem({ problem }: { readonly problem: ProblemRow }) {
  const words = useWords()
  return (
    <li className="problem-item">
      <p className="bad">
        <Message problem={problem} />
      </p>
      <p>{problem.hint}</p>
      <p className="foot-line">
        <Mono>{problem.where}</Mono>
        <span>{tellMoment(words, problem.at)}</span>
        <Mono>{problem.code}</Mono>
      </p>
    </li>
  )
}

/** The message with each value that was filled in isolated, so that a path or a line of code does not turn the sentence round. */
export function Message({
  problem: { message, where, values },
}: {
  readonly problem: Omit<ProblemRow, 'at'>
}) {
  return splitAt(message, [where, ...Object.values(values).map(String)]).map(({ text, isValue, at }) =>
    isValue ? <Isolate key={at} text={text} /> : text,
  )
}

/** Cuts a message at the values in it: `splitAt('a.txt is empty', ['a.txt'])` → value "a.txt", words " is empty". */
export function splitAt(message: string, values: readonly string[]) {
  const pieces: { text: string; isValue: boolean; at: number }[] = []
  const wanted = values.filter(value => value !== '').sort((a, b) => b.length - a.length)
  let from = 0
  for (let at = 0; at < message.length; ) {
    const found = wanted.find(value => message.startsWith(value, at))
    if (found === undefined) at++
    else {
      pieces.push({ text: message.slice(from, at), isValue: false, at: from })
      pieces.push({ text: found, isValue: true, at })
      at += found.length
      from = at
    }
  }
  pieces.push({ text: message.slice(from), isValue: false, at: from })
  return pieces.filter(({ text }) => text !== '')
}
