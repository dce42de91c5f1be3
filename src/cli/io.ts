/** The world of a command: where it writes, what it reads, in which language it speaks. Tests hand in their own. */
import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import { fillMessage, type Language, type Messages, tellProblem } from '../messages.ts'
import type { Problem } from '../model.ts'
import { loadMessages } from '../server/tables.ts'

/** Thrown where whoever reads our output has gone: `hasab read … | head`. Not a failure. */
export class PipeClosed extends Error {}

/** The world of a command. */
export interface Io {
  /** Writes to standard output, no faster than it is read. Throws `PipeClosed` where nobody reads any more. */
  readonly out: (text: string | Uint8Array) => Promise<void>
  /** Writes to standard error as it is, without a line end of its own. */
  readonly tell: (text: string) => void
  readonly input: Readable
  /** True where standard error is a terminal, `columns` wide. */
  readonly isTerminal: boolean
  readonly columns: number
  readonly language: Language
  readonly messages: Messages
  /** Milliseconds on a clock that does not go back. */
  readonly now: () => number
}

/** The world of this process. */
export function openIo(language: Language): Io {
  const { stdin, stdout, stderr } = process
  return {
    out: makeOut(stdout),
    tell: text => stderr.write(text),
    input: stdin,
    isTerminal: stderr.isTTY === true,
    columns: stderr.columns ?? 80,
    language,
    messages: loadMessages(language),
    now: () => performance.now(),
  }
}

/** Writes to a stream and waits where its reader is slower. */
export function makeOut(stream: Writable): Io['out'] {
  let broken: Error | undefined
  stream.on('error', thrown => {
    broken = thrown
  })
  const fail = (thrown: unknown): never => {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'EPIPE') throw new PipeClosed()
    throw thrown
  }
  return async text => {
    if (broken !== undefined) fail(broken)
    if (!stream.write(text)) await once(stream, 'drain').catch(fail)
  }
}

/** The language of the messages: `--lang`, else that of the environment, else English. */
export function findLanguage(
  asked: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Language {
  if (asked === 'ar' || asked === 'en') return asked
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find(value => value !== undefined && value !== '')
  return locale?.startsWith('ar') ? 'ar' : 'en'
}

/** A message in the language of the command. */
export function say(io: Io, key: string, values: Readonly<Record<string, string | number>> = {}): string {
  return fillMessage(io.messages, key, values)
}

/** Tells a problem: what happened, and below it what to do. */
export function tellOne(io: Io, problem: Problem): void {
  const { message, hint } = tellProblem(io.messages, problem)
  io.tell(`${message}\n  ${hint}\n`)
}

/** Tells a problem and gives the exit code of a problem in the input. */
export function failWith(io: Io, problem: Problem): number {
  tellOne(io, problem)
  return 1
}
