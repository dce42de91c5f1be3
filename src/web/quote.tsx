/** The article's own words, in its own direction and digits. */
import type { Span } from '../model.ts'

/** A piece of a quotation and what it is: context, the claim itself, or a word that was searched for. */
interface Piece {
  readonly text: string
  readonly isHit: boolean
}

/** Cuts text at its hits: `cutHits('abcd', [[1, 2]])` → a, b (hit), cd. Hits outside the text are passed over. */
export function cutHits(text: string, hits: readonly Span[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const [start, end] of [...hits].sort((a, b) => a[0] - b[0])) {
    if (start < at || end > text.length || end <= start) continue
    pieces.push({ text: text.slice(at, start), isHit: false }, { text: text.slice(start, end), isHit: true })
    at = end
  }
  pieces.push({ text: text.slice(at), isHit: false })
  return pieces.filter(piece => piece.text !== '')
}

/** Text with the words that were searched for marked. */
export function Hits({ text, hits }: { readonly text: string; readonly hits: readonly Span[] }) {
  return cutHits(text, hits).map(({ text: piece, isHit }, i) =>
    // Pieces have no identity but their place.
    // biome-ignore lint/suspicious/noArrayIndexKey: the list is never reordered
    isHit ? <mark key={i}>{piece}</mark> : piece,
  )
}

interface QuoteProps {
  readonly text: string
  readonly hits?: readonly Span[]
  readonly before?: string
  readonly after?: string
}

/** A quotation with the words round it in quiet ink. Line breaks of the article become spaces. */
export function Quote({ text, hits = [], before = '', after = '' }: QuoteProps) {
  return (
    <blockquote className="quote" lang="ar" dir="rtl">
      {before !== '' && <span className="context">{trimBefore(flat(before))}</span>}
      <span className={before + after === '' ? undefined : 'evidence'}>
        <Hits text={flat(text)} hits={hits} />
      </span>
      {after !== '' && <span className="context">{trimAfter(flat(after))}</span>}
    </blockquote>
  )
}

/** Shorter context ends where the article does, and is whole. */
const CUT = 100

/** Context that was cut in the middle of a word, from the next word on. */
export function trimBefore(context: string): string {
  return context.length < CUT ? context : `… ${context.slice(context.indexOf(' ') + 1)}`
}

/** Context that was cut in the middle of a word, up to the word before. */
export function trimAfter(context: string): string {
  return context.length < CUT ? context : `${context.slice(0, context.lastIndexOf(' '))} …`
}

/** One space for one line break, so that offsets into the text stay right. */
function flat(text: string): string {
  return text.replaceAll('\n', ' ')
}
