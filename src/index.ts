/**
 * The pure door of the package: bytes in, readings out.
 *
 *     import { builtinLexicon, readBytes } from 'hasab'
 *     const reading = readBytes(bytes, { outlet: 'السارية' }, builtinLexicon())
 *     if (reading.ok) console.log(reading.value.claims)
 *
 * `hasab/store` keeps readings, `hasab/server` serves a record.
 */
export { builtinLexicon, loadLexicon } from './lexicon/builtin.ts'
export { compileLexicon, type Lexicon } from './lexicon/lexicon.ts'
export { fillMessage, type Language, type Messages, readMessages, tellProblem } from './messages.ts'
export type * from './model.ts'
export { FAMILIES } from './model.ts'
export { readBytes } from './read.ts'
