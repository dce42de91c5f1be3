/**
 * How well actors and places are found, against the public data beside the project, and how fast. Prints a table; what is
 * not there is said and left out.
 *
 *     node bench/names.ts [--misses]
 */
import { builtinLexicon } from '../src/lexicon/builtin.ts'
import { measureAirwars } from './names/airwars.ts'
import { measureAnercorp } from './names/anercorp.ts'
import { addOcha } from './names/gazetteer.ts'
import { measureGold } from './names/gold.ts'
import { measureSpeed } from './names/speed.ts'

const started = performance.now()
const lexicon = builtinLexicon()
const loaded = performance.now() - started
const show = process.argv.includes('--misses') ? console.log : () => {}

console.log(
  `lexicon loaded in ${loaded.toFixed(0)} ms, ${lexicon.tables.actors.length} rows of actors, ${lexicon.tables.places.length} of places`,
)
for (const line of measureGold(lexicon)) console.log(line)
for (const line of measureAirwars(lexicon, 'built-in', show)) console.log(line)
const ocha = addOcha(lexicon)
if (ocha === null) console.log('airwars (OCHA added): the file is not there, nothing measured')
else for (const line of measureAirwars(ocha, 'OCHA added')) console.log(line)
for (const line of measureAnercorp(lexicon, show)) console.log(line)
for (const line of measureSpeed(lexicon, 'built-in')) console.log(line)
if (ocha !== null) for (const line of measureSpeed(ocha, 'OCHA added')) console.log(line)
