import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readFigures, readGaps, renderAccuracy } from '../scripts/accuracy.ts'

const ROOT = join(import.meta.dirname, '..')
const pages = [...listPages('.'), ...listPages('docs'), ...listPages('samples'), ...listPages('lexicon')]
const scripts = Object.keys(JSON.parse(readProject('package.json')).scripts)
const tables = readdirSync(join(ROOT, 'lexicon')).filter(name => name.endsWith('.tsv'))

function listPages(folder: string): string[] {
  return readdirSync(join(ROOT, folder))
    .filter(name => name.endsWith('.md'))
    .map(name => normalize(join(folder, name)))
}

function readProject(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

/** Links of a page that stay in the project: `[tour](tour.md#map)` → `tour.md`. */
function findLinks(page: string): string[] {
  const links = [...page.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, link]) => link ?? '')
  return links.filter(link => !/^https?:/.test(link))
}

/** Commands of a page: `npm run demo` and `npm test` in the project's own scripts, `./bin/hasab read` as `hasab read`. */
function findCommands(page: string): string[] {
  const commands = page.matchAll(
    /(npm (?:run [\w:-]+|test|ci)|(?:\.\/bin\/)?hasab [a-z]+(?= |`|$)|node [\w./-]+\.(?:js|ts))/gm,
  )
  return [...commands].map(([command]) => command.replace('./bin/', ''))
}

/** Lines inside fences, without indents. */
function findFences(page: string): string[] {
  return [...page.matchAll(/^```\w*\n([\s\S]*?)^```/gm)].flatMap(([, block]) =>
    (block ?? '').trim().split('\n'),
  )
}

/** `| `roles` | phrase · kind |` → `roles: phrase · kind`, for every table that the page lists. */
function findTableRows(page: string): string[] {
  return [...page.matchAll(/^\| `([a-z-]+)` \| ([^|]+·[^|]+) \|$/gm)].map(
    ([, name, cells]) => `${name}: ${cells}`,
  )
}

function isCommand(command: string): boolean {
  const [program, first = '', second = ''] = command.split(' ')
  if (program === 'npm') return first === 'ci' || scripts.includes(first === 'run' ? second : first)
  if (program === 'node') return existsSync(join(ROOT, first))
  return verbs.includes(first)
}

const verbs = findTableVerbs(readProject('docs/cli.md'))

/** Verbs have a heading of their own on the page of the command line: `## hasab read`. */
function findTableVerbs(page: string): string[] {
  return [...page.matchAll(/^#+ `?(?:hasab )?([a-z]+)\b/gm)].map(([, verb]) => verb ?? '')
}

describe('the docs', () => {
  it.each(pages)('%s: every link leads somewhere', page => {
    const broken = findLinks(readProject(page)).filter(link => !existsSync(join(ROOT, dirname(page), link)))
    expect(broken).toEqual([])
  })

  it.each(pages)('%s: every command exists', page => {
    expect(findCommands(readProject(page)).filter(command => !isCommand(command))).toEqual([])
  })

  it('docs/index.md leads to every page', () => {
    const links = findLinks(readProject('docs/index.md'))
    expect(
      listPages('docs').filter(page => page !== 'docs/index.md' && !links.includes(page.slice(5))),
    ).toEqual([])
  })

  it('docs/lexicon.md lists the columns of every table', () => {
    const headers = tables.map(name => {
      const columns = readProject(`lexicon/${name}`).split('\n')[0]?.split('\t').join(' · ')
      return `${name.replace('.tsv', '')}: ${columns}`
    })
    expect(findTableRows(readProject('docs/lexicon.md')).sort()).toEqual(headers.sort())
  })

  it.each(['README', 'CONTRIBUTING'])('%s names the same commands in both languages', name => {
    const [english, arabic] = [readProject(`${name}.md`), readProject(`${name}.ar.md`)]
    expect(findFences(arabic)).toEqual(findFences(english))
    expect(findCommands(arabic)).toEqual(findCommands(english))
  })

  it('docs/decisions.md has a line for every package', () => {
    const { dependencies, devDependencies } = JSON.parse(readProject('package.json'))
    const page = readProject('docs/decisions.md')
    const isListed = (name: string) =>
      ['', `${name.split('/')[0]}/*`].some(all => page.includes(`\`${all || name}\``))
    expect(Object.keys({ ...dependencies, ...devDependencies }).filter(name => !isListed(name))).toEqual([])
  })

  it('docs/accuracy.md is made from the figures: run node scripts/accuracy.ts', () => {
    expect(readProject('docs/accuracy.md')).toBe(renderAccuracy(readFigures(), readGaps()))
  })

  it('the doors of the package lead to files', () => {
    const doors = Object.values(JSON.parse(readProject('package.json')).exports).filter(
      door => typeof door === 'object',
    )
    const files = doors.map(door =>
      (door as { default: string }).default.replace(/^\.\/dist(.*)\.js$/, 'src$1.ts'),
    )
    expect(files).toHaveLength(3)
    expect(files.filter(file => !existsSync(join(ROOT, file)))).toEqual([])
  })

  it('every sample says that its outlet is invented', () => {
    const samples = readdirSync(join(ROOT, 'samples')).filter(name => /\.(txt|html|jsonl)$/.test(name))
    const articles = samples.flatMap(name => {
      const text = readProject(`samples/${name}`).replace(/[\u064b-\u0652]/g, '')
      return (name.endsWith('.jsonl') ? text.trimEnd().split('\n') : [text]).map(article => ({
        name,
        article,
      }))
    })
    const silent = articles.filter(({ article }) => !article.includes('منبر متخيل كتب لهذا المشروع'))
    expect(silent.map(({ name }) => name)).toEqual([])
  })
})

describe('the checks of docs see a planted fault', () => {
  it('links, commands, fences, tables', () => {
    expect(findLinks('[a](b.md#c) and [d](https://example.org/x)')).toEqual(['b.md'])
    expect(findCommands('run `npm run fly`, then ./bin/hasab fly --high')).toEqual([
      'npm run fly',
      'hasab fly',
    ])
    expect(isCommand('npm run fly')).toBe(false)
    expect(isCommand('hasab fly')).toBe(false)
    expect(isCommand('node bench/fly.ts')).toBe(false)
    expect(findFences('a\n```\nnpm test\n```\nb')).toEqual(['npm test'])
    expect(findTableRows('| `roles` | phrase · kind |')).toEqual(['roles: phrase · kind'])
  })
})
