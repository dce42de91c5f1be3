/** What is wrong with the tables of a lexicon: every accident, with its file and line. */
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Problem } from '../model.ts'
import { checkExamples } from './examples.ts'
import { checkFolding } from './folding.ts'
import { checkReferences } from './references.ts'

/**
 * Checks a lexicon, `problems` being what its loader found: cells that point at nothing, rows that fold together,
 * examples that do not make their row fire. Pure; about three seconds for seven thousand rows.
 *
 *     lexicon/events.tsv:12  example-silent  { row: 'capture:استعادة', example: '…', found: 'capture:استعاد' }
 */
export function checkLexicon(lexicon: Lexicon, problems: readonly Problem[]): Problem[] {
  return [...problems, ...checkReferences(lexicon), ...checkFolding(lexicon), ...checkExamples(lexicon)]
}
