/** Numbers of the interface in the digits that the reader chose. Digits inside quotations are the article's and stay. */
import type { Language } from '../messages.ts'
import type { Numerals } from './prefs.ts'

/** A number with its groups: `tellNumber(6583, 'ar', 'latn')` → `6,583`. */
export function tellNumber(value: number, language: Language, numerals: Numerals): string {
  return new Intl.NumberFormat(localeOf(language, numerals), { maximumFractionDigits: 2 }).format(value)
}

/** A number without groups, for years and days: `tellDigits(2017, 'ar', 'arab')` is four Arabic-Indic digits. */
export function tellDigits(value: number, language: Language, numerals: Numerals): string {
  return new Intl.NumberFormat(localeOf(language, numerals), { useGrouping: false }).format(value)
}

/** A share of one as a percentage. */
export function tellShare(share: number, language: Language, numerals: Numerals): string {
  return new Intl.NumberFormat(localeOf(language, numerals), { style: 'percent' }).format(share)
}

/** The plural form that a count takes, as the keys of the message tables name it. */
export function pluralOf(value: number, language: Language): Intl.LDMLPluralRule {
  return new Intl.PluralRules(language).select(value)
}

function localeOf(language: Language, numerals: Numerals): string {
  return `${language}-u-nu-${numerals}`
}
