/**
 * The words that a person sees, as tables: `messages/ar.tsv` and `messages/en.tsv`, `key<TAB>text`.
 * Pure: whoever reads the files hands their text over (server and command line at start, the desk at build time).
 */
import type { Problem } from './model.ts'

export type Language = 'ar' | 'en'

/** Text by key. `{name}` in a text is filled by `fillMessage`; `\n` in a cell is a line break. */
export type Messages = ReadonlyMap<string, string>

/**
 * Reads a table of messages. Lines without a tab are passed over: the check of the tables names them.
 * `readMessages('key\ttext\nhome.title\tHome\n').get('home.title')` is `'Home'`.
 */
export function readMessages(tsv: string): Messages {
  const messages = new Map<string, string>()
  for (const line of tsv.split('\n').slice(1)) {
    const tab = line.indexOf('\t')
    if (tab > 0) messages.set(line.slice(0, tab), line.slice(tab + 1).replaceAll('\\n', '\n'))
  }
  return messages
}

/**
 * The text of a key with its `{name}`s filled. A key without a text gives the key itself, so that a gap is seen.
 * `fillMessage(messages, 'read.done', { articles: 3 })` → `'3 articles read'`.
 */
export function fillMessage(
  messages: Messages,
  key: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const text = messages.get(key)
  if (text === undefined) return key
  let filled = text
  for (const [name, value] of Object.entries(values)) filled = filled.replaceAll(`{${name}}`, String(value))
  return filled
}

/** A problem in words: what happened and what to do. `where` can be used in both texts as `{where}`. */
export function tellProblem(messages: Messages, problem: Problem): { message: string; hint: string } {
  const values = { ...problem.values, where: problem.where }
  return {
    message: fillMessage(messages, `problem.${problem.code}`, values),
    hint: fillMessage(messages, `problem.${problem.code}.hint`, values),
  }
}
