/**
 * Runs every check of the project, one after the other, to the end even when one fails, and counts.
 * The last line is `N passed, N failed`: each test of Vitest is one, each other step is one.
 *
 *     npm test
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, ROOT, run } from './build.js'
import { installChromium } from './chromium.js'

const NO_CHROMIUM =
  'Chromium is missing and the tests of the desk need it: install it (Debian, Ubuntu: sudo apt-get install chromium) or name it in HASAB_CHROMIUM.'

/** What is run, in this order. Each gives `{ passed, failed }`. */
const STEPS = [
  { name: 'types', find: () => countStep(run('tsc', ['--noEmit'])) },
  { name: 'lint and format', find: () => countStep(run('biome', ['check', '--error-on-warnings'])) },
  { name: 'unused files, exports and packages', find: () => countStep(run('knip', [])) },
  { name: 'style and docs', find: () => countTests('style') },
  { name: 'build', find: () => countStep(build()) },
  { name: 'tables and specs', find: () => countStep(run('node', ['bin/hasab', 'check'])) },
  { name: 'unit', find: () => countTests('unit') },
  { name: 'end to end', find: () => countBrowserTests() },
]

function countStep(isFine) {
  return isFine ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

function countTests(project) {
  const folder = mkdtempSync(join(tmpdir(), 'hasab-'))
  const file = join(folder, 'report.json')
  const reports = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]
  const isFine = run('vitest', ['run', '--project', project, ...reports])
  const counts = existsSync(file) ? readCounts(file) : { passed: 0, failed: 1 }
  rmSync(folder, { recursive: true })
  // A file that does not load, or a test that is skipped, fails the run without failing a test.
  return isFine || counts.failed > 0 ? counts : { ...counts, failed: 1 }
}

function readCounts(file) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
    readFileSync(file, 'utf8'),
  )
  return { passed: numPassedTests, failed: numFailedTests + numPendingTests + numTodoTests }
}

function countBrowserTests() {
  const chromium = installChromium()
  if (!chromium) {
    console.error(NO_CHROMIUM)
    return countStep(false)
  }
  process.env.HASAB_CHROMIUM = chromium
  return countTests('e2e')
}

process.chdir(ROOT)
const results = STEPS.map(({ name, find }) => {
  console.log(`\n── ${name}`)
  const counts = find()
  console.log(`   ${name}: ${counts.failed === 0 ? 'passed' : `${counts.failed} failed`}`)
  return { name, ...counts }
})

const sum = key => results.reduce((total, counts) => total + counts[key], 0)
console.log(
  `\n${results.map(({ name, passed, failed }) => `${failed ? '✗' : '✓'} ${name}: ${passed} passed, ${failed} failed`).join('\n')}`,
)
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
process.exit(sum('failed') === 0 ? 0 : 1)
