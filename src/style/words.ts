/** Checks of words: Arabic stays in tables, names say what they are, nothing is left for later or left out in silence. */
import type { Program } from 'oxc-parser'
import type { Check, CodeFile, Fault } from './code.ts'
import { faultAt, isTest } from './code.ts'

/** Letters only: the digits ٠-٩ and marks like ، are no words. */
const ARABIC = /(?=\p{L})\p{Script=Arabic}/gu

/** Checks of the words in a file of code. */
export const WORDS: readonly Check[] = [
  { name: 'no Arabic letter in code', find: findArabic },
  { name: 'no file or folder is named utils', find: findResidents },
  { name: 'no empty catch', find: findEmptyCatches },
  { name: 'no any', find: findAny },
  { name: 'exported functions and values have a docstring', find: findBareExports },
  { name: 'nothing is left for later', find: findLeftovers },
  { name: 'no test is skipped or run alone', find: findSkips },
]

function findArabic(file: CodeFile): Fault[] {
  if (isTest(file.path)) return []
  return [...file.text.matchAll(ARABIC)]
    .filter(({ index }) => !isInComment(file, index) && !isInExample(file, index))
    .slice(0, 1)
    .map(({ index }) => faultAt(file, index, 'an Arabic letter: words live in lexicon/ and messages/'))
}

function isInComment(file: CodeFile, offset: number): boolean {
  return file.comments.some(comment => comment.start <= offset && offset < comment.end)
}

/** A rule is a record `{ name, example, find }`: its example is shown to people and never matched. */
function isInExample(file: CodeFile, offset: number): boolean {
  return file.places.some(
    ({ node }) =>
      node.type === 'Property' &&
      node.key.type === 'Identifier' &&
      node.key.name === 'example' &&
      node.value.type === 'Literal' &&
      node.start <= offset &&
      offset < node.end,
  )
}

function findResidents(file: CodeFile): Fault[] {
  return /(^|\/)(utils?|helpers?|common|misc)(\/|\.tsx?$)/.test(file.path)
    ? [faultAt(file, 0, 'a name that says nothing')]
    : []
}

function findEmptyCatches(file: CodeFile): Fault[] {
  return file.places
    .filter(({ node }) => node.type === 'CatchClause' && node.body.body.length === 0)
    .map(({ node }) => faultAt(file, node.start, 'an empty catch'))
}

function findAny(file: CodeFile): Fault[] {
  return file.places
    .filter(({ node }) => node.type === 'TSAnyKeyword')
    .map(({ node }) => faultAt(file, node.start, 'any'))
}

function findBareExports(file: CodeFile): Fault[] {
  if (isTest(file.path)) return []
  let end = 0
  let isCovered = false
  return file.program.body.flatMap(node => {
    const isSameGroup = isCovered && !isGap(file, end, node.start)
    isCovered = hasDocstring(file, node.start) || isSameGroup
    end = node.end
    return isExportedValue(node) && !isCovered
      ? [faultAt(file, node.start, 'an export without a docstring')]
      : []
  })
}

/** Types are left out: their names and fields are the definition, and `docs/model.md` explains them. */
function isExportedValue(node: Program['body'][number]): boolean {
  if (node.type === 'ExportDefaultDeclaration') return true
  return node.type === 'ExportNamedDeclaration' && node.exportKind === 'value' && node.declaration !== null
}

/** Lines without a blank one between them are one group: its first docstring speaks for all. */
function isGap(file: CodeFile, from: number, to: number): boolean {
  return file.text.slice(from, to).includes('\n\n')
}

function hasDocstring(file: CodeFile, start: number): boolean {
  return file.comments.some(
    comment =>
      comment.type === 'Block' &&
      comment.value.startsWith('*') &&
      comment.end <= start &&
      file.text.slice(comment.end, start).trim() === '',
  )
}

function findLeftovers(file: CodeFile): Fault[] {
  return file.comments
    .filter(({ value }) => /\b(TODO|FIXME|XXX|HACK)\b/.test(value))
    .map(({ start }) => faultAt(file, start, 'left for later'))
}

function findSkips(file: CodeFile): Fault[] {
  if (!isTest(file.path)) return []
  return file.places
    .filter(({ node }) => node.type === 'MemberExpression' && isSkip(file.text.slice(node.start, node.end)))
    .map(({ node }) => faultAt(file, node.start, 'a test that does not run, or that runs alone'))
}

function isSkip(code: string): boolean {
  return /^(it|test|describe|suite)\.(skip|only|todo|skipIf|runIf|fails)$/.test(code)
}
