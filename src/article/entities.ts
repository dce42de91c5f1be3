/** Character references of HTML: `&nbsp;`, `&#1575;`, `&#x627;`. */

/** Named references that Arabic news pages use; the names of a few hundred symbols of mathematics are left as they stand. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  shy: '\u00ad',
  laquo: '\u00ab',
  raquo: '\u00bb',
  lsaquo: '\u2039',
  rsaquo: '\u203a',
  ldquo: '\u201c',
  rdquo: '\u201d',
  bdquo: '\u201e',
  lsquo: '\u2018',
  rsquo: '\u2019',
  sbquo: '\u201a',
  ndash: '\u2013',
  mdash: '\u2014',
  hellip: '\u2026',
  middot: '\u00b7',
  bull: '\u2022',
  copy: '\u00a9',
  reg: '\u00ae',
  trade: '\u2122',
  deg: '\u00b0',
  times: '\u00d7',
  divide: '\u00f7',
  plusmn: '\u00b1',
  frac12: '\u00bd',
  frac14: '\u00bc',
  sup2: '\u00b2',
  euro: '\u20ac',
  pound: '\u00a3',
  cent: '\u00a2',
  sect: '\u00a7',
  para: '\u00b6',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  zwnj: '\u200c',
  zwj: '\u200d',
  lrm: '\u200e',
  rlm: '\u200f',
  larr: '\u2190',
  rarr: '\u2192',
  uarr: '\u2191',
  darr: '\u2193',
  eacute: '\u00e9',
  egrave: '\u00e8',
  agrave: '\u00e0',
  ccedil: '\u00e7',
  uuml: '\u00fc',
  ouml: '\u00f6',
}

/** A longer name is none: what stands there is an ampersand. */
const MOST_UNITS = 12
const SEMICOLON = 0x3b

/**
 * Text with its character references resolved. A reference that is broken or not known stays as it stands.
 * `decodeEntities('&laquo;دير الزور&raquo; &#1; &bogus;')` → `«دير الزور» \ufffd &bogus;`
 */
export function decodeEntities(text: string): string {
  let at = text.indexOf('&')
  if (at < 0) return text
  let decoded = text.slice(0, at)
  while (at >= 0) {
    const end = findEnd(text, at + 1)
    const value = end > at + 1 ? readReference(text.slice(at + 1, end)) : null
    const from = value === null ? at : skipSemicolon(text, end)
    const next = text.indexOf('&', value === null ? at + 1 : from)
    decoded += (value ?? '') + text.slice(from, next < 0 ? text.length : next)
    at = next
  }
  return decoded
}

/** Past the letters, digits and hash of a reference. */
function findEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && at - from < MOST_UNITS && isPart(text.charCodeAt(at))) at++
  return at
}

function isPart(unit: number): boolean {
  const isDigit = unit >= 0x30 && unit <= 0x39
  return isDigit || unit === 0x23 || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a)
}

function skipSemicolon(text: string, at: number): number {
  return text.charCodeAt(at) === SEMICOLON ? at + 1 : at
}

function readReference(name: string): string | null {
  if (!name.startsWith('#')) return NAMED[name] ?? null
  const isHex = name.charAt(1) === 'x' || name.charAt(1) === 'X'
  const digits = name.slice(isHex ? 2 : 1)
  if (!(isHex ? /^[0-9a-f]+$/i : /^[0-9]+$/).test(digits)) return null
  const code = Number.parseInt(digits, isHex ? 16 : 10)
  const isCharacter = code > 8 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  return isCharacter ? String.fromCodePoint(code) : '\ufffd'
}
