/** The command line: finds the verb, reads its options, runs it. */
import { makeHelp, makeVerbHelp } from './help.ts'
import { type Io, PipeClosed, say } from './io.ts'
import { type Misuse, readGiven, type Verb } from './verb.ts'
import { VERBS } from './verbs.ts'

/** Runs `hasab ARGS…` and gives its exit code: 0 fine, 1 problems in the input (told), 2 wrong usage (told). */
export async function runCli(args: readonly string[], io: Io): Promise<number> {
  try {
    return await runVerb(args, io)
  } catch (thrown) {
    if (thrown instanceof PipeClosed) return 0
    throw thrown
  }
}

async function runVerb(args: readonly string[], io: Io): Promise<number> {
  const [name = '--help', ...rest] = args
  if (name === '--help' || name === 'help') return printHelp(io)
  const verb = VERBS.find(other => other.name === name)
  if (verb === undefined) return misuse(io, undefined, { misuse: 'usage.verb', values: { verb: name } })
  const given = readGiven(verb, rest)
  if ('misuse' in given) return misuse(io, verb, given)
  if (given.options.help !== true) return verb.run(given, io)
  await io.out(makeVerbHelp(verb, io.messages))
  return 0
}

async function printHelp(io: Io): Promise<number> {
  await io.out(makeHelp(VERBS, io.messages))
  return 0
}

function misuse(io: Io, verb: Verb | undefined, { misuse, values }: Misuse): number {
  io.tell(`${say(io, misuse, values)}\n`)
  io.tell(`${say(io, 'usage.help', { verb: verb === undefined ? '' : `${verb.name} ` })}\n`)
  return 2
}
