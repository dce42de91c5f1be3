/** Invented words and names in Arabic letters: as long and as frequent as real ones, and none of them real on purpose. */
import type { Draw } from './draw.ts'

const LETTERS = 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'
/** Different words of a large corpus, as far as they matter here. */
const WORDS = 60_000
/** Set phrases of five words that everybody uses. */
const PHRASES = 400

/** What texts are made of. */
export interface Vocabulary {
  readonly words: readonly string[]
  readonly phrases: readonly (readonly string[])[]
}

/** Invents a vocabulary; the frequent words come first and are short. */
export function inventWords(draw: Draw): Vocabulary {
  const words = Array.from({ length: WORDS }, (_, rank) => inventWord(draw, rank < 300 ? 2 : 4))
  const phrases = Array.from({ length: PHRASES }, () =>
    Array.from({ length: 5 }, () => words[draw.rank(WORDS)] as string),
  )
  return { words, phrases }
}

function inventWord(draw: Draw, least: number): string {
  const length = least + draw.below(4)
  return Array.from({ length }, () => LETTERS[draw.below(LETTERS.length)]).join('')
}

/** So many running words. */
export function inventText(draw: Draw, { words, phrases }: Vocabulary, count: number): string[] {
  const text: string[] = []
  while (text.length < count) {
    if (draw.isTrue(0.02)) text.push(...(phrases[draw.rank(phrases.length)] ?? []))
    else text.push(words[draw.rank(words.length)] as string)
  }
  return text
}
