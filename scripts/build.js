/**
 * Builds `dist/`: the package with tsc, the desk with Vite. `buildIfOld()` builds only when a source is newer.
 *
 *     node scripts/build.js
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The project's own folder. */
export const ROOT = join(import.meta.dirname, '..')

const STAMP = join(ROOT, 'dist', '.built')
const SOURCES = [
  'src',
  'messages',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'vite.config.ts',
]

/** Runs a program of `node_modules/.bin` from the project's folder, its words shown. True if it went well. */
export function run(program, args, options = {}) {
  const { status } = spawnSync(join(ROOT, 'node_modules', '.bin', program), args, {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    ...options,
  })
  return status === 0
}

/** Builds anew. True if it went well. */
export function build() {
  rmSync(join(ROOT, 'dist'), { recursive: true, force: true })
  const isBuilt = run('tsc', ['-p', 'tsconfig.build.json']) && run('vite', ['build', '--logLevel', 'error'])
  if (!isBuilt) return false
  mkdirSync(join(ROOT, 'dist'), { recursive: true })
  writeFileSync(STAMP, '')
  return true
}

/** Builds when there is no build, or when a source is newer than it. True if there is a build at the end. */
export function buildIfOld() {
  const builtAt = existsSync(STAMP) ? statSync(STAMP).mtimeMs : 0
  return Math.max(...SOURCES.map(name => findNewest(join(ROOT, name)))) < builtAt || build()
}

function findNewest(path) {
  if (!existsSync(path)) return 0
  const { mtimeMs } = statSync(path)
  if (!statSync(path).isDirectory()) return mtimeMs
  return Math.max(mtimeMs, ...readdirSync(path).map(name => findNewest(join(path, name))))
}

if (import.meta.main) process.exit(build() ? 0 : 1)
