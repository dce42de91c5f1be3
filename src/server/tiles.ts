/** The one outside address that a page may ask, where its reader chose one for the ground of maps: none unless he did. */
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'

/** The cookie that the desk's setting writes. No page of another site can write it, and no article can: nothing of theirs runs. */
const COOKIE = 'hasab-tiles'
/** An origin, and nothing that could end it and begin another rule. */
const ORIGIN = /^https?:\/\/[a-z0-9.:[\]-]+$/

/** The origin of the tiles that the reader chose, for the page's policy: `https://tiles.example`; empty where he chose none. */
export function findTileOrigin(c: Context): string {
  const given = getCookie(c, COOKIE)
  if (given === undefined || !URL.canParse(given)) return ''
  const { origin } = new URL(given)
  return ORIGIN.test(origin) ? origin : ''
}
