/**
 * Words that lost a vowel sign and were given a space for it: `ق تل` for `قُتل`, `تقد م` for `تقدّم`, `شخص ا` for `شخصًا`. Pages
 * that were cleaned badly are full of them: half of the articles of the UnifiedFC corpus have two or more.
 */
import { splitSentences } from './sentences.ts'
import { UNNUMBERED } from './spellings.ts'
import type { Text } from './text.ts'
import type { Token } from './tokens.ts'

/** What is asked of the lexicon: is this a word that it has? */
export type Word = Pick<Token, 'form' | 'spelling'>

const ARTICLE = '\u0627\u0644'
/** Letters that words are written with in front: a page may set them apart on purpose, `ل - داعش`. */
const PROCLITICS = new Set('\u0648\u0641\u0628\u0643\u0644\u0633\u0623\u0627')
/** Letters that end a word and never stand alone: alif of the tanwin, ta marbuta, alif maqsura, hamza on its seats. */
const ENDINGS = new Set('\u0627\u0629\u0647\u0649\u0621\u0626')
/** Orphaned letters that show a broken page: one may be an abbreviation. */
const FEWEST_ORPHANS = 2
const MOST_PIECES = 3
/** A broken word has one short piece at least. */
const SHORT = 3

/**
 * Joins the pieces of broken words where a text has any; the text itself otherwise. A joined token's span covers the space
 * too. `isWord` knows the folded forms of words. Linear in the tokens.
 */
export function mendText(text: Text, isWord: (word: Word) => boolean): Text {
  if (!isBroken(text)) return text
  const ended = joinTokens(text.text, text.tokens, pieces => isEnding(pieces))
  const joined = joinTokens(text.text, ended, pieces => isOneWord(pieces, isWord))
  const tokens = joined.map((token, index) => ({ ...token, index }))
  return { ...text, tokens, sentences: splitSentences(text.text, tokens) }
}

function isBroken({ text, tokens }: Text): boolean {
  let orphans = 0
  for (let i = 0; i < tokens.length && orphans < FEWEST_ORPHANS; i++) {
    const token = tokens[i] as Token
    if (token.form.length > 1 || token.kind === 'number' || PROCLITICS.has(token.form)) continue
    const [before, after] = [tokens[i - 1], tokens[i + 1]]
    const isBehind = before?.kind === 'word' && isBeside(text, before, token)
    const isAhead = after?.kind === 'word' && isBeside(text, token, after)
    if (isBehind || isAhead) orphans++
  }
  return orphans >= FEWEST_ORPHANS
}

/** Nothing but one space stands between the two. */
function isBeside(text: string, before: Token, token: Token): boolean {
  return token.start === before.end + 1 && text.charAt(before.end) === ' '
}

function joinTokens(
  text: string,
  tokens: readonly Token[],
  isOne: (pieces: readonly Token[]) => boolean,
): Token[] {
  const joined: Token[] = []
  for (let at = 0; at < tokens.length; ) {
    const size = findPieces(text, tokens, { at, isOne })
    const pieces = tokens.slice(at, at + size)
    joined.push(size === 1 ? (pieces[0] as Token) : joinPieces(pieces))
    at += size
  }
  return joined
}

interface Look {
  readonly at: number
  readonly isOne: (pieces: readonly Token[]) => boolean
}

/** How many tokens from `at` on are one word: three before two. */
function findPieces(text: string, tokens: readonly Token[], { at, isOne }: Look): number {
  for (let size = MOST_PIECES; size > 1; size--) {
    const pieces = tokens.slice(at, at + size)
    const areBeside = pieces.every(
      (piece, i) => piece.kind === 'word' && (i === 0 || isBeside(text, pieces[i - 1] as Token, piece)),
    )
    if (pieces.length === size && areBeside && isOne(pieces)) return size
  }
  return 1
}

function isEnding(pieces: readonly Token[]): boolean {
  const [first, last] = pieces as [Token, Token]
  return pieces.length === 2 && first.form.length > 1 && ENDINGS.has(last.form)
}

/** A short piece that is no word, or begins like one with the article: `القو ات`, `الا شتباكات`. */
function isOneWord(pieces: readonly Token[], isWord: (word: Word) => boolean): boolean {
  const isTorn = (piece: Token) =>
    piece.form.length <= SHORT && (piece.form.startsWith(ARTICLE) || !isWord(piece))
  return pieces.some(isTorn) && isWord(joinPieces(pieces))
}

function joinPieces(pieces: readonly Token[]): Token {
  const first = pieces[0] as Token
  const last = pieces.at(-1) as Token
  const form = pieces.map(piece => piece.form).join('')
  return { ...first, end: last.end, form, spelling: UNNUMBERED, joins: last.joins }
}
