/** Checks of size: a file, a function, its parameters, its nesting. */
import type { Node } from 'oxc-parser'
import type { Check, CodeFile, Fault, Place } from './code.ts'
import { faultAt, findLine, isFunction, isTest } from './code.ts'

const FILE_LINES = 300
const FUNCTION_LINES = 40
const PARAMETERS = 3
const LEVELS = 2

/** What opens a level when its body is a block; a guard on one line (`if (done) return`) opens none. */
const BODIES: Readonly<Record<string, string>> = {
  IfStatement: 'consequent',
  ForStatement: 'body',
  ForInStatement: 'body',
  ForOfStatement: 'body',
  WhileStatement: 'body',
  DoWhileStatement: 'body',
  TryStatement: 'block',
}

/** The checks of size, in the order of STYLE's rule "small". */
export const SHAPE: readonly Check[] = [
  { name: `a file has under ${FILE_LINES} lines`, find: findLongFile },
  { name: `a function has under ${FUNCTION_LINES} lines`, find: findLongFunctions },
  { name: `a function has at most ${PARAMETERS} parameters`, find: findManyParameters },
  { name: `a function has at most ${LEVELS} levels of nesting`, find: findDeepNesting },
]

function findLongFile(file: CodeFile): Fault[] {
  const lines = file.text.trimEnd().split('\n').length
  return lines < FILE_LINES ? [] : [faultAt(file, file.text.length, `${lines} lines in a file`)]
}

function findLongFunctions(file: CodeFile): Fault[] {
  if (isTest(file.path)) return []
  return file.places
    .filter(({ node }) => isFunction(node) && countLines(file, node) >= FUNCTION_LINES)
    .map(({ node }) => faultAt(file, node.start, `${countLines(file, node)} lines in a function`))
}

function countLines(file: CodeFile, node: Node): number {
  return findLine(file.text, node.end) - findLine(file.text, node.start) + 1
}

function findManyParameters(file: CodeFile): Fault[] {
  return file.places
    .filter(({ node }) => 'params' in node && Array.isArray(node.params) && node.params.length > PARAMETERS)
    .filter(({ node }) => isFunction(node))
    .map(({ node }) => faultAt(file, node.start, 'more than three parameters: take one options object'))
}

function findDeepNesting(file: CodeFile): Fault[] {
  return file.places
    .filter(place => isLevel(place) && countLevels(place) === LEVELS + 1)
    .map(({ node }) => faultAt(file, node.start, 'a third level of nesting: give it a function'))
}

/** How many control blocks hold a node inside its function, itself counted. `else if` goes no deeper. */
function countLevels({ node, around }: Place): number {
  const start = around.findLastIndex(isFunction) + 1
  const chain = [...around.slice(start), node]
  return chain.filter((inner, i) => isLevel({ node: inner, around: chain.slice(0, i) })).length
}

function isLevel({ node, around }: Place): boolean {
  const parent = around.at(-1)
  const isElseIf = node.type === 'IfStatement' && parent?.type === 'IfStatement' && parent.alternate === node
  return !isElseIf && (node.type === 'SwitchStatement' || hasBlock(node))
}

function hasBlock(node: Node): boolean {
  const fields = node as unknown as Record<string, Node | null>
  const body = fields[BODIES[node.type] ?? '']
  const otherwise = node.type === 'IfStatement' ? node.alternate : null
  return (
    [body, otherwise].some(inner => inner?.type === 'BlockStatement') || (!!otherwise && hasBlock(otherwise))
  )
}
