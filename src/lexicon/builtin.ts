/** The lexicon that comes with the package, read from `lexicon/*.tsv`. The one file of this stage that touches a disk. */
import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Problem } from '../model.ts'
import { findAccidents } from './accidents.ts'
import { compileLexicon, type Lexicon } from './lexicon.ts'
import { loadTable } from './load.ts'
import { type Row, TABLE_NAMES, type TableName } from './tables.ts'

export interface LoadedLexicon {
  readonly lexicon: Lexicon
  readonly problems: readonly Problem[]
}

/** Reads the tables of `folder` and what is wrong with them. A table that is missing is empty and a problem `table-missing`. */
export function loadLexicon(folder: string): LoadedLexicon {
  const sources = readSources(folder)
  const problems = TABLE_NAMES.flatMap(name => {
    const source = sources[name]
    const missing = {
      code: 'table-missing',
      where: `lexicon/${name}.tsv`,
      values: { path: pathOf(folder, name) },
    }
    return source === null ? [missing] : findAccidents(name, source)
  })
  return { lexicon: compileSources(sources), problems }
}

/** The texts of the tables; `null` for a table that is not there. */
type Sources = Readonly<Record<TableName, string | null>>

function readSources(folder: string): Sources {
  const sources = {} as Record<TableName, string | null>
  for (const name of TABLE_NAMES) {
    const path = pathOf(folder, name)
    sources[name] = existsSync(path) ? readFileSync(path, 'utf8') : null
  }
  return sources
}

function pathOf(folder: string, name: TableName): string {
  return `${folder}/${name}.tsv`
}

function compileSources(sources: Sources): Lexicon {
  const tables = {} as Record<TableName, readonly Row[]>
  for (const name of TABLE_NAMES) tables[name] = loadTable(name, sources[name] ?? '')
  return compileLexicon(tables)
}

let builtin: Lexicon | undefined

/** The package's own lexicon; read once a process. */
export function builtinLexicon(): Lexicon {
  builtin ??= compileSources(readSources(fileURLToPath(new URL('../../lexicon', import.meta.url))))
  return builtin
}

const GAZETTEER = 'gazetteer.tsv'

/** Where the user's own places are kept: `$HASAB_DATA`, else `$XDG_DATA_HOME/hasab`, else `~/.local/share/hasab`. */
export function findGazetteerPath(env: Readonly<Record<string, string | undefined>> = process.env): string {
  const data = env.XDG_DATA_HOME ?? join(env.HOME ?? homedir(), '.local/share')
  return join(env.HASAB_DATA ?? join(data, 'hasab'), GAZETTEER)
}

let full: { readonly path: string; readonly lexicon: Lexicon } | undefined

/** The package's lexicon with the user's own places, where there are any; read once a process. */
export function fullLexicon(): Lexicon {
  const path = findGazetteerPath()
  if (!existsSync(path)) return builtinLexicon()
  if (full?.path !== path) {
    const { tables } = builtinLexicon()
    const own = loadTable('places', readFileSync(path, 'utf8'))
    full = { path, lexicon: compileLexicon({ ...tables, places: [...tables.places, ...own] }) }
  }
  return full.lexicon
}
