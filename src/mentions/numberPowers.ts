/** Numbers as they stand in tables and sums: `1e10`, `2.5^-1`, `2 1/4`, `1،234،567`. */
import type { Draft } from './numberSteps.ts'
import { readDigits } from './numerals.ts'
import type { Terms } from './terms.ts'

const HAT = 0x5e
const MINUS = 0x2d
const PLUS = 0x2b
const SLASH = 0x2f
const ARABIC_COMMA = 0x060c

/** A number in digits with a power of ten or an exponent right after it; undefined where there is none. */
export function readPower(terms: Terms, draft: Draft): Draft | undefined {
  if (!draft.isDigits) return undefined
  const { text } = terms.text
  const isTens = terms.tokens[draft.to]?.form === 'e' && terms.tokens[draft.to]?.start === draft.end
  const isHat = text.charCodeAt(draft.end) === HAT
  if (!isTens && !isHat) return undefined
  const at = isTens ? draft.to + 1 : draft.to
  const sign = text.charCodeAt(draft.end + 1)
  const start = sign === MINUS || sign === PLUS ? draft.end + 2 : draft.end + 1
  const token = terms.tokens[at]
  const power = token !== undefined && token.start === start ? readDigits(token.form) : undefined
  if (token === undefined || power === undefined) return undefined
  const exponent = sign === MINUS ? -power : power
  const value = isTens ? draft.min * 10 ** exponent : draft.min ** exponent
  return { ...draft, to: at + 1, end: token.end, min: value, max: value, scale: 1 }
}

/** `2 1/4` is 2.25. */
export function readMixed(terms: Terms, draft: Draft): Draft | undefined {
  const top = terms.tokens[draft.to]
  const bottom = terms.tokens[draft.to + 1]
  const isWhole = draft.isDigits && draft.form === 'count' && Number.isInteger(draft.min)
  if (!isWhole || top?.kind !== 'number' || bottom?.kind !== 'number' || top.gap !== 0) return undefined
  const isSlash = terms.text.text.charCodeAt(top.end) === SLASH && bottom.start === top.end + 1
  const above = readDigits(top.form)
  const below = readDigits(bottom.form)
  if (!isSlash || above === undefined || below === undefined || above >= below || below > 10) return undefined
  const value = draft.min + above / below
  return { ...draft, to: draft.to + 2, end: bottom.end, min: value, max: value, form: 'fraction' }
}

/** Groups of three digits with an Arabic comma between them and no space. */
export function readGroups(terms: Terms, draft: Draft): Draft | undefined {
  const { text } = terms.text
  let { to, end } = draft
  let digits = terms.tokens[draft.from]?.form ?? ''
  if (!draft.isDigits || to !== draft.from + 1 || !/^\d{1,3}$/.test(digits)) return undefined
  for (let token = terms.tokens[to]; token !== undefined; token = terms.tokens[to]) {
    const isGroup =
      text.charCodeAt(end) === ARABIC_COMMA && token.start === end + 1 && /^\d{3}(\D|$)/.test(token.form)
    if (!isGroup) break
    digits += token.form
    to++
    end = token.end
  }
  const value = readDigits(digits)
  return to === draft.to || value === undefined ? undefined : { ...draft, to, end, min: value, max: value }
}
