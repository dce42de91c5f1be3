/**
 * Makes `docs/accuracy.md` from measured figures, which are kept in `specs/figures.json`.
 *
 *     node scripts/accuracy.ts                                   the page anew
 *     node scripts/accuracy.ts --score "dev, 71 articles" FILE   takes in what a scorer printed with --json, then the page
 *     node scripts/accuracy.ts --speed "read, plain text" "612 articles a second and core" "2,000 articles"
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

interface Rate {
  readonly p: number
  readonly r: number
  readonly f: number
}

/** What a scorer says of one set of annotated articles: rates and shares from 0 to 1. */
interface Score {
  readonly set: string
  readonly articles: number
  readonly found: Rate
  readonly typed: Rate
  readonly whole: Rate
  readonly fields: Readonly<Record<string, number | null>>
  readonly published: number | null
}

interface Speed {
  readonly what: string
  readonly figure: string
  readonly on: string
}

/** All that was measured, in the order of the page. */
export interface Figures {
  readonly scores: readonly Score[]
  readonly speeds: readonly Speed[]
}

const ROOT = join(import.meta.dirname, '..')
const FIGURES = join(ROOT, 'specs', 'figures.json')
const PAGE = join(ROOT, 'docs', 'accuracy.md')
const FIELDS = ['agent', 'target', 'places', 'time', 'modality', 'count', 'first', 'chain', 'stance'] as const

/** The figures that are kept; none before the first measurement. */
export function readFigures(): Figures {
  return existsSync(FIGURES) ? JSON.parse(readFileSync(FIGURES, 'utf8')) : { scores: [], speeds: [] }
}

/** Sentences of the specs that are known to fail, by table: `{ 'dates.tsv': 3 }`. */
export function readGaps(): Record<string, number> {
  const tables = readdirSync(join(ROOT, 'specs')).filter(name => name.endsWith('.tsv'))
  return Object.fromEntries(
    tables.map(name => [name, countGaps(readFileSync(join(ROOT, 'specs', name), 'utf8'))]),
  )
}

function countGaps(table: string): number {
  const [header = '', ...rows] = table.trimEnd().split('\n')
  const column = header.split('\t').indexOf('gap')
  return rows.filter(row => column >= 0 && row.split('\t')[column] === 'yes').length
}

/** The page of accuracy, from the figures and the known gaps. */
export function renderAccuracy({ scores, speeds }: Figures, gaps: Readonly<Record<string, number>>): string {
  const parts = [
    INTRODUCTION,
    '## Claims, by set of articles',
    renderTable(
      ['set', 'articles', 'found: precision', 'recall', 'F1', 'with type', 'all right'],
      scores.map(renderScore),
    ),
    '## Fields, on the claims that were found',
    renderTable(['set', ...FIELDS, 'published'], scores.map(renderFields)),
    '## Speed',
    renderTable(
      ['what', 'figure', 'on'],
      speeds.map(({ what, figure, on }) => [what, figure, on]),
    ),
    '## What is known to fail',
    'Rows with `gap = yes` in `specs/` run and must fail; when one passes, the run says to promote it.',
    renderTable(
      ['table', 'known gaps'],
      Object.entries(gaps).map(([name, count]) => [name, String(count)]),
    ),
  ]
  return `${parts.join('\n\n')}\n`
}

function renderScore({ set, articles, found, typed, whole }: Score): string[] {
  return [
    set,
    String(articles),
    percent(found.p),
    percent(found.r),
    percent(found.f),
    percent(typed.f),
    percent(whole.f),
  ]
}

function renderFields({ set, fields, published }: Score): string[] {
  return [set, ...FIELDS.map(name => percent(fields[name] ?? null)), percent(published)]
}

function percent(share: number | null): string {
  return share === null ? '–' : (100 * share).toFixed(1)
}

function renderTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return 'Not measured yet.'
  const lines = [header, header.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`)
  return lines.join('\n')
}

const INTRODUCTION = `# Accuracy

Measured, never guessed; made by \`node scripts/accuracy.ts\` from \`specs/figures.json\`. Claims are measured on annotated real articles, which are not part of
this project because they are not ours to publish. Sets whose articles the makers of the rules read say less than sets that were kept aside.

A claim is **found** when a claim of the same family was read from the same words. **With type**: its type is right as well. **All right**: type, agents, places,
time, modality and first source. Headlines, repeats and flourishes count neither way. All figures are percent; \`first\` is the nearest source, \`chain\` all of them.`

function addFigures(figures: Figures, [kind, name = '', figure = '', on = '']: readonly string[]): Figures {
  const { scores, speeds } = figures
  if (kind === '--speed')
    return { scores, speeds: [...speeds.filter(({ what }) => what !== name), { what: name, figure, on }] }
  if (kind !== '--score') return figures
  const { articles, found, typed, whole, fields, published } = JSON.parse(readFileSync(figure, 'utf8'))
  const score = { set: name, articles, found, typed, whole, fields, published }
  return { scores: [...scores.filter(({ set }) => set !== name), score], speeds }
}

if (import.meta.main) {
  const figures = addFigures(readFigures(), process.argv.slice(2))
  writeFileSync(FIGURES, `${JSON.stringify(figures, null, 2)}\n`)
  writeFileSync(PAGE, renderAccuracy(figures, readGaps()))
  console.log(`docs/accuracy.md: ${figures.scores.length} sets, ${figures.speeds.length} speeds`)
}
