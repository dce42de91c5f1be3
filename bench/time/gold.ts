/** The times of annotated claims: is there a date in the claim's sentence, or the one before, that says the same? */
import { readdirSync, readFileSync } from 'node:fs'
import { readText } from '../../src/text/text.ts'
import { type Found, findChrono, findOurs, percent, printTable, readRange, SHARED } from './data.ts'

interface Claim {
  readonly span: readonly [number, number]
  readonly time: string | null
  readonly optional?: boolean
}

interface Gold {
  readonly name: string
  readonly text: string
  readonly published: string
  readonly claims: readonly Claim[]
}

/** Prints how many times of claims some date mention says. */
export function printGold(isWrongListed: boolean): void {
  const rows = ['seeds', 'dev'].map(set => {
    const golds = readGold(set)
    const ours = countTimes(golds, gold => findOurs(gold.text, gold.published, 'news'), isWrongListed)
    const chrono = countTimes(golds, gold => findChrono(gold.text, gold.published), false)
    return {
      set,
      articles: golds.length,
      times: ours.all,
      'hasab, exact': percent(ours.exact, ours.all),
      'hasab, overlaps': percent(ours.near, ours.all),
      'hasab, in the article': percent(ours.anywhere, ours.all),
      'chrono.ar, exact': percent(chrono.exact, ours.all),
    }
  })
  printTable('gold: the time of a claim is that of a date in its sentence or the two before', rows)
}

function readGold(set: string): Gold[] {
  const folder = `${SHARED}/gold/${set}`
  return readdirSync(folder)
    .filter(file => file.endsWith('.json'))
    .map(file => {
      const name = file.replace('.json', '')
      const gold = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as {
        published: string
        claims: Claim[]
      }
      return { name, text: readFileSync(`${SHARED}/corpus/${set}/${name}.txt`, 'utf8'), ...gold }
    })
}

function countTimes(
  golds: readonly Gold[],
  find: (gold: Gold) => Found[],
  isWrongListed: boolean,
): { all: number; exact: number; near: number; anywhere: number } {
  const count = { all: 0, exact: 0, near: 0, anywhere: 0 }
  for (const gold of golds) {
    const found = find(gold)
    const { sentences } = readText(gold.text)
    for (const claim of gold.claims) {
      if (claim.time === null || claim.optional === true) continue
      const at = sentences.findIndex(({ span }) => span[1] > claim.span[0])
      const from = sentences[Math.max(0, at - 2)]?.span[0] ?? 0
      const to = sentences[at]?.span[1] ?? 0
      const near = found.filter(({ span }) => span[1] > from && span[0] < to)
      count.all++
      const isExact = near.some(one => isSame(one, claim.time ?? ''))
      if (isExact) count.exact++
      if (found.some(one => isSame(one, claim.time ?? ''))) count.anywhere++
      if (near.some(one => isOverlap(one, claim.time ?? ''))) count.near++
      if (!isExact && isWrongListed) {
        console.log(
          `gold | ${gold.name} ${gold.published} | want ${claim.time} | ${near.map(one => `${one.text}=${one.edtf}`).join(' ; ')} | ${gold.text.slice(from, to).replaceAll('\n', ' ').slice(-330)}`,
        )
      }
    }
  }
  return count
}

function isSame(found: Found, time: string): boolean {
  if (found.edtf !== null) return found.edtf.replace(/[~?]/g, '') === time
  const [first, last] = readRange(time)
  return found.first !== null && found.first === first && found.last === last
}

function isOverlap(found: Found, time: string): boolean {
  if (found.first === null && found.last === null) return false
  const [first, last] = readRange(time)
  return (found.first ?? '0000') <= (last ?? '9999') && (first ?? '0000') <= (found.last ?? '9999')
}
