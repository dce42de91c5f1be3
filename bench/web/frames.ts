/** How many frames a second Chromium draws while the field's days are scrubbed, out of its own trace; and the largest paint. */
import type { Browser, Page } from 'playwright-core'
import { openPage } from '../../src/web/browser.contract.ts'
import { partOf, print } from './print.ts'

/** How long the thumb is dragged to and fro. */
const SCRUB_MS = 4000
/** Pixels from one move of the pointer to the next: some sixty moves a second. */
const STEP_PX = 6

interface TraceEvent {
  readonly name: string
  readonly ts: number
}

/** Drags the thumb of the scrubber over its whole width until the time is over. */
async function scrub(page: Page): Promise<void> {
  const box = await page.locator('.scrubber input').boundingBox()
  if (box === null) throw new Error('The field has no scrubber')
  const y = box.y + box.height / 2
  await page.mouse.move(box.x + box.width / 2, y)
  await page.mouse.down()
  const end = performance.now() + SCRUB_MS
  for (let i = 0; performance.now() < end; i++) {
    const way = (i * STEP_PX) % (2 * box.width)
    await page.mouse.move(box.x + Math.abs(box.width - way), y)
  }
  await page.mouse.up()
}

/** Frames that were drawn in the time between the first and the last of them. */
function countFrames(trace: Buffer): { perSecond: number; longest: number } {
  const { traceEvents } = JSON.parse(trace.toString('utf8')) as { traceEvents: readonly TraceEvent[] }
  const drawn = traceEvents
    .filter(({ name }) => name === 'DrawFrame')
    .map(({ ts }) => ts / 1000)
    .sort((a, b) => a - b)
  const gaps = drawn.slice(1).map((at, i) => at - (drawn[i] ?? at))
  const time = (drawn.at(-1) ?? 0) - (drawn[0] ?? 0)
  return { perSecond: (1000 * gaps.length) / Math.max(1, time), longest: partOf(gaps, 0.99) }
}

/** Prints the frames a second on the field while its days are scrubbed. */
export async function measureFrames(browser: Browser, base: string): Promise<void> {
  const { page } = await openPage(browser, `${base}/field`)
  await page.locator('.field-map[data-ready]').waitFor()
  await page.waitForLoadState('networkidle')
  const categories = ['disabled-by-default-devtools.timeline', 'disabled-by-default-devtools.timeline.frame']
  await browser.startTracing(page, { categories })
  await scrub(page)
  const { perSecond, longest } = countFrames(await browser.stopTracing())
  print('frames a second while scrubbing, traced', perSecond.toFixed(0))
  print('  99 of 100 frames come after at most', `${longest.toFixed(0)} ms`)
  await page.context().close()
}

/** Prints when the largest thing of a page was painted, in the middle of several openings. */
export async function measurePaint(browser: Browser, base: string): Promise<void> {
  for (const path of ['/', '/field', '/events', '/claims']) {
    const times: number[] = []
    for (let i = 0; i < 5; i++) times.push(await paintOf(browser, base + path))
    print(`largest contentful paint of ${path}`, `${partOf(times, 0.5).toFixed(0)} ms`)
  }
}

async function paintOf(browser: Browser, address: string): Promise<number> {
  const { page } = await openPage(browser, address)
  await page.waitForLoadState('networkidle')
  const time = await page.evaluate(
    () =>
      new Promise<number>(resolve => {
        new PerformanceObserver(list => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        })
      }),
  )
  await page.context().close()
  return time
}
