/** tables → one tree of phrases over folded words, compiled once. */
import { bareWord, foldWord } from '../text/fold.ts'
import { UNNUMBERED } from '../text/spellings.ts'
import { splitTokens, type Token } from '../text/tokens.ts'
import { type Split, splitClitics } from './clitics.ts'
import { listCell, type Row, TABLE_NAMES, TABLES, type TableName } from './tables.ts'

/** One way in which the words of a row may stand in a text. */
export interface Entry {
  readonly row: Row
  /** The column that the words are from: `name`, `also`, `short`, `forms` … */
  readonly column: string
  /** The exact spelling that the text must have, where the row asks for it. */
  readonly exact: string | null
}

/** A place in the tree of phrases: what ends here, and where each folded word leads. */
export interface Node {
  readonly entries: readonly Entry[]
  readonly next: ReadonlyMap<string, Node> | undefined
}

/** One way to read a word as the first of a phrase: what is taken off it, and where the rest leads. */
export interface Start extends Split {
  readonly node: Node
}

export type Tables = Readonly<Record<TableName, readonly Row[]>>

/** The compiled lexicon. */
export interface Lexicon {
  /** Changes with every change of a table. */
  readonly version: string
  readonly tables: Tables
  /** Rows by table and id. */
  readonly rows: Readonly<Record<TableName, ReadonlyMap<string, Row>>>
  /** The root of the tree of phrases. */
  readonly root: Node
  /** Starts by number of spelling, of those met so far: a memory, not a state that changes what is found. */
  readonly starts: (readonly Start[] | undefined)[]
}

/** Compiles tables into a lexicon. Linear in their size; `version` is an FNV-1a hash over all cells. */
export function compileLexicon(tables: Tables): Lexicon {
  const root = makeNode()
  for (const name of TABLE_NAMES) for (const row of tables[name]) addRow(root, row)
  return { version: hashTables(tables), tables, rows: indexRows(tables), root, starts: [] }
}

interface Growing extends Node {
  readonly entries: Entry[]
  next: Map<string, Growing> | undefined
}

function makeNode(): Growing {
  return { entries: [], next: undefined }
}

function addRow(root: Growing, row: Row): void {
  const isExact = row.cells.exact === 'yes'
  for (const column of TABLES[row.table].words) {
    for (const words of listCell(row, column)) {
      const { entries } = findNode(root, words)
      const isKnown = entries.some(other => other.row === row && other.column === column)
      const exact = isExact ? bareWord(words) : null
      if (!isKnown && entries !== root.entries) entries.push({ row, column, exact })
    }
  }
}

/** The node at the end of `words`, grown where it is not there yet. */
function findNode(root: Growing, words: string): Growing {
  let node = root
  for (const { form } of splitTokens(words, [0, words.length])) {
    node.next ??= new Map()
    let next = node.next.get(form)
    if (next === undefined) {
      next = makeNode()
      node.next.set(form, next)
    }
    node = next
  }
  return node
}

function indexRows(tables: Tables): Record<TableName, Map<string, Row>> {
  const rows = {} as Record<TableName, Map<string, Row>>
  for (const name of TABLE_NAMES) rows[name] = new Map(tables[name].map(row => [row.id, row]))
  return rows
}

function hashTables(tables: Tables): string {
  let hash = 0x811c9dc5
  for (const name of TABLE_NAMES) {
    for (const row of tables[name]) {
      for (const cell of Object.values(row.cells)) hash = hashText(hash, cell)
    }
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}

function hashText(start: number, text: string): number {
  let hash = start
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return Math.imul(hash ^ 0x1f, 0x01000193)
}

/** One for all words that begin nothing: it stays at hand, as an empty list of each would not. */
const NONE: readonly Start[] = []

/** The ways in which a word may begin a phrase of the lexicon; none for most words. */
export function findStarts(lexicon: Lexicon, { form, spelling }: Token): readonly Start[] {
  const known = lexicon.starts[spelling]
  if (known !== undefined) return known
  const starts: Start[] = []
  for (const split of splitClitics(form)) {
    const node = lexicon.root.next?.get(split.stem)
    if (node !== undefined) starts.push({ ...split, node })
  }
  const found = starts.length === 0 ? NONE : starts
  if (spelling !== UNNUMBERED) lexicon.starts[spelling] = found
  return found
}

/** True where `row`'s id or words fold to the same key as `words`. */
export function hasWords(row: Row, words: string): boolean {
  const key = foldWord(words)
  return TABLES[row.table].words.some(column => listCell(row, column).some(cell => foldWord(cell) === key))
}
