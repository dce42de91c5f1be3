/** The verbs, in the order in which the help lists them. */
import { CHECK } from './check.ts'
import { EXPLAIN } from './explain.ts'
import { EXPORT } from './export.ts'
import { FIND } from './find.ts'
import { GAZETTEER } from './gazetteer.ts'
import { READ } from './read.ts'
import { REFERENCE } from './reference.ts'
import { RELATE } from './relate.ts'
import { REMOVE } from './remove.ts'
import { SCORE } from './score.ts'
import { SERVE } from './serve.ts'
import { SHOW } from './show.ts'
import type { Verb } from './verb.ts'
import { VERIFY } from './verify.ts'

/** Every verb of the command line. */
export const VERBS: readonly Verb[] = [
  READ,
  SERVE,
  FIND,
  SHOW,
  EXPORT,
  RELATE,
  REFERENCE,
  REMOVE,
  VERIFY,
  CHECK,
  SCORE,
  EXPLAIN,
  GAZETTEER,
]
