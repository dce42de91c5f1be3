/** tables → one tree of phrases over folded words, compiled once. */
import { bareWord } from '../text/fold.ts'
import type { Word } from '../text/mend.ts'
import { foldSpelling, UNNUMBERED } from '../text/spellings.ts'
import { splitTokens, type Token } from '../text/tokens.ts'
import { isLetter } from '../text/units.ts'
import { type Split, splitClitics } from './clitics.ts'
import { kindBits, listCell, type Row, TABLE_NAMES, TABLES, type TableName, tableBit } from './tables.ts'

/** One way in which the words of a row may stand in a text. */
export interface Entry {
  readonly row: Row
  /** The column that the words are from: `name`, `also`, `short`, `forms` … */
  readonly column: string
  /** The bits of the row's table and kinds: a look at them spares most looks at rows, which lie all over the memory. */
  readonly table: number
  readonly kinds: number
  readonly words: string
  /** The exact spelling that the text must have, where the row asks for it. */
  readonly exact: string | null
}

/** A place in a tree of phrases: what ends here, and where each folded word leads. */
export interface Node {
  readonly entries: readonly Entry[]
  readonly next: ReadonlyMap<string, Node> | undefined
}

/** One way to read a word as the first of a phrase: what is taken off it, and the phrases that the rest begins. */
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
  /** Entries by the folded form of their first word. */
  readonly phrases: ReadonlyMap<string, readonly Entry[]>
  /** Trees by first word, and starts by number of spelling, of those met so far: memories that change nothing found. */
  readonly trees: Map<string, Node>
  readonly starts: (readonly Start[] | undefined)[]
}

/** Compiles tables into a lexicon. Linear in their size; `version` is an FNV-1a hash over all cells. */
export function compileLexicon(tables: Tables): Lexicon {
  const phrases = new Map<string, Entry[]>()
  for (const name of TABLE_NAMES) for (const row of tables[name]) addRow(phrases, row)
  return {
    version: hashTables(tables),
    tables,
    rows: indexRows(tables),
    phrases,
    trees: new Map(),
    starts: [],
  }
}

function addRow(phrases: Map<string, Entry[]>, row: Row): void {
  const isExact = row.cells.exact === 'yes'
  const table = tableBit(row.table)
  const kinds = kindBits((row.cells.kind ?? '').split('|'))
  for (const column of TABLES[row.table].words) {
    for (const words of listCell(row, column)) {
      const form = findFirstForm(words)
      const entry = { row, column, table, kinds, words, exact: isExact ? bareWord(words) : null }
      const others = phrases.get(form)
      if (form === '') continue
      if (others === undefined) phrases.set(form, [entry])
      else others.push(entry)
    }
  }
}

/** Empty where there is none. */
function findFirstForm(words: string): string {
  const space = words.indexOf(' ')
  const first = space < 0 ? words : words.slice(0, space)
  for (let i = 0; i < first.length; i++)
    if (!isLetter(first.charCodeAt(i))) return splitTokens(first, [0, first.length])[0]?.form ?? ''
  return foldSpelling(first)
}

interface Growing {
  entries: Entry[]
  next: Map<string, Growing> | undefined
}

/** The tree of the phrases with one first word, grown when a text first has it; undefined where the lexicon has none. */
function findTree(lexicon: Lexicon, first: string): Node | undefined {
  const known = lexicon.trees.get(first)
  const entries = known === undefined ? lexicon.phrases.get(first) : undefined
  if (entries === undefined) return known
  const tree = growTree(entries)
  lexicon.trees.set(first, tree)
  return tree
}

function growTree(entries: readonly Entry[]): Node {
  const root: Growing = { entries: [], next: undefined }
  for (const entry of entries) {
    const [, ...tokens] = splitTokens(entry.words, [0, entry.words.length])
    const { entries: here } = tokens.reduce(growNode, root)
    if (!here.some(({ row, column }) => row === entry.row && column === entry.column)) here.push(entry)
  }
  return root
}

function growNode(node: Growing, { form }: Token): Growing {
  node.next ??= new Map()
  const next = node.next.get(form) ?? { entries: [], next: undefined }
  node.next.set(form, next)
  return next
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
export function findStarts(lexicon: Lexicon, { form, spelling }: Word): readonly Start[] {
  const known = lexicon.starts[spelling]
  if (known !== undefined) return known
  const starts: Start[] = []
  for (const split of splitClitics(form)) {
    const node = findTree(lexicon, split.stem)
    if (node !== undefined) starts.push({ ...split, node })
  }
  const found = starts.length === 0 ? NONE : starts
  if (spelling !== UNNUMBERED) remember(lexicon.starts, spelling, found)
  return found
}

/** True where a word, or the first word of a phrase, is in a table, with whatever is written onto it. */
export function isWord(lexicon: Lexicon, word: Word): boolean {
  return findStarts(lexicon, word).length > 0
}

/** Leaves no gaps: V8 would make a slow hash table of an array with large ones. */
function remember<Thing>(things: (Thing | undefined)[], index: number, thing: Thing): void {
  while (things.length <= index) things.push(undefined)
  things[index] = thing
}
