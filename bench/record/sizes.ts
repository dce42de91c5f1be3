/** What the bytes of a record are spent on. */
import { statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

/** Tables and indexes that are named one by one. */
const MOST = 15

/** Prints bytes an article, for the file and for its largest tables and indexes. */
export function printSizes(path: string): void {
  const database = new DatabaseSync(path, { readOnly: true })
  const articles = Number(database.prepare('SELECT COUNT(*) AS n FROM articles').get()?.n ?? 0)
  const rows = database
    .prepare('SELECT name, SUM(pgsize) AS bytes FROM dbstat GROUP BY name ORDER BY bytes DESC')
    .all()
  database.close()
  console.log(`${(statSync(path).size / articles).toFixed(0)} bytes of file an article`)
  for (const { name, bytes } of rows.slice(0, MOST))
    console.log(`  ${String(name).padEnd(32)} ${(Number(bytes) / articles).toFixed(0).padStart(8)}`)
}
