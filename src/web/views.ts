/** Views that a reader keeps: addresses with a name, in this browser. An address holds everything that was chosen on its page. */
import { useSyncExternalStore } from 'react'

/** A kept view. */
export interface View {
  readonly name: string
  /** Path and search: `/claims?type=capture`. */
  readonly address: string
}

const KEY = 'hasab.views'
const listeners = new Set<() => void>()
let views: readonly View[] | undefined

/** Browsers may forbid storage, and others may have written there. */
function readViews(): readonly View[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isView) : []
  } catch {
    return []
  }
}

function isView(value: unknown): value is View {
  if (typeof value !== 'object' || value === null) return false
  const { name, address } = value as Record<string, unknown>
  // `//host` would lead elsewhere.
  return typeof name === 'string' && typeof address === 'string' && /^\/(?!\/)/.test(address)
}

function currentViews(): readonly View[] {
  views ??= readViews()
  return views
}

function write(changed: readonly View[]): void {
  views = changed
  try {
    localStorage.setItem(KEY, JSON.stringify(changed))
  } catch (thrown) {
    console.info('The views last as long as this page:', thrown)
  }
  for (const listener of listeners) listener()
}

/** Keeps a view; one of the same name makes room. */
export function keepView(view: View): void {
  write([view, ...currentViews().filter(({ name }) => name !== view.name)])
}

/** Takes a view away. */
export function dropView(name: string): void {
  write(currentViews().filter(view => view.name !== name))
}

/** The kept views, the last one first. */
export function useViews(): readonly View[] {
  return useSyncExternalStore(listen, currentViews)
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
