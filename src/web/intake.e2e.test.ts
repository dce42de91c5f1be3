/** Files and folders are given to an empty desk, which reads them and tells what failed; views and exports of what was read. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GAZETTE } from '../store/made.contract.ts'
import { must } from '../store/store.contract.ts'
import { openStore, type Store } from '../store/store.ts'
import {
  buildDesk,
  findBarriers,
  findOverflow,
  openPage,
  serveStore,
  startBrowser,
} from './browser.contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'hasab-intake-'))
const desk = join(folder, 'web')
const record = join(folder, 'r.db')
const reports = join(folder, 'reports')
let browser: Browser
let store: Store
let served: Awaited<ReturnType<typeof serveStore>>

const REPORT = 'صدى الفرات - 5 تشرين الثاني 2017\n\nقال مصدر محلي إن قوات الجيش سيطرت أمس على مدينة الميادين'

beforeAll(async () => {
  mkdirSync(join(reports, 'inner'), { recursive: true })
  writeFileSync(join(reports, 'one.txt'), `${REPORT}.`)
  writeFileSync(join(reports, 'one.meta.json'), '{"outlet":"jisr"}')
  writeFileSync(
    join(reports, 'inner', 'two.jsonl'),
    `${JSON.stringify({ text: `${REPORT} كلها.` })}\nnot json\n`,
  )
  writeFileSync(join(reports, 'photo.png'), 'no picture')
  buildDesk(desk)
  await must(await openStore(record, { write: GAZETTE })).close()
  store = must(await openStore(record))
  served = await serveStore(store, desk, record)
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  served?.end()
  await store?.close()
  rmSync(folder, { recursive: true })
})

describe('an empty desk', () => {
  it('reads a folder, shows how far it is and what failed and why', async () => {
    const { page, faults } = await openPage(browser, served.base, { language: 'en' })
    await page.getByText('The record is empty').waitFor()
    expect(await findBarriers(page)).toEqual([])
    const choosing = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose a folder' }).click()
    await (await choosing).setFiles(reports)
    await page.getByText('2 new, 0 read anew, 0 unchanged.').waitFor()
    await page.getByText('What failed and why (1)').click()
    await page.getByText('reports/inner/two.jsonl:2', { exact: false }).first().waitFor()
    expect((await store.findArticles({}, {})).ok).toBe(true)
    expect((await store.summary()).articles).toBe(2)
    expect(await findBarriers(page)).toEqual([])
    expect(faults).toEqual([])
    await page.context().close()
  })

  it('takes files that are dropped, and says which are of no kind that is read', async () => {
    const { page, faults } = await openPage(browser, served.base, { language: 'en', width: 390 })
    await page.locator('.drop-zone').waitFor()
    const data = await page.evaluateHandle(text => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([text], 'three.txt'))
      transfer.items.add(new File(['x'], 'three.pdf'))
      return transfer
    }, `${REPORT} ليلًا.`)
    await page.locator('.drop-zone').dispatchEvent('drop', { dataTransfer: data })
    await page.getByText('1 of other kinds are not read.').waitFor()
    await page.getByText('1 new, 0 read anew, 0 unchanged.').waitFor()
    expect(await findOverflow(page)).toBe(0)
    expect(faults).toEqual([])
    await page.context().close()
  })
})

describe('what is seen', () => {
  it('is taken away as a file with the same filters', async () => {
    const { page } = await openPage(browser, `${served.base}/claims?type=capture`, { language: 'en' })
    const total = await page.locator('.total').textContent()
    const downloading = page.waitForEvent('download')
    await page.getByRole('link', { name: 'JSON Lines' }).click()
    const lines = readFileSync(await (await downloading).path(), 'utf8')
      .trimEnd()
      .split('\n')
    expect(`${lines.length} claims`).toBe(total)
    expect(lines.every(line => (JSON.parse(line) as { type: string }).type === 'capture')).toBe(true)
    await page.context().close()
  })

  it('is kept as a view, which the desk leads back to', async () => {
    const { page } = await openPage(browser, `${served.base}/claims?type=capture`)
    await page.getByRole('button', { name: 'احفظ هذا العرض' }).click()
    await page.keyboard.type('السيطرات')
    await page.keyboard.press('Enter')
    await page.goto(served.base)
    await page.getByRole('link', { name: 'السيطرات' }).click()
    await page.waitForURL(/claims\?type=capture/)
    await page.goto(served.base)
    await page.getByRole('button', { name: 'احذف العرض السيطرات' }).click()
    expect(await page.getByRole('link', { name: 'السيطرات' }).count()).toBe(0)
    await page.context().close()
  })
})
