/**
 * Makes the pages of `docs/` that are made from the code: `cli.md` from the help, `api.md` from the OpenAPI document.
 *
 *     node scripts/docs.ts
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeCliPage } from '../src/cli/help.ts'
import { VERBS } from '../src/cli/verbs.ts'
import { makeApiPage } from '../src/server/page.ts'
import { describeApi } from '../src/server/server.ts'
import { loadMessages } from '../src/server/tables.ts'

const DOCS = join(import.meta.dirname, '..', 'docs')

writeFileSync(join(DOCS, 'cli.md'), makeCliPage(VERBS, loadMessages('en')))
writeFileSync(join(DOCS, 'api.md'), makeApiPage(describeApi()))
console.log('docs/cli.md and docs/api.md are made anew')
