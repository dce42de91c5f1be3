/** What a verb of the command line is: its options as data, so that the help and the parser cannot differ. */
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import type { Io } from './io.ts'

/** An option: `value` is the word for its value in the help; without it the option is a switch. */
export interface Option {
  readonly name: string
  readonly value?: string
}

/** What was given on the command line. */
export interface Given {
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
}

/** A verb. Its texts are the messages `help.NAME.about` and `help.NAME.more`; an option's is `option.NAME`. */
export interface Verb {
  readonly name: string
  /** What stands after the name: `PATH…`. */
  readonly takes: string
  /** The fewest and the most words. */
  readonly words: readonly [least: number, most: number]
  readonly options: readonly Option[]
  /** Does it; gives the exit code: 0 fine, 1 problems in the input, 2 wrong usage. */
  readonly run: (given: Given, io: Io) => Promise<number>
}

/** Wrong usage: the key of the message that says what, and its values. */
export interface Misuse {
  readonly misuse: string
  readonly values: Readonly<Record<string, string>>
}

/** The options that every verb has. */
export const EVERYWHERE: readonly Option[] = [{ name: 'lang', value: 'ar|en' }, { name: 'help' }]

/** The option that names the record, and its value where it is not given. */
export const RECORD: Option = { name: 'record', value: 'FILE' }
/** See `RECORD`. */
export const USUAL_RECORD = 'hasab.db'

/** The options that narrow a list. */
export const FILTERS: readonly Option[] = [
  { name: 'place', value: 'ID' },
  { name: 'actor', value: 'ID' },
  { name: 'source', value: 'WORDS' },
  { name: 'type', value: 'TYPE' },
  { name: 'family', value: 'FAMILY' },
  { name: 'outlet', value: 'ID' },
  { name: 'from', value: 'DAY' },
  { name: 'to', value: 'DAY' },
]

/** The text of an option, or undefined where it was not given. */
export function textOf(given: Given, name: string): string | undefined {
  const value = given.options[name]
  return typeof value === 'string' ? value : undefined
}

/** Reads what was given to a verb. */
export function readGiven(verb: Verb, args: readonly string[]): Given | Misuse {
  const options: ParseArgsOptionsConfig = {}
  for (const { name, value } of [...verb.options, ...EVERYWHERE]) {
    options[name] = { type: value === undefined ? 'boolean' : 'string' }
  }
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      strict: true,
    })
    const given = { words: positionals, options: values as Given['options'] }
    return given.options.help === true ? given : checkWords(verb, given)
  } catch (thrown) {
    if (!(thrown instanceof TypeError)) throw thrown
    return { misuse: 'usage.option', values: { cause: thrown.message.split('. ')[0] ?? '' } }
  }
}

function checkWords(verb: Verb, given: Given): Given | Misuse {
  const [least, most] = verb.words
  const { length } = given.words
  if (length < least) return { misuse: 'usage.few', values: { takes: verb.takes } }
  if (length > most) return { misuse: 'usage.many', values: { word: given.words[most] ?? '' } }
  return given
}
