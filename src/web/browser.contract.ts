/** A desk to look at in Chromium: built, served from a record, and watched for errors and for requests to elsewhere. */
import { spawnSync } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import axe from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import type { Language } from '../messages.ts'
import { makeServer } from '../server/server.ts'
import { makeWriter } from '../server/writer.ts'
import type { Store } from '../store/store.ts'
import type { Theme } from './prefs.ts'

/** The project's own folder. */
export const ROOT = join(import.meta.dirname, '..', '..')

/** No sandbox, because tests run as root in a container; a software drawer, because there may be no graphics card. */
const CHROMIUM = {
  executablePath: process.env.HASAB_CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--enable-unsafe-swiftshader',
  ],
}

/** Starts Chromium. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch(CHROMIUM)
}

/** Builds the desk as `npm run build` does, into `folder`. */
export function buildDesk(folder: string): void {
  const args = ['build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error']
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js')
  const { status, stderr } = spawnSync(process.execPath, [vite, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (status !== 0) throw new Error(`The desk was not built:\n${stderr}`)
}

/** Serves a store with a built desk on a free port of this machine; with `record`, its file, the desk may write. */
export async function serveStore(
  store: Store,
  desk: string,
  record?: string,
): Promise<{ base: string; end: () => void }> {
  const writer = record === undefined ? undefined : makeWriter(record)
  const app = makeServer({ store, desk, writer })
  return new Promise(resolve => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }: AddressInfo) =>
      resolve({ base: `http://127.0.0.1:${port}`, end: () => server.close() }),
    )
  })
}

/** How a page is opened; the usual is Arabic, light, a desktop. */
export interface Look {
  readonly language?: Language
  readonly theme?: Theme
  readonly width?: number
}

/** A page with what went wrong on it. */
export interface Seen {
  readonly page: Page
  /** Errors of the console, exceptions, requests to other hosts, in the order in which they came. */
  readonly faults: string[]
}

/** Opens an address and waits until its heading is there. */
export async function openPage(browser: Browser, address: string, look: Look = {}): Promise<Seen> {
  const { language = 'ar', theme = 'light', width = 1440 } = look
  const context = await browser.newContext({
    viewport: { width, height: width < 760 ? 844 : 900 },
    hasTouch: width < 760,
    locale: language,
    colorScheme: theme,
    permissions: ['clipboard-read', 'clipboard-write'],
    baseURL: new URL(address).origin,
  })
  // Machines that test are busy.
  context.setDefaultTimeout(50_000)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('console', message => message.type() === 'error' && faults.push(message.text()))
  page.on('pageerror', error => faults.push(error.message))
  page.on('request', request => {
    const { protocol, origin } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== new URL(address).origin) faults.push(request.url())
  })
  await page.goto(address)
  await page.locator('main h1').first().waitFor()
  return { page, faults }
}

/** What axe finds that is serious or critical, as `rule: element`. */
export async function findBarriers(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: () => Promise<AxeResult> } }
    const { violations } = await axe.run()
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
  })
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string
    readonly impact: string | null
    readonly nodes: readonly { readonly html: string }[]
  }[]
}

/** By how many pixels a page is wider than its window. */
export function findOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

/** How much of the page moved after it was drawn, as Chromium's layout shift score. */
export function findShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>(resolve => {
        const observer = new PerformanceObserver(list => {
          const shifts = list.getEntries() as unknown as readonly { value: number; hadRecentInput: boolean }[]
          resolve(shifts.filter(shift => !shift.hadRecentInput).reduce((sum, { value }) => sum + value, 0))
        })
        observer.observe({ type: 'layout-shift', buffered: true })
        // The observer says nothing where nothing moved.
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)))
      }),
  )
}
