/** Walks a page once: its visible text in document order, and which element each line lies in. */
import type { RegionKind } from '../model.ts'
import { BLOCK, findRegion, isBodyElement, isEndedBy, isHidden, VOID } from './elements.ts'
import { decodeEntities } from './entities.ts'
import { readAttribute, readTags, type TagReader } from './tags.ts'

/** An element that holds lines. `parent` is its index in the list, -1 for the page itself. */
export interface Box {
  readonly name: string
  readonly parent: number
  readonly region: RegionKind | null
  readonly isBody: boolean
}

/** One line of the visible text: which box it lies in, and how much of it is links. */
export interface PageLine {
  readonly start: number
  readonly end: number
  readonly box: number
  readonly linked: number
}

/** A `<time>` element: its machine-readable date and where it stands. */
export interface TimeTag {
  readonly value: string
  readonly at: number
  readonly isPublished: boolean
}

/** What one walk over a page finds. */
export interface Walked {
  readonly text: string
  readonly lines: readonly PageLine[]
  readonly boxes: readonly Box[]
  readonly times: readonly TimeTag[]
  /** `<meta>` by name, property or itemprop, in lower case; the first of each. */
  readonly meta: ReadonlyMap<string, string>
  /** Content of the scripts that hold linked data. */
  readonly data: readonly string[]
  readonly title: string | null
  readonly canonical: string | null
}

interface Open {
  readonly name: string
  readonly box: number
  readonly isHidden: boolean
  readonly isLink: boolean
}

interface Walk {
  readonly html: string
  text: string
  start: number
  linked: number
  isSpaced: boolean
  title: string | null
  canonical: string | null
  readonly stack: Open[]
  readonly counts: Map<string, number>
  readonly lines: PageLine[]
  readonly boxes: Box[]
  readonly times: TimeTag[]
  readonly meta: Map<string, string>
  readonly data: string[]
}

/** How far up the stack an element that was not closed is looked for when another begins. */
const IMPLIED_DEPTH = 3

/** Walks `html`. Linear in its length, whatever its depth. */
export function walkPage(html: string): Walked {
  const walk: Walk = {
    ...{ html, text: '', start: 0, linked: 0, isSpaced: false, title: null, canonical: null },
    ...{ stack: [], counts: new Map(), lines: [], boxes: [], times: [], meta: new Map(), data: [] },
  }
  const reader: TagReader = {
    onText: (start, end) => addText(walk, html.slice(start, end)),
    onOpen: (name, attributes) => openElement(walk, name, attributes),
    onClose: name => closeElement(walk, name),
    onRaw: (name, attributes, content) => readRaw(walk, { name, attributes, content }),
  }
  readTags(html, reader)
  endLine(walk)
  return walk
}

function addText(walk: Walk, raw: string): void {
  const top = walk.stack.at(-1)
  if (top?.isHidden) return
  const text = decodeEntities(raw).replace(/[ \t\n\r\f]+/g, ' ')
  const isFirst = walk.text.length === walk.start
  const opensSpaced = text.startsWith(' ')
  const plain = opensSpaced ? text.slice(1) : text
  if (plain === '') {
    walk.isSpaced ||= !isFirst
    return
  }
  const needsSpace = !isFirst && (walk.isSpaced || opensSpaced)
  const closesSpaced = plain.endsWith(' ')
  const shown = closesSpaced ? plain.slice(0, -1) : plain
  walk.text += needsSpace ? ` ${shown}` : shown
  walk.isSpaced = closesSpaced
  if (top?.isLink) walk.linked += shown.length
}

/** Ends the line that is being built, if it holds anything but invisible marks. */
function endLine(walk: Walk): void {
  const isEmpty = walk.text.length === walk.start
  if (!isEmpty) {
    const box = walk.stack.at(-1)?.box ?? -1
    walk.lines.push({ start: walk.start, end: walk.text.length, box, linked: walk.linked })
    walk.text += '\n'
  }
  walk.start = walk.text.length
  walk.linked = 0
  walk.isSpaced = false
}

