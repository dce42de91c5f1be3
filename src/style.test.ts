import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Check, Fault } from './style/code.ts'
import { readCode } from './style/code.ts'
import { importChecks } from './style/imports.ts'
import { SHAPE } from './style/shape.ts'
import {
  findCodeFaults,
  findCodes,
  findEntries,
  findFolderFaults,
  findIdleCodes,
  findLockFaults,
  findMachineFaults,
  findMessageFaults,
} from './style/tables.ts'
import { WORDS } from './style/words.ts'

/** The architecture: each of these may import those before it, and none after it. */
const ORDER = [
  'model',
  'messages',
  'text',
  'lexicon',
  'article',
  'mentions',
  'claims',
  'read',
  'explain',
  'check',
  'record',
  'store',
  'intake',
  'server',
  'cli',
  'web',
  'index',
] as const

const CHECKS: readonly Check[] = [...importChecks(ORDER), ...SHAPE, ...WORDS]

/** One fault for each check, by the check's name: what the check must see. `good` is the nearest thing that it must not. */
const PLANTED: Readonly<Record<string, { path: string; bad: string; good: string }>> = {
  'imports go one way': {
    path: 'src/text/fold.ts',
    bad: `import { a } from '../claims/claims.ts'\na()`,
    good: `import { a } from '../model.ts'\na()`,
  },
  'only store/ imports a database driver': {
    path: 'src/record/record.ts',
    bad: `import { DatabaseSync } from 'node:sqlite'`,
    good: `import type { Edtf } from '../model.ts'`,
  },
  'only the outer stages import node:fs': {
    path: 'src/article/article.ts',
    bad: `const { readFileSync } = await import('node:fs')`,
    good: `import { createHash } from 'node:crypto'`,
  },
  'only src/index.ts passes exports on': {
    path: 'src/text/text.ts',
    bad: `export * from './fold.ts'`,
    good: `export {}`,
  },
  'relative imports end in .ts': {
    path: 'src/text/text.ts',
    bad: `import { a } from './fold'`,
    good: `import { a } from './fold.ts'`,
  },
  'a file has under 300 lines': {
    path: 'src/read.ts',
    bad: 'a()\n'.repeat(300),
    good: 'a()\n'.repeat(299),
  },
  'a function has under 40 lines': {
    path: 'src/read.ts',
    bad: `const f = () => {\n${'a()\n'.repeat(38)}}`,
    good: `const f = () => {\n${'a()\n'.repeat(37)}}`,
  },
  'a function has at most 3 parameters': {
    path: 'src/read.ts',
    bad: 'const f = (a, b, c, d) => a',
    good: 'const f = (a, b, { c, d, e }) => a',
  },
  'a function has at most 2 levels of nesting': {
    path: 'src/read.ts',
    bad: 'function f() { for (;;) { if (a) b(); else if (c) { while (d) { e() } } } }',
    good: 'function f() { for (;;) { if (a) { b() } else if (c) { if (d) return } } }',
  },
  'no Arabic letter in code': {
    path: 'src/read.ts',
    bad: "const said = 'قال'",
    good: "// «قال» is a cue\nconst rule = { name: '<source> + said', example: 'قال مصدر', find: findSaid }",
  },
  'no file or folder is named utils': { path: 'src/text/utils.ts', bad: 'a()', good: '' },
  'no empty catch': {
    path: 'src/read.ts',
    bad: 'try { a() } catch { /* never mind */ }',
    good: 'try { a() } catch { b() }',
  },
  'no any': { path: 'src/read.ts', bad: 'const a: any = 1', good: 'const a: unknown = 1' },
  'exported functions and values have a docstring': {
    path: 'src/read.ts',
    bad: '// reads\nexport const read = 1',
    good: '/** Reads. */\nexport const read = 1\nexport const write = 2\n\nexport interface Row {}',
  },
  'nothing is left for later': {
    path: 'src/read.ts',
    bad: '// TO' + 'DO: later\na()',
    good: '// What is to do when it fails: see docs/problems.md\na()',
  },
  'no test is skipped or run alone': {
    path: 'src/read.test.ts',
    bad: `it.skip('reads', () => a())`,
    good: `it('skips blank lines', () => a.skip())`,
  },
}

const ROOT = join(import.meta.dirname, '..')
const OUTSIDE = new Set(['node_modules', 'dist', '.git', 'demo', 'coverage', 'test-results', '.cache'])
const isText = (path: string) =>
  /\.(tsx?|js|mjs|json|md|tsv|txt|html|css|jsonl|yml)$|^bin\/|^\.ci\/|^\.npmrc$/.test(path)

