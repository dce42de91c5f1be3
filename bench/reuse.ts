/**
 * How well and how fast reuse is found, on the public data beside the project. Prints a table for each; what is not there is
 * said and left out.
 *
 *     node bench/reuse.ts [--only=exara|bulk|groups] [--sample=FILE]
 *
 * `--sample` writes 200 pairs of the bulk news with their passages, to be read by eye.
 */
import { join } from 'node:path'
import { measureBulk } from './reuse/bulk.ts'
import { measureExara } from './reuse/exara.ts'
import { measureGroups } from './reuse/groups.ts'

const SHARED = join(import.meta.dirname, '../../shared')
const option = (name: string) =>
  process.argv.find(argument => argument.startsWith(`--${name}=`))?.slice(name.length + 3)
const only = option('only')

if (only === undefined || only === 'exara') {
  console.log('ExAraPlagDet')
  measureExara(SHARED)
}
if (only === undefined || only === 'bulk') {
  console.log('Bulk news')
  await measureBulk(SHARED, option('sample'))
}
if (only === undefined || only === 'groups') {
  console.log('Web articles on the Syrian war')
  measureGroups(SHARED)
}
