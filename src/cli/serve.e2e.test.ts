/** `hasab serve` as a process: it listens on this machine, sees what a reader adds meanwhile, and ends when told to. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GAZETTE, madeEntry } from '../store/made.contract.ts'
import { must } from '../store/store.contract.ts'
import { openStore, type Store } from '../store/store.ts'
import { madeReport } from './made.contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'hasab-serve-'))
const record = join(folder, 'r.db')
const program = join(import.meta.dirname, 'hasab.ts')
const children: ChildProcess[] = []
let store: Store

beforeAll(async () => {
  store = must(await openStore(record, { write: GAZETTE }))
})
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await store.close()
  rmSync(folder, { recursive: true })
})

/** Starts a server and waits for the address that it says. */
async function startServer(...more: readonly string[]): Promise<{ child: ChildProcess; address: string }> {
  const args = [program, 'serve', '--record', record, '--lang', 'en', ...more]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  children.push(child)
  let said = ''
  for await (const text of child.stderr?.setEncoding('utf8') ?? []) {
    said += text
    const address = /http:\S+/.exec(said)?.[0]
    if (address !== undefined) return { child, address }
  }
  throw new Error(said)
}

describe('hasab serve', () => {
  it('answers on this machine while a reader adds, and ends on SIGTERM', async () => {
    const { child, address } = await startServer('--port', '0')
    const count = async () =>
      ((await (await fetch(`${address}api/summary`)).json()) as { articles: number }).articles
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
    expect(await count()).toBe(0)
    must(await store.add([madeEntry()], []))
    expect(await count()).toBe(1)
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
  })

  it('says that a port is taken', async () => {
    const { address } = await startServer('--port', '0')
    await expect(startServer('--port', new URL(address).port)).rejects.toThrow(/cannot be listened on/)
  })

  it('reads every upload that it acknowledged, after kill -9 too', async () => {
    const fresh = ['--port', '0', '--record', join(folder, 'fresh.db')]
    const first = await startServer(...fresh)
    const send = (n: number) =>
      fetch(`${first.address}api/intake?drop=d&path=${n}.txt`, { method: 'POST', body: madeReport(n) })
    const answers = await Promise.all(Array.from({ length: 60 }, (_, n) => send(n)))
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201))
    first.child.kill('SIGKILL')
    await once(first.child, 'exit')
    const second = await startServer(...fresh)
    const ask = async <T>(path: string) => (await (await fetch(second.address + path)).json()) as T
    await expect
      .poll(async () => (await ask<{ articles: number }>('api/summary')).articles, { timeout: 50_000 })
      .toBe(60)
    await expect
      .poll(async () => (await ask<{ state: string }>('api/intake')).state, { timeout: 50_000 })
      .toBe('resting')
    second.child.kill('SIGTERM')
    expect(await once(second.child, 'exit')).toEqual([0, null])
  })
})
