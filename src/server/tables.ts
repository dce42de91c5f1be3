/** The tables of messages that come with the package, read from `messages/`. */
import { readFileSync } from 'node:fs'
import { type Language, type Messages, readMessages } from '../messages.ts'

const loaded = new Map<Language, Messages>()

/** The messages of a language; read once a process. */
export function loadMessages(language: Language): Messages {
  const known = loaded.get(language)
  if (known !== undefined) return known
  const messages = readMessages(
    readFileSync(new URL(`../../messages/${language}.tsv`, import.meta.url), 'utf8'),
  )
  loaded.set(language, messages)
  return messages
}

/** The language that a request asks for: `?lang`, else the first of `Accept-Language` that we speak, else English. */
export function chooseLanguage(asked: string | undefined, accepted: string | undefined): Language {
  const wishes = [asked ?? '', ...(accepted ?? '').split(',')].map(wish =>
    wish.trim().slice(0, 2).toLowerCase(),
  )
  return wishes.find(wish => wish === 'ar' || wish === 'en') ?? 'en'
}
