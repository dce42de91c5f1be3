/** The help: also the page `docs/cli.md`. */
import { fillMessage, type Messages } from '../messages.ts'
import { EVERYWHERE, type Option, type Verb } from './verb.ts'

const COLUMN = 24

/** The help of the whole: one line for each verb. */
export function makeHelp(verbs: readonly Verb[], messages: Messages): string {
  const lines = verbs.map(
    ({ name }) => `  ${name.padEnd(COLUMN - 2)}${fillMessage(messages, `help.${name}`)}`,
  )
  return `${fillMessage(messages, 'help')}\n\n${lines.join('\n')}\n\n${fillMessage(messages, 'help.end')}\n`
}

/** The help of one verb: how it is called, what it does, its options, examples. */
export function makeVerbHelp(verb: Verb, messages: Messages): string {
  const options = [...verb.options, ...EVERYWHERE].map(option => describeOption(verb, option, messages))
  return [
    `hasab ${verb.name} ${verb.takes}`.trimEnd(),
    '',
    fillMessage(messages, `help.${verb.name}.more`),
    '',
    ...options,
    '',
  ].join('\n')
}

function describeOption(verb: Verb, { name, value }: Option, messages: Messages): string {
  const call = value === undefined ? `  --${name}` : `  --${name} ${value}`
  const own = `option.${verb.name}.${name}`
  const about = fillMessage(messages, messages.has(own) ? own : `option.${name}`)
  const gap = call.length < COLUMN ? call.padEnd(COLUMN) : `${call}\n${' '.repeat(COLUMN)}`
  return `${gap}${about}`
}

/** The page of the documentation: the help of every verb. */
export function makeCliPage(verbs: readonly Verb[], messages: Messages): string {
  const fence = (text: string) => `\`\`\`text\n${text.trimEnd()}\n\`\`\``
  const sections = verbs.map(verb => `## ${verb.name}\n\n${fence(makeVerbHelp(verb, messages))}`)
  const head =
    '# The command line\n\nThis page is what `hasab --help` and `hasab VERB --help` print; a test compares them.'
  return `${[head, fence(makeHelp(verbs, messages)), ...sections].join('\n\n')}\n`
}
