/** Keys, by where they are on the keyboard: an Arabic layout does not move them. */
import { useEffect, useRef } from 'react'

/** What each key does: `j` is the key at the place of J, whatever it types; `?` and `/` go by the sign or the place. */
export type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>

function isTyping({ target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)
}

/** The name under which a key is looked up: code `KeyJ` → `j`, `Escape` → `escape`. */
export function keyOf({ code, key, shiftKey }: Pick<KeyboardEvent, 'code' | 'key' | 'shiftKey'>): string {
  if (key === '?' || (code === 'Slash' && shiftKey)) return '?'
  if (key === '/' || code === 'Slash') return '/'
  return code.replace('Key', '').toLowerCase()
}

/** Listens for keys while the component is there. Nothing is taken from a field that is typed in, save Escape. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      const name = keyOf(event)
      if (isTyping(event) && name !== 'escape') return
      latest.current[name]?.(event)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}
