/** tables → one automaton over folded words, compiled once. */
import { bareWord, foldWord } from '../text/fold.ts'
import { splitTokens } from '../text/tokens.ts'
import { type Split, splitClitics } from './clitics.ts'
import { listCell, type Row, TABLE_NAMES, TABLES, type TableName } from './tables.ts'

/** One way in which the words of a row may stand in a text. */
export interface Entry {
  readonly row: Row
  /** The column that the words are from: `name`, `also`, `short`, `forms` … */
  readonly column: string
  readonly words: string
  /** The exact spelling that the text must have, where the row asks for it. */
  readonly exact: string | null
}

/** One reading of a word against the vocabulary. */
export interface Analysis extends Split {
  readonly word: number
}

export type Tables = Readonly<Record<TableName, readonly Row[]>>

/**
 * The compiled lexicon. Words are numbered; a phrase is a path of word numbers; `entries[node]` are those that end there.
 */
export interface Lexicon {
  /** Changes with every change of a table. */
  readonly version: string
  readonly tables: Tables
  /** Rows by table and id. */
  readonly rows: Readonly<Record<TableName, ReadonlyMap<string, Row>>>
  readonly words: ReadonlyMap<string, number>
  /** Node and word → next node, keyed `node * 2 ** 21 + word`. */
  readonly paths: ReadonlyMap<number, number>
  readonly entries: readonly (readonly Entry[])[]
  /** Analyses of the word forms met so far: a memory, not a state that changes what is found. */
  readonly analyses: Map<string, readonly Analysis[]>
}

const WORD_LIMIT = 2 ** 21
/** Forms remembered before the memory is emptied; news in Arabic has about 150,000 common ones. */
const MOST_ANALYSES = 200_000

/** Where the path from `node` over word number `word` leads; undefined where no phrase goes on so. */
export function findNext(lexicon: Lexicon, node: number, word: number): number | undefined {
  return lexicon.paths.get(node * WORD_LIMIT + word)
}

/** Compiles tables into a lexicon. Linear in their size; `version` is an FNV-1a hash over all cells. */
export function compileLexicon(tables: Tables): Lexicon {
  const words = new Map<string, number>()
  const paths = new Map<number, number>()
  const entries: Entry[][] = [[]]
  const lexicon = { words, paths, entries }
  for (const name of TABLE_NAMES) for (const row of tables[name]) addRow(lexicon, row)
  return {
    ...lexicon,
    version: hashTables(tables),
    tables,
    rows: indexRows(tables),
    analyses: new Map(),
  }
}

interface Growing {
  words: Map<string, number>
  paths: Map<number, number>
  entries: Entry[][]
}

function addRow(growing: Growing, row: Row): void {
  const isExact = row.cells.exact === 'yes'
  for (const column of TABLES[row.table].words) {
    for (const words of listCell(row, column)) {
      addEntry(growing, { row, column, words, exact: isExact ? bareWord(words) : null })
    }
  }
}

function addEntry({ words, paths, entries }: Growing, entry: Entry): void {
  let node = 0
  for (const token of splitTokens(entry.words, [0, entry.words.length])) {
    let word = words.get(token.form)
    if (word === undefined) {
      word = words.size
      words.set(token.form, word)
    }
    const key = node * WORD_LIMIT + word
    let next = paths.get(key)
    if (next === undefined) {
      next = entries.length
      entries.push([])
      paths.set(key, next)
    }
    node = next
  }
  const here = entries[node] as Entry[]
  if (node !== 0 && !here.some(other => other.row === entry.row && other.column === entry.column))
    here.push(entry)
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

/** The ways in which a folded word can be read against the vocabulary; none for a word that no table has. */
export function analyseWord(lexicon: Lexicon, form: string): readonly Analysis[] {
  const known = lexicon.analyses.get(form)
  if (known !== undefined) return known
  const analyses: Analysis[] = []
  for (const split of splitClitics(form)) {
    const word = lexicon.words.get(split.stem)
    if (word !== undefined) analyses.push({ ...split, word })
  }
  if (lexicon.analyses.size > MOST_ANALYSES) lexicon.analyses.clear()
  lexicon.analyses.set(form, analyses)
  return analyses
}

/** True where `row`'s id or words fold to the same key as `words`. */
export function hasWords(row: Row, words: string): boolean {
  const key = foldWord(words)
  return TABLES[row.table].words.some(column => listCell(row, column).some(cell => foldWord(cell) === key))
}
