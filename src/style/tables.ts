/** Checks of what is not code: message tables, codes of problems, stage folders, the lock file, paths of one machine. */
import type { CodeFile, Fault } from './code.ts'
import { findLine } from './code.ts'

/** A code of a `Problem` as used in the code, and where. */
export interface UsedCode {
  readonly code: string
  readonly path: string
  readonly line: number
}

/** The keys of a message table, in the order of its lines, the header left out. */
function readKeys(table: string): string[] {
  return table
    .trimEnd()
    .split('\n')
    .slice(1)
    .map(line => line.split('\t')[0] ?? '')
}

/** Keys that one message table has and the other lacks, empty texts, and keys out of order or twice. */
export function findMessageFaults(tables: Readonly<Record<string, string>>): Fault[] {
  const all = new Set(Object.values(tables).flatMap(readKeys))
  return Object.entries(tables).flatMap(([path, table]) => {
    const keys = readKeys(table)
    const lacking = [...all]
      .filter(key => !keys.includes(key))
      .map(key => ({ path, line: 1, what: `lacks ${key}` }))
    return [...lacking, ...findLineFaults(path, table)]
  })
}

function findLineFaults(path: string, table: string): Fault[] {
  const lines = table.trimEnd().split('\n')
  return lines.slice(1).flatMap((line, i) => {
    const [key = '', text = '', ...rest] = line.split('\t')
    const before = lines[i]?.split('\t')[0] ?? ''
    const isSorted = i === 0 || before < key
    const what =
      text === '' || rest.length > 0
        ? 'one key, one tab, one text'
        : isSorted
          ? null
          : `${key} is out of order`
    return what ? [{ path, line: i + 2, what }] : []
  })
}

/** `{ code: 'empty-file', where }` → `empty-file`: the codes of problems that a file makes. */
export function findCodes(file: CodeFile): UsedCode[] {
  return file.places.flatMap(({ node }) => {
    if (node.type !== 'ObjectExpression') return []
    const fields = node.properties.flatMap(property => (property.type === 'Property' ? [property] : []))
    const names = fields.map(({ key }) => (key.type === 'Identifier' ? key.name : ''))
    const value = fields[names.indexOf('code')]?.value
    if (!names.includes('where') || value?.type !== 'Literal') return []
    return [{ code: String(value.value), path: file.path, line: findLine(file.text, node.start) }]
  })
}

/** Codes without an entry (a heading `### code`) in the page of problems, or without words in a message table. */
export function findCodeFaults(
  used: readonly UsedCode[],
  page: string,
  tables: Readonly<Record<string, string>>,
): Fault[] {
  const entries = findEntries(page)
  return used.flatMap(({ code, path, line }) => {
    const missing = Object.entries(tables).flatMap(([table, text]) =>
      [`problem.${code}`, `problem.${code}.hint`]
        .filter(key => !readKeys(text).includes(key))
        .map(key => `${key} in ${table}`),
    )
    const lacks = entries.includes(code) ? missing : [`${code} in docs/problems.md`, ...missing]
    return lacks.map(what => ({ path, line, what: `lacks ${what}` }))
  })
}

/** Codes that a message table has words for and no code makes, or the page of problems does not explain. */
export function findIdleCodes(table: string, page: string, code: readonly string[]): string[] {
  const keys = readKeys(table).flatMap(key => /^problem\.(.+?)(?:\.hint)?$/.exec(key)?.[1] ?? [])
  const entries = findEntries(page)
  const isIdle = (name: string) => !entries.includes(name) || !code.some(text => text.includes(`'${name}'`))
  return [...new Set(keys)].filter(isIdle)
}

/** The codes that the page of problems explains. */
export function findEntries(page: string): string[] {
  return [...page.matchAll(/^#+ `?([a-z0-9.-]+)`?$/gm)].map(match => match[1] ?? '')
}

/** Stage folders without a file of their own name: `src/text/` needs `src/text/text.ts`. */
export function findFolderFaults(paths: readonly string[]): Fault[] {
  const folders = new Set(paths.flatMap(path => /^src\/([^/]+)\//.exec(path)?.[1] ?? []))
  return [...folders]
    .filter(
      folder =>
        folder !== 'style' &&
        ![`${folder}.ts`, `${folder}.tsx`].some(name => paths.includes(`src/${folder}/${name}`)),
    )
    .map(folder => ({ path: `src/${folder}/`, line: 1, what: `has no ${folder}.ts` }))
}

/** Addresses of a registry in the lock file: it must install from wherever the reader's npm is told to. */
export function findLockFaults(path: string, lock: string): Fault[] {
  return lock
    .split('\n')
    .flatMap((line, i) =>
      /"resolved": "https?:/.test(line) ? [{ path, line: i + 1, what: 'names a host' }] : [],
    )
}

/** Paths and hosts that mean something on one machine only. Written in pieces, so that this file is not one of them. */
const MACHINE = new RegExp(
  [
    ['/wo', 'rk/'],
    ['/ro', 'ot/'],
    ['/ho', 'me/\\w'],
    ['/tmp/', 'team'],
    ['registry\\.', 'npmjs'],
  ]
    .map(piece => piece.join(''))
    .join('|'),
)

/** Lines that mention a path or host of one machine. */
export function findMachineFaults(path: string, text: string): Fault[] {
  return text
    .split('\n')
    .flatMap((line, i) =>
      MACHINE.test(line) ? [{ path, line: i + 1, what: 'a path or host of one machine' }] : [],
    )
}
