/**
 * Installs what is missing, then runs a script of the project on the Node that the project pins.
 *
 *     node scripts/install.js scripts/demo.js
 *
 * Runs on any Node from 18 on, before anything is installed: it imports nothing but Node itself.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const isWindows = process.platform === 'win32'
const PINNED = join(ROOT, 'node_modules', 'node', 'bin', isWindows ? 'node.exe' : 'node')

/** Packages of the lock file that are not there in its version; those of other systems are left out. */
function findMissing() {
  const lock = readPackages('package-lock.json')
  const installed = readPackages('node_modules/.package-lock.json')
  return Object.keys(lock).filter(path => {
    if (path === '' || (lock[path].optional && !installed[path])) return false
    const isSame = installed[path] && installed[path].version === lock[path].version
    return !isSame || !existsSync(join(ROOT, path, 'package.json'))
  })
}

function readPackages(name) {
  const path = join(ROOT, name)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {}
}

function install(missing) {
  console.log(
    `hasab: ${missing} packages to install (a minute or two, once) · حزم تُثبَّت مرة واحدة: ${missing}`,
  )
  console.log('$ npm ci')
  // Warnings of npm about the machine's older Node are left out: the project brings its own, and runs on that.
  const { status } = spawnSync('npm', ['ci', '--loglevel=error'], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: isWindows,
  })
  if (status !== 0) fail('npm ci failed: see its words above', 'أخفق npm ci: انظر ما قاله أعلاه', status ?? 1)
}

function fail(english, arabic, code) {
  console.error(`hasab: ${english}\nhasab: ${arabic}`)
  process.exit(code)
}

/** The pinned Node, or the machine's own where it is new enough and the pinned one could not be unpacked. */
function findNode() {
  if (existsSync(PINNED)) return PINNED
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  return fail(
    'Node 24 is missing: npm was told not to run install scripts. Run: npm rebuild node',
    'ينقص Node 24 لأن npm مُنع من تشغيل سكربتات التثبيت. شغِّل: npm rebuild node',
    1,
  )
}

const missing = findMissing().length
if (missing > 0) install(missing)
const [script, ...rest] = process.argv.slice(2)
if (script) {
  const bin = join(ROOT, 'node_modules', '.bin')
  const PATH = `${bin}${isWindows ? ';' : ':'}${process.env.PATH}`
  const child = spawn(findNode(), [join(ROOT, script), ...rest], {
    stdio: 'inherit',
    env: { ...process.env, PATH },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) =>
    process.exit(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)),
  )
}
