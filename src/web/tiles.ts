/** An address of map tiles that a reader may set. Without it no map asks anything outside this machine. */

const KEY = 'hasab.tiles'
/** Tells the server whom the page's policy has to let through (`src/server/tiles.ts`). */
const COOKIE = 'hasab-tiles'
const YEAR_S = 31_536_000

/** The address that was set: `https://tiles.example/{z}/{x}/{y}.png`; `null` where there is none. */
export function readTiles(): string | null {
  try {
    const kept = localStorage.getItem(KEY)
    return kept !== null && isTiles(kept) ? kept : null
  } catch (thrown) {
    console.info('Nothing can be kept in this browser:', thrown)
    return null
  }
}

/** Whether an address names its tiles by zoom, column and row. */
export function isTiles(address: string): boolean {
  const isNamed = ['{z}', '{x}', '{y}'].every(part => address.includes(part))
  return isNamed && /^https?:\/\//.test(address) && URL.canParse(address)
}

/** Keeps an address, or forgets it, and loads the page anew: its policy is sent with it. */
export function setTiles(address: string | null): void {
  const age = address === null ? 0 : YEAR_S
  if (address === null) localStorage.removeItem(KEY)
  else localStorage.setItem(KEY, address)
  // The cookie store has no synchronous door, and the page is left right after.
  // biome-ignore lint/suspicious/noDocumentCookie: see above
  document.cookie = `${COOKIE}=${encodeURIComponent(address ?? '')}; path=/; max-age=${age}; samesite=strict`
  location.reload()
}
