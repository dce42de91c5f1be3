/** The built-in lexicon with a gazetteer of `../shared/geo` added, as `hasab gazetteer add` would. */
import { existsSync, readFileSync } from 'node:fs'
import { makeFeatureCutter } from '../../src/lexicon/gazetteer-features.ts'
import { readFeature } from '../../src/lexicon/gazetteer-formats.ts'
import { readFitting, writePlace } from '../../src/lexicon/gazetteer-rows.ts'
import { compileLexicon, type Lexicon } from '../../src/lexicon/lexicon.ts'
import { loadTable } from '../../src/lexicon/load.ts'
import { TABLES } from '../../src/lexicon/tables.ts'
import { SHARED } from './mentions.ts'

const FILE = 'geo/ocha-adm4-2015/syr_admin4_point.geojson'

/** The lexicon with OCHA's populated places of Syria; `null` where the file is not there. */
export function addOcha(lexicon: Lexicon): Lexicon | null {
  if (!existsSync(SHARED + FILE)) return null
  const fitting = readFitting(lexicon)
  const lines = makeFeatureCutter()
    .push(readFileSync(SHARED + FILE, 'utf8'))
    .map((feature, i) => readFeature(feature, `#${i}`))
    .flatMap(place => (place.ok ? [writePlace(place.value, fitting)] : []))
  const own = loadTable('places', [TABLES.places.columns.join('\t'), ...lines].join('\n'))
  return compileLexicon({ ...lexicon.tables, places: [...lexicon.tables.places, ...own] })
}
