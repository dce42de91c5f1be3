/**
 * Measures dates and numbers on public data and on the annotated articles, with `chrono.ar` beside them on the same
 * items, and prints one table for each. `node bench/time.ts [--wrong]` lists what was missed too.
 */
import { existsSync } from 'node:fs'
import { SHARED } from './time/data.ts'
import { printDuckling } from './time/duckling.ts'
import { printGold } from './time/gold.ts'
import { printRecognizers } from './time/recognizers.ts'
import { printSpeed } from './time/speed.ts'
import { printWeekdays } from './time/weekdays.ts'

const isWrongListed = process.argv.includes('--wrong')
const only = process.argv.find(argument => argument.startsWith('--only='))?.slice(7)
const SECTIONS = {
  weekdays: printWeekdays,
  recognizers: printRecognizers,
  duckling: printDuckling,
  gold: printGold,
} as const

if (existsSync(SHARED)) {
  for (const [name, print] of Object.entries(SECTIONS)) {
    if (only === undefined || only === name) print(isWrongListed)
  }
} else {
  console.log('../shared is absent: the data to measure against is not here, only the speed is measured.')
}
if (only === undefined || only === 'speed') printSpeed()
