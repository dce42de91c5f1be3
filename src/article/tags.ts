/**
 * Splits HTML into tags and text, in one pass and without a tree, so that a page of any depth costs only its length.
 * Faults of markup are passed over as browsers do: an unquoted or unclosed attribute, a stray `<`, a comment without end.
 */

/** What a page is told of as it is read, in document order. */
export interface TagReader {
  /** Text between tags, with its character references as they stand. */
  readonly onText: (start: number, end: number) => void
  /** A start tag; `attributes` is what stands between its name and its `>`. */
  readonly onOpen: (name: string, attributes: string) => void
  readonly onClose: (name: string) => void
  /** What stands inside a script, style or other element whose content is no markup. */
  readonly onRaw: (name: string, attributes: string, content: string) => void
}

/** Elements whose content is not markup. */
const RAW = new Set([
  'script',
  'style',
  'textarea',
  'title',
  'noscript',
  'iframe',
  'xmp',
  'noembed',
  'noframes',
])
const SLASH = 0x2f
const BANG = 0x21
const QUESTION = 0x3f
const GREATER = 0x3e

/** Reads `html` from start to end. Linear: every index only grows. */
export function readTags(html: string, reader: TagReader): void {
  let from = 0
  let at = html.indexOf('<')
  while (at >= 0) {
    const end = findTagEnd(html, at)
    if (end > 0) {
      if (at > from) reader.onText(from, at)
      from = readTag(html, [at, end], reader)
    }
    at = html.indexOf('<', Math.max(from, at + 1))
  }
  if (from < html.length) reader.onText(from, html.length)
}

/** Where the tag or comment at `at` ends; 0 where `<` begins none. */
function findTagEnd(html: string, at: number): number {
  const next = html.charCodeAt(at + 1)
  if (next === BANG && html.startsWith('<!--', at)) return endAfter(html, '-->', at + 4)
  if (next === BANG || next === QUESTION) return endAfter(html, '>', at + 2)
  if (!isLetter(next === SLASH ? html.charCodeAt(at + 2) : next)) return 0
  return findClosing(html, at + 1)
}

function endAfter(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from)
  return found < 0 ? html.length : found + mark.length
}

/** Past the `>` of a tag; one inside quotes of an attribute is none. A quote that is never closed ends at the next `>`. */
function findClosing(html: string, from: number): number {
  let at = from
  while (at < html.length) {
    const unit = html.charCodeAt(at)
    if (unit === GREATER) return at + 1
    const isQuote = (unit === 0x22 || unit === 0x27) && html.charCodeAt(at - 1) === 0x3d
    const closing = isQuote ? html.indexOf(html.charAt(at), at + 1) : -1
    at = closing < 0 ? at + 1 : closing + 1
  }
  return html.length
}

/** Tells the reader of one tag and gives where reading goes on: behind the tag, or behind a raw element's content. */
function readTag(html: string, [at, end]: readonly [number, number], reader: TagReader): number {
  const isClosing = html.charCodeAt(at + 1) === SLASH
  const nameAt = isClosing ? at + 2 : at + 1
  if (!isLetter(html.charCodeAt(nameAt))) return end
  let nameEnd = nameAt
  while (nameEnd < end && isNamePart(html.charCodeAt(nameEnd))) nameEnd++
  const name = html.slice(nameAt, nameEnd).toLowerCase()
  if (isClosing) {
    reader.onClose(name)
    return end
  }
  const attributes = html.slice(nameEnd, end - 1)
  if (!RAW.has(name) || attributes.endsWith('/')) {
    reader.onOpen(name, attributes)
    return end
  }
  const close = findRawEnd(html, name, end)
  reader.onRaw(name, attributes, html.slice(end, close))
  return Math.min(html.length, endAfter(html, '>', close))
}

/** Where `</name` stands, in any case; the end of the page where it does not. */
function findRawEnd(html: string, name: string, from: number): number {
  let at = html.indexOf('</', from)
  while (at >= 0) {
    if (html.slice(at + 2, at + 2 + name.length).toLowerCase() === name) return at
    at = html.indexOf('</', at + 2)
  }
  return html.length
}

function isLetter(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a)
}

function isNamePart(unit: number): boolean {
  return isLetter(unit) || (unit >= 0x30 && unit <= 0x39) || unit === 0x2d || unit === 0x3a
}

/** An attribute's value, without its quotes; empty for one without value; `null` where the tag does not have it. */
export function readAttribute(attributes: string, name: string): string | null {
  let at = attributes.toLowerCase().indexOf(name)
  while (at >= 0) {
    const before = attributes.charCodeAt(at - 1)
    const end = at + name.length
    const isWhole = !(before > 0x20) || before === 0x22 || before === 0x27 || before === SLASH
    if (isWhole && !isNamePart(attributes.charCodeAt(end)) && attributes.charCodeAt(end) !== 0x5f) {
      return readValue(attributes, end)
    }
    at = attributes.toLowerCase().indexOf(name, end)
  }
  return null
}

function readValue(attributes: string, from: number): string {
  let at = from
  while (attributes.charCodeAt(at) <= 0x20) at++
  if (attributes.charCodeAt(at) !== 0x3d) return ''
  at++
  while (attributes.charCodeAt(at) <= 0x20) at++
  const quote = attributes.charAt(at)
  if (quote !== '"' && quote !== "'") return attributes.slice(at).split(/[\s>]/, 1)[0] ?? ''
  const end = attributes.indexOf(quote, at + 1)
  return attributes.slice(at + 1, end < 0 ? attributes.length : end)
}
