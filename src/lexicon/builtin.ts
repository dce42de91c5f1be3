/** The lexicon that comes with the package, read from `lexicon/*.tsv`. The one file of this stage that touches a disk. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Problem } from '../model.ts'
import { compileLexicon, type Lexicon } from './lexicon.ts'
import { loadTable } from './load.ts'
import { type Row, TABLE_NAMES, type TableName } from './tables.ts'

export interface LoadedLexicon {
  readonly lexicon: Lexicon
  readonly problems: readonly Problem[]
}

/** Reads the tables of `folder`. A table that is missing is empty and a problem `table-missing`. */
export function loadLexicon(folder: string): LoadedLexicon {
  const problems: Problem[] = []
  const tables = {} as Record<TableName, readonly Row[]>
  for (const name of TABLE_NAMES) {
    const path = `${folder}/${name}.tsv`
    const isThere = existsSync(path)
    if (!isThere) problems.push({ code: 'table-missing', where: `lexicon/${name}.tsv`, values: { path } })
    const loaded = loadTable(name, isThere ? readFileSync(path, 'utf8') : '')
    tables[name] = loaded.rows
    if (isThere) problems.push(...loaded.problems)
  }
  return { lexicon: compileLexicon(tables), problems }
}

let builtin: Lexicon | undefined

/** The package's own lexicon; read once a process. */
export function builtinLexicon(): Lexicon {
  builtin ??= loadLexicon(fileURLToPath(new URL('../../lexicon', import.meta.url))).lexicon
  return builtin
}
