/**
 * Reads `samples/` into a record, serves it on this machine and says what it found, in both languages.
 *
 *     npm run demo
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createConnection } from 'node:net'
import { join } from 'node:path'
import { buildIfOld, ROOT } from './build.js'

const HOST = '127.0.0.1'
const PORT = 4173
const ADDRESS = `http://${HOST}:${PORT}`
const RECORD = join('demo', 'samples.db')
const HASAB = join('bin', 'hasab')

/** How long the server may take to answer, in tenths of a second. */
const PATIENCE = 300

/** Whether somebody listens on the demo's port. */
function isBusy() {
  return new Promise(resolve => {
    const socket = createConnection({ host: HOST, port: PORT })
    socket.once('connect', () => resolve(true))
    socket.once('error', () => resolve(false))
    socket.once('close', () => socket.destroy())
    socket.once('connect', () => socket.end())
  })
}

/** Tells a message in both languages. Plain words where there is no build yet to read the tables with. */
async function tell(key, values = {}) {
  const path = join(ROOT, 'dist', 'messages.js')
  const { readMessages, fillMessage } = existsSync(path)
    ? await import(path)
    : await import('../src/messages.ts')
  for (const language of ['en', 'ar']) {
    const messages = readMessages(readFileSync(join(ROOT, 'messages', `${language}.tsv`), 'utf8'))
    console.log(fillMessage(messages, key, values))
  }
}

/** Reads the samples anew. True if they were read; problems in them are part of the show. */
function readSamples() {
  rmSync('demo', { recursive: true, force: true })
  mkdirSync('demo')
  const { status } = spawnSync(process.execPath, [HASAB, 'read', 'samples', '--record', RECORD], {
    stdio: 'inherit',
  })
  return status === 0 || status === 1
}

async function tellFound() {
  const { openStore } = await import(join(ROOT, 'dist', 'store', 'store.js'))
  const opened = await openStore(RECORD)
  if (!opened.ok) throw new Error(opened.problem.code)
  const summary = await opened.value.summary()
  await opened.value.close()
  const { articles, claims, places, outlets, problems } = summary
  console.log('')
  await tell('demo.found', { articles, claims, places, outlets, problems })
}

/** Waits until the server answers. False if it ended or took too long. */
async function hasStarted(server) {
  for (let i = 0; i < PATIENCE && server.exitCode === null; i++) {
    if (await isBusy()) return true
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  return false
}

async function serve() {
  const server = spawn(process.execPath, [HASAB, 'serve', '--record', RECORD, '--port', String(PORT)], {
    stdio: ['inherit', 'ignore', 'pipe'],
  })
  // What it says while it starts is shown only if it does not start: the address is told below, in both languages.
  let words = ''
  server.stderr.on('data', chunk => {
    words += chunk
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal))
  const isStarted = await hasStarted(server)
  if (!isStarted) {
    console.error(words)
    server.kill()
    process.exit(1)
  }
  server.on('exit', code => process.exit(code ?? 0))
  server.stderr.pipe(process.stderr)
  console.log('')
  await tell('demo.open', { address: ADDRESS })
}

process.chdir(ROOT)
if (await isBusy()) {
  await tell('demo.busy', { port: PORT })
  process.exit(1)
}
if (!buildIfOld()) process.exit(1)
if (!readSamples()) process.exit(1)
await tellFound()
await serve()
