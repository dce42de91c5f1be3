import type { Edtf, Span } from '../model.ts'
import type { Line } from './lines.ts'
import type { Stated } from './published.ts'

/** A page or plain text as lines, with what its head says of it. */
export interface Page {
  readonly text: string
  readonly format: 'text' | 'html'
  readonly lines: readonly Line[]
  readonly title: Span | null
  readonly site: string | null
  readonly url: string | undefined
  readonly published: readonly Stated[]
  readonly updated: Edtf | null
  readonly hasArticle: boolean
}
/** x */
export function isPage(text: string): boolean {
  return text.startsWith('<')
}
/** x */
export function readPage(text: string): Page {
  throw new Error(text)
}
