/** A quotation with who says it, as plain text for a notebook. */
import type { ApiClaim, ArticleReading } from '../server/api.ts'
import { tellDate } from './dates.ts'
import type { Words } from './words.ts'

/** «words» — root › teller › outlet, title, date, address, hash of the article. */
export function tellClaim(words: Words, claim: ApiClaim, { article, names }: ArticleReading): string {
  const outlet = article.outlet ?? words.t('ui.outlet.unknown')
  const named = names.outlets[outlet]
  const chain = [...claim.sources.map(({ text }) => text), named?.name ?? outlet]
  const lines = [
    `«${claim.evidence.replaceAll('\n', ' ')}»`,
    `— ${chain.join(' › ')}`,
    [article.title, article.published === null ? null : tellDate(words, article.published)]
      .filter(Boolean)
      .join(words.t('ui.comma')),
    article.url ?? '',
    `sha256:${article.id} ${claim.id}`,
  ]
  return lines.filter(line => line !== '').join('\n')
}