function openElement(walk: Walk, name: string, attributes: string): void {
  if (VOID.has(name)) {
    readVoid(walk, name, attributes)
    return
  }
  for (let depth = 0; depth < IMPLIED_DEPTH; depth++) {
    const open = walk.stack.at(-1)
    if (!open || !isEndedBy(open.name, name)) break
    closeElement(walk, open.name)
  }
  const top = walk.stack.at(-1)
  const isBlock = BLOCK.has(name)
  if (isBlock && !top?.isHidden) endLine(walk)
  const isGone = top?.isHidden === true || isHidden(name, attributes)
  const box = isGone ? (top?.box ?? -1) : addBox(walk, name, { attributes, isBlock })
  walk.stack.push({ name, box, isHidden: isGone, isLink: name === 'a' || top?.isLink === true })
  walk.counts.set(name, (walk.counts.get(name) ?? 0) + 1)
  if (name === 'time' && !isGone) addTime(walk, attributes)
}

/** A box for an element that begins a line or is a region; other elements share that of their parent. */
function addBox(
  walk: Walk,
  name: string,
  { attributes, isBlock }: { attributes: string; isBlock: boolean },
): number {
  const parent = walk.stack.at(-1)?.box ?? -1
  const region = isBlock ? findRegion(name, attributes) : null
  if (!isBlock) return parent
  walk.boxes.push({ name, parent, region, isBody: isBodyElement(attributes) })
  return walk.boxes.length - 1
}

function addTime(walk: Walk, attributes: string): void {
  const value = readAttribute(attributes, 'datetime')
  if (!value) return
  const called = `${readAttribute(attributes, 'itemprop') ?? ''} ${readAttribute(attributes, 'class') ?? ''}`
  if (/modified|updated/i.test(called) && !/published/i.test(called)) return
  const isPublished = /publish/i.test(called) || readAttribute(attributes, 'pubdate') !== null
  walk.times.push({ value, at: walk.text.length, isPublished })
}

/** Closes an element and those inside it that were left open; an end tag without a start is passed over. */
function closeElement(walk: Walk, name: string): void {
  if (name === 'br' || name === 'p') endShown(walk)
  if ((walk.counts.get(name) ?? 0) === 0) return
  for (let open = walk.stack.at(-1); open; open = walk.stack.at(-1)) {
    if (BLOCK.has(open.name) && !open.isHidden) endLine(walk)
    walk.stack.pop()
    walk.counts.set(open.name, (walk.counts.get(open.name) ?? 1) - 1)
    if (open.name === name) return
  }
}

function endShown(walk: Walk): void {
  if (!walk.stack.at(-1)?.isHidden) endLine(walk)
}

function readVoid(walk: Walk, name: string, attributes: string): void {
  if (name === 'br' || name === 'hr') endShown(walk)
  if (name === 'meta') readMeta(walk, attributes)
  if (name === 'link' && readAttribute(attributes, 'rel') === 'canonical') {
    walk.canonical ??= decodeEntities(readAttribute(attributes, 'href') ?? '') || null
  }
}

function readMeta(walk: Walk, attributes: string): void {
  const content = readAttribute(attributes, 'content')
  if (content === null) return
  for (const key of ['property', 'name', 'itemprop']) {
    const name = readAttribute(attributes, key)?.toLowerCase()
    if (name && !walk.meta.has(name)) walk.meta.set(name, decodeEntities(content).trim())
  }
}

function readRaw(walk: Walk, element: { name: string; attributes: string; content: string }): void {
  const { name, attributes, content } = element
  if (name === 'title') walk.title ??= decodeEntities(content).replace(/\s+/g, ' ').trim() || null
  const isData = name === 'script' && /ld\+json/i.test(readAttribute(attributes, 'type') ?? '')
  if (isData) walk.data.push(content)
}
