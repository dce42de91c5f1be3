/** What a single UTF-16 code unit is: a letter of a word, a digit, one of the marks that divide a text. */

export const COMMA = 1
export const STOP = 2
export const COLON = 4
export const OPEN_QUOTE = 8
export const CLOSE_QUOTE = 16
export const NEWLINE = 32
export const PARAGRAPH = 64
export const BRACKET = 128
export const DASH = 256
export const ELLIPSIS = 512
export const OTHER_MARK = 1024
/** A quotation mark that does not say whether it opens or closes. */
export const PLAIN_QUOTE = 2048
export const SEMICOLON = 4096

const NONE = 0
const LETTER = 1
const DIGIT = 2
const KIND = new Uint8Array(0x10000)
const MARKS = new Uint16Array(0x10000)
const LISTED: readonly (readonly [unit: number, mark: number])[] = [
  [0x2c, COMMA],
  [0x060c, COMMA],
  [0x3b, SEMICOLON],
  [0x061b, SEMICOLON],
  [0x2e, STOP],
  [0x21, STOP],
  [0x3f, STOP],
  [0x061f, STOP],
  [0x06d4, STOP],
  [0x3a, COLON],
  [0x22, PLAIN_QUOTE],
  [0xab, OPEN_QUOTE],
  [0xbb, CLOSE_QUOTE],
  [0x201c, OPEN_QUOTE],
  [0x201d, CLOSE_QUOTE],
  [0x201e, OPEN_QUOTE],
  [0x2018, OPEN_QUOTE],
  [0x2019, CLOSE_QUOTE],
  [0x0a, NEWLINE],
  [0x2028, NEWLINE],
  [0x2029, NEWLINE],
  [0x28, BRACKET],
  [0x29, BRACKET],
  [0x5b, BRACKET],
  [0x5d, BRACKET],
  [0x2d, DASH],
  [0x2013, DASH],
  [0x2014, DASH],
  [0x2026, ELLIPSIS],
  [0x7c, OTHER_MARK],
  [0x2f, OTHER_MARK],
  [0x2a, OTHER_MARK],
  [0x23, OTHER_MARK],
  [0x25, OTHER_MARK],
  [0x066a, OTHER_MARK],
  [0x2022, OTHER_MARK],
]

function fillKinds(): void {
  for (const [unit, mark] of LISTED) MARKS[unit] = mark
  // In runs over a string of all units: 65,536 tests, one for each, would take longer than to read a hundred articles.
  const all = new TextDecoder('utf-16le').decode(Uint16Array.from(KIND.keys()))
  for (const { index, 0: run } of all.matchAll(/[\p{L}\p{M}\u0640]+/gu))
    KIND.fill(LETTER, index, index + run.length)
  for (const { index, 0: run } of all.matchAll(/\p{Nd}+/gu)) KIND.fill(DIGIT, index, index + run.length)
}

fillKinds()

/** True for a letter, a combining mark or tatweel. */
export function isLetter(unit: number): boolean {
  return KIND[unit] === LETTER
}

/** True for a decimal digit of any script. */
export function isDigit(unit: number): boolean {
  return KIND[unit] === DIGIT
}

/** True for an Arabic letter or mark (Arabic block and presentation forms). */
export function isArabic(unit: number): boolean {
  const inBlock = unit >= 0x0600 && unit <= 0x06ff
  return KIND[unit] === LETTER && (inBlock || (unit >= 0xfb50 && unit <= 0xfefc))
}

/** The mark that a unit is (`COMMA`, `STOP` …), 0 where it is none. */
export function findMark(unit: number): number {
  return MARKS[unit] ?? NONE
}
