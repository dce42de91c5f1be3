/** The name under which this browser's decisions are written into the log. */
import { useSyncExternalStore } from 'react'

const KEY = 'hasab.reader'
const listeners = new Set<() => void>()
let name: string | undefined

/** Browsers may forbid storage; then the name lasts as long as the page. */
function readName(): string {
  try {
    return localStorage.getItem(KEY) ?? ''
  } catch {
    return ''
  }
}

function currentName(): string {
  name ??= readName()
  return name
}

/** Changes the name and keeps it. */
export function chooseName(chosen: string): void {
  name = chosen.trim()
  try {
    localStorage.setItem(KEY, name)
  } catch (thrown) {
    console.info('The name lasts as long as this page:', thrown)
  }
  for (const listener of listeners) listener()
}

/** The name, empty where none was given yet. */
export function useReaderName(): string {
  return useSyncExternalStore(listen, currentName)
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
