/** `hasab serve`: the desk and its API over HTTP, on this machine unless told otherwise. */
import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import { type ServerType, serve } from '@hono/node-server'
import { makeServer } from '../server/server.ts'
import { makeWriter } from '../server/writer.ts'
import { openStore } from '../store/store.ts'
import { failWith, type Io, say } from './io.ts'
import { type Given, RECORD, textOf, USUAL_RECORD, type Verb } from './verb.ts'

const HOST = '127.0.0.1'
const PORT = 4173
/** Addresses that mean "every name of this machine". */
const EVERY = new Set(['0.0.0.0', '::'])

/** Names that only this machine hears: whoever asks may write too. */
const OWN = new Set(['127.0.0.1', 'localhost', '::1'])

const DONE = { ok: true, value: null } as const

/** The verb `serve`. */
export const SERVE: Verb = {
  name: 'serve',
  takes: '',
  words: [0, 0],
  options: [RECORD, { name: 'port', value: 'N' }, { name: 'host', value: 'NAME' }],
  run: runServe,
}

async function runServe(given: Given, io: Io): Promise<number> {
  const port = Number(textOf(given, 'port') ?? PORT)
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    io.tell(`${say(io, 'usage.number', { option: 'port' })}\n`)
    return 2
  }
  const record = textOf(given, 'record') ?? USUAL_RECORD
  const host = textOf(given, 'host') ?? HOST
  const writer = OWN.has(host) ? makeWriter(record) : undefined
  // Whoever opens an empty desk drops files into it.
  const made = writer === undefined || existsSync(record) ? DONE : await writer.write(async () => DONE)
  const opened = made.ok ? await openStore(record) : made
  if (!opened.ok) return failWith(io, opened.problem)
  const app = makeServer({
    store: opened.value,
    desk: fileURLToPath(new URL('../../dist/web', import.meta.url)),
    writer,
    hosts: EVERY.has(host) ? 'any' : [host],
    tell: thrown => io.tell(`${thrown.stack ?? thrown.message}\n`),
  })
  const code = await listen(io, { fetch: app.fetch, host, port })
  await opened.value.close()
  return code
}

interface Door {
  readonly fetch: (request: Request) => Response | Promise<Response>
  readonly host: string
  readonly port: number
}

/** Serves until the process is told to end. */
function listen(io: Io, { fetch, host, port }: Door): Promise<number> {
  return new Promise(resolve => {
    const server = serve({ fetch, hostname: host, port }, info => {
      const name = host.includes(':') ? `[${host}]` : host
      io.tell(`${say(io, 'serve.open', { address: `http://${name}:${info.port}/` })}\n`)
    })
    server.once('error', (thrown: Error) => resolve(failWith(io, portProblem(thrown, host, port))))
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(end(server)))
  })
}

function end(server: ServerType): number {
  server.close()
  const connections = server as Partial<Server>
  connections.closeAllConnections?.()
  return 0
}

function portProblem(thrown: Error, host: string, port: number) {
  return { code: 'port-busy', where: `${host}:${port}`, values: { cause: thrown.message } }
}
