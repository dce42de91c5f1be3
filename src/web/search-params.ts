/** Addresses as plain `?name=value`, so that a person can read and write them. */

/** `?q=a&claim=3` → `{ q: 'a', claim: '3' }`: every value stays text. */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search))
}

/** The other way; empty values are left out. */
export function stringifySearch(search: Record<string, unknown>): string {
  const pairs = Object.entries(search).flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' ? [[name, value]] : [],
  )
  const text = new URLSearchParams(pairs).toString()
  return text === '' ? '' : `?${text}`
}

/** Keeps those of the named values that are text. */
export function pickSearch<K extends string>(
  names: readonly K[],
): (search: Record<string, unknown>) => { [N in K]?: string } {
  return search => {
    const picked: { [N in K]?: string } = {}
    for (const name of names) {
      const value = search[name]
      if (typeof value === 'string' && value !== '') picked[name] = value
    }
    return picked
  }
}