const paths = listFiles(ROOT)
const code = paths.filter(path => /^src\/.*\.tsx?$/.test(path)).map(path => readCode(path, readProject(path)))
const messages = {
  'messages/ar.tsv': readProject('messages/ar.tsv'),
  'messages/en.tsv': readProject('messages/en.tsv'),
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !OUTSIDE.has(name))
    .flatMap(entry => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? listFiles(path) : [relative(ROOT, path)]
    })
}

function readProject(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

function print(faults: readonly Fault[]): string {
  return faults.map(({ path, line, what }) => `${path}:${line}: ${what}`).join('\n')
}

describe('the house style', () => {
  it.each(CHECKS)('$name', ({ find }) => {
    expect(print(code.flatMap(find))).toBe('')
  })

  it('message tables have the same keys, sorted', () => {
    expect(print(findMessageFaults(messages))).toBe('')
  })

  it('every problem is explained in docs/problems.md and in both languages', () => {
    const used = code.filter(({ path }) => !path.endsWith('.test.ts')).flatMap(findCodes)
    expect(print(findCodeFaults(used, readProject('docs/problems.md'), messages))).toBe('')
  })

  it('docs/problems.md explains only problems that the messages know', () => {
    const known = messages['messages/en.tsv']
    expect(
      findEntries(readProject('docs/problems.md')).filter(entry => !known.includes(`problem.${entry}\t`)),
    ).toEqual([])
  })

  it('every problem that has words is made somewhere, and explained', () => {
    const texts = code.filter(({ path }) => !path.endsWith('.test.ts')).map(({ text }) => text)
    expect(findIdleCodes(messages['messages/en.tsv'], readProject('docs/problems.md'), texts)).toEqual([])
  })

  it('each stage folder has a file of its own name', () => {
    expect(print(findFolderFaults(paths))).toBe('')
  })

  it('the lock file names no host', () => {
    expect(print(findLockFaults('package-lock.json', readProject('package-lock.json')))).toBe('')
  })

  it('nothing mentions a path or host of one machine', () => {
    expect(print(paths.filter(isText).flatMap(path => findMachineFaults(path, readProject(path))))).toBe('')
  })
})

describe('each check sees a planted fault', () => {
  it.each(CHECKS)('$name', ({ name, find }) => {
    const planted = PLANTED[name]
    expect(planted, `a fault planted for "${name}"`).toBeDefined()
    expect(find(readCode(planted?.path ?? '', planted?.bad ?? ''))).toHaveLength(1)
    const path = (planted?.path ?? '').replace('utils', 'units')
    expect(find(readCode(path, planted?.good ?? ''))).toEqual([])
  })

  it('message tables have the same keys, sorted', () => {
    const table = (...lines: string[]) => ['key\ttext', ...lines, ''].join('\n')
    const see = (ar: string, en: string) => findMessageFaults({ ar, en }).map(({ what }) => what)
    expect(see(table('a\tx', 'b\ty'), table('a\tx', 'b\ty'))).toEqual([])
    expect(see(table('a\tx'), table('a\tx', 'b\ty'))).toEqual(['lacks b'])
    expect(see(table('b\tx', 'a\tx'), table('a\tx', 'b\ty'))).toEqual(['a is out of order'])
    expect(see(table('a\t'), table('a\tx'))).toEqual(['one key, one tab, one text'])
  })

  it('every problem is explained', () => {
    const used = findCodes(
      readCode('src/read.ts', `const problem = { code: 'empty-file', where, values: {} }`),
    )
    const words = { en: 'key\ttext\nproblem.empty-file\tx\nproblem.empty-file.hint\ty\n' }
    expect(findCodeFaults(used, '### `empty-file`', words)).toEqual([])
    expect(print(findCodeFaults(used, '', words))).toBe('src/read.ts:1: lacks empty-file in docs/problems.md')
    expect(findCodeFaults(used, '### empty-file', { en: 'key\ttext\n' })).toHaveLength(2)
    expect(findIdleCodes(words.en, '### empty-file', [`fail('empty-file')`])).toEqual([])
    expect(findIdleCodes(words.en, '### empty-file', ['fail()'])).toEqual(['empty-file'])
    expect(findIdleCodes(words.en, '', [`fail('empty-file')`])).toEqual(['empty-file'])
  })

  it('folders, the lock file and paths', () => {
    expect(findFolderFaults(['src/text/fold.ts', 'src/web/web.tsx', 'src/read.ts'])).toHaveLength(1)
    expect(findLockFaults('lock', '{\n"resolved": "https://example.org/a.tgz"')).toHaveLength(1)
    expect(findMachineFaults('a.md', 'run it in /ro' + 'ot/hasab\nor in ./hasab')).toHaveLength(1)
  })
})
