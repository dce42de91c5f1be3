/** Checks of who may import whom: the stages go one way, and few files touch the world outside. */
import type { Check, CodeFile, Fault } from './code.ts'
import { faultAt, isTest } from './code.ts'

/** Folders and files that may import `node:fs`: all before them are pure. */
const FILE_SYSTEM = ['src/lexicon/builtin.ts', 'src/store/', 'src/intake/', 'src/server/', 'src/cli/']

interface Import {
  readonly from: string
  readonly start: number
}

/**
 * The checks of imports for an order of stages, first the one that imports nothing.
 * `['model', 'text']` lets `src/text/fold.ts` import `src/model.ts`, and not the other way round.
 */
export function importChecks(order: readonly string[]): readonly Check[] {
  return [
    { name: 'imports go one way', find: file => findBackwardImports(file, order) },
    { name: 'only store/ imports a database driver', find: findDrivers },
    { name: 'only the outer stages import node:fs', find: findFileSystem },
    { name: 'only src/index.ts passes exports on', find: findBarrels },
    { name: 'relative imports end in .ts', find: findEndings },
  ]
}

function findBackwardImports(file: CodeFile, order: readonly string[]): Fault[] {
  if (isTest(file.path) || file.path.startsWith('src/style/')) return []
  const here = order.indexOf(findStage(file.path))
  if (here < 0) return [faultAt(file, 0, `${file.path} is in no stage of the order`)]
  return findImports(file)
    .filter(({ from }) => from.startsWith('.'))
    .filter(({ from }) => order.indexOf(findStage(resolvePath(file.path, from))) > here)
    .map(({ from, start }) => faultAt(file, start, `imports ${from}, a later stage`))
}

/** `src/text/fold.ts` → `text`; `src/read.ts` → `read`. */
function findStage(path: string): string {
  return (path.split('/')[1] ?? '').replace(/\.tsx?$/, '')
}

function resolvePath(path: string, from: string): string {
  return new URL(from, `file:///${path}`).pathname.slice(1)
}

function findImports(file: CodeFile): Import[] {
  return file.places.flatMap(({ node }) => {
    const source =
      'source' in node && node.source !== null && typeof node.source === 'object' ? node.source : null
    return source && 'value' in source && typeof source.value === 'string'
      ? [{ from: source.value, start: node.start }]
      : []
  })
}

function findDrivers(file: CodeFile): Fault[] {
  if (file.path.startsWith('src/store/') || isTest(file.path)) return []
  return findImports(file)
    .filter(({ from }) => from === 'node:sqlite')
    .map(({ start }) => faultAt(file, start, 'imports a database driver outside store/'))
}

function findFileSystem(file: CodeFile): Fault[] {
  if (isTest(file.path) || FILE_SYSTEM.some(path => file.path.startsWith(path))) return []
  return findImports(file)
    .filter(({ from }) => /^(node:)?fs(\/promises)?$/.test(from))
    .map(({ start }) => faultAt(file, start, 'touches the file system in a pure stage'))
}

function findBarrels(file: CodeFile): Fault[] {
  if (file.path === 'src/index.ts') return []
  const name = /(^|\/)index\.tsx?$/.test(file.path) ? [faultAt(file, 0, 'index.ts inside a folder')] : []
  const passed = file.places
    .filter(
      ({ node }) =>
        node.type === 'ExportAllDeclaration' || (node.type === 'ExportNamedDeclaration' && node.source),
    )
    .map(({ node }) => faultAt(file, node.start, 'passes on the exports of another file'))
  return [...name, ...passed]
}

function findEndings(file: CodeFile): Fault[] {
  return findImports(file)
    .filter(({ from }) => from.startsWith('.') && !/\.(tsx?|css|json)(\?\w+)?$/.test(from))
    .map(({ from, start }) => faultAt(file, start, `imports ${from} without its ending`))
}
