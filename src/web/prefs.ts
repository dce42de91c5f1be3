/** What a reader chose: language, numerals, light. Kept in the browser; what was not chosen follows the browser. */
import { useSyncExternalStore } from 'react'
import type { Language } from '../messages.ts'

export type Numerals = 'arab' | 'latn'
export type Theme = 'light' | 'dark'

/** The choices in force. */
export interface Prefs {
  readonly language: Language
  readonly numerals: Numerals
  readonly theme: Theme
}

/** Choices as they are kept: an absent one follows the browser. */
interface Kept {
  readonly language?: Language
  readonly numerals?: Numerals
  readonly theme?: Theme
}

const KEY = 'hasab'
const dark = () => matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()

let kept: Kept = {}
let prefs: Prefs | undefined

/** Browsers may forbid storage; then choices last as long as the page. */
function readKept(): Kept {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return checkKept(value)
  } catch {
    return {}
  }
}

function checkKept(value: unknown): Kept {
  if (typeof value !== 'object' || value === null) return {}
  const { language, numerals, theme } = value as Record<string, unknown>
  return {
    ...(language === 'ar' || language === 'en' ? { language } : {}),
    ...(numerals === 'arab' || numerals === 'latn' ? { numerals } : {}),
    ...(theme === 'light' || theme === 'dark' ? { theme } : {}),
  }
}

/** The prefs of what was kept, for languages of the browser. Arabic unless the browser asks for English first. */
export function resolvePrefs(choice: Kept, languages: readonly string[], isDark: boolean): Prefs {
  const wish = languages.map(tag => tag.slice(0, 2).toLowerCase()).find(tag => tag === 'ar' || tag === 'en')
  const language = choice.language ?? (wish === 'en' ? 'en' : 'ar')
  return {
    language,
    numerals: choice.numerals ?? (language === 'ar' ? 'arab' : 'latn'),
    theme: choice.theme ?? (isDark ? 'dark' : 'light'),
  }
}

function apply(): void {
  prefs = resolvePrefs(kept, navigator.languages, dark().matches)
  const root = document.documentElement
  root.lang = prefs.language
  root.dir = prefs.language === 'ar' ? 'rtl' : 'ltr'
  root.dataset.theme = prefs.theme
  for (const listener of listeners) listener()
}

/** Reads what was kept and sets the page's language, direction and light. Call once, before anything is drawn. */
export function startPrefs(): Prefs {
  kept = readKept()
  dark().addEventListener('change', apply)
  apply()
  return currentPrefs()
}

/** The choices in force now. */
export function currentPrefs(): Prefs {
  if (prefs === undefined) throw new Error('startPrefs was not called')
  return prefs
}

/** Changes choices and keeps them. `undefined` goes back to the browser's own. */
export function choosePrefs(change: { [K in keyof Kept]: Kept[K] | undefined }): void {
  const merged = Object.entries({ ...kept, ...change }).filter(([, value]) => value !== undefined)
  kept = Object.fromEntries(merged)
  try {
    localStorage.setItem(KEY, JSON.stringify(kept))
  } catch (thrown) {
    console.info('The choice lasts as long as this page:', thrown)
  }
  apply()
}

/** The choices in force, as React state. */
export function usePrefs(): Prefs {
  return useSyncExternalStore(listen, currentPrefs)
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
