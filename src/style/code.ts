/** Source code as a tree, for the checks of the house style. Used by tests only. */
import type { Comment, Node, Program } from 'oxc-parser'
import { parseSync, visitorKeys } from 'oxc-parser'

/** One file of code: its path from the root of the project, its text and its tree. */
export interface CodeFile {
  readonly path: string
  readonly text: string
  readonly program: Program
  readonly comments: readonly Comment[]
  /** Every node of the tree, from the outside in. */
  readonly places: readonly Place[]
}

/** What is wrong, and where: printed as `path:line: what`. */
export interface Fault {
  readonly path: string
  readonly line: number
  readonly what: string
}

/** A named check: `find` gives the faults of one file, none where it keeps the rule. */
export interface Check {
  readonly name: string
  readonly find: (file: CodeFile) => readonly Fault[]
}

/** A node of the tree with the nodes around it, the nearest last. */
export interface Place {
  readonly node: Node
  readonly around: readonly Node[]
}

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'])

/** `readCode('src/a.ts', 'export const a = 1')` → the file with its tree. Code that does not parse is an exception. */
export function readCode(path: string, text: string): CodeFile {
  const { program, comments, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  return { path, text, program, comments, places: findPlaces(program as unknown as Node, []) }
}

function findPlaces(node: Node, around: readonly Node[]): Place[] {
  const within = [...around, node]
  return [{ node, around }, ...findChildren(node).flatMap(child => findPlaces(child, within))]
}

function findChildren(node: Node): Node[] {
  const fields = node as unknown as Record<string, unknown>
  const keys = visitorKeys[node.type] ?? []
  return keys.flatMap(key => [fields[key]].flat()).filter(child => isNode(child))
}

function isNode(child: unknown): child is Node {
  return typeof child === 'object' && child !== null && 'type' in child
}

/** Whether a node is a function with a body of its own. */
export function isFunction(node: Node): boolean {
  return FUNCTIONS.has(node.type)
}

/** Whether a file is a test, by its name. */
export function isTest(path: string): boolean {
  return /\.(test|contract)\.tsx?$/.test(path)
}

/** The line of an offset, counted from 1. */
export function findLine(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

/** A fault at an offset of a file. */
export function faultAt(file: CodeFile, offset: number, what: string): Fault {
  return { path: file.path, line: findLine(file.text, offset), what }
}
