/** The process: `bin/hasab` runs this file. */
import { runCli } from './cli.ts'
import { findLanguage, openIo } from './io.ts'

const args = process.argv.slice(2)
const at = args.findIndex(arg => arg === '--lang' || arg.startsWith('--lang='))
const asked = at < 0 ? undefined : args[at]?.includes('=') ? args[at]?.slice('--lang='.length) : args[at + 1]
process.exitCode = await runCli(args, openIo(findLanguage(asked, process.env)))
