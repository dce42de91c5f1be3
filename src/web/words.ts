/** The words of the interface in the reader's language, from `messages/*.tsv`, with counts and digits filled in. */
import { createContext, useContext } from 'react'
import { fillMessage, type Language, type Messages, readMessages } from '../messages.ts'
import { pluralOf, tellDigits, tellNumber } from './numerals.ts'
import type { Numerals, Prefs } from './prefs.ts'

type Values = Readonly<Record<string, string | number>>

/** What components say things with. */
export interface Words {
  readonly language: Language
  readonly numerals: Numerals
  /** The text of a key. */
  readonly t: (key: string, values?: Values) => string
  /** A count with its noun: `count('claims', 3)` reads `ui.count.claims.few` or its like, `{n}` filled. */
  readonly count: (noun: string, value: number) => string
  /** A number with its groups. */
  readonly number: (value: number) => string
  /** A number without groups. */
  readonly digits: (value: number) => string
}

/** The table of a language, loaded when it is first asked for. */
export async function loadMessages(language: Language): Promise<Messages> {
  const table = language === 'ar' ? import('virtual:messages/ar') : import('virtual:messages/en')
  return readMessages((await table).default)
}

/** The words of a table, in the digits of the prefs. */
export function makeWords(
  messages: Messages,
  { language, numerals }: Pick<Prefs, 'language' | 'numerals'>,
): Words {
  const number = (value: number) => tellNumber(value, language, numerals)
  return {
    language,
    numerals,
    number,
    digits: value => tellDigits(value, language, numerals),
    t: (key, values) => fillMessage(messages, key, values),
    count: (noun, value) =>
      fillMessage(messages, `ui.count.${noun}.${pluralOf(value, language)}`, { n: number(value) }),
  }
}

/** Holds the words for the components. */
export const WordsContext = createContext<Words | null>(null)

/** The words, inside a component. */
export function useWords(): Words {
  const words = useContext(WordsContext)
  if (words === null) throw new Error('No words were given')
  return words
}
