/** What falls if a root is false: the claims that rest on it alone, and what would be left. */
import type { Names } from '../server/api.ts'
import type { EventReading } from '../server/recordApi.ts'
import { FourCounts } from './four-counts.tsx'
import { TellerName } from './names.tsx'
import { useWords } from './words.ts'

interface LedgerProps {
  readonly event: EventReading
  readonly names: Names
  readonly fallen: string
}

/** The ledger of one root. */
export function FallLedger({ event, names, fallen }: LedgerProps) {
  const { t, count } = useWords()
  const fall = event.falls.find(({ root }) => root === fallen)
  const root = event.claims.find(claim => claim.root.key === fallen)?.root
  if (fall === undefined || root === undefined) return null
  return (
    <section className="ledger" aria-live="polite">
      <p>
        {t('ui.fall.if')} <TellerName teller={root} names={names} /> {t('ui.fall.false')}
      </p>
      <p>
        {count('claims', fall.claims.length)} · {count('articles', fall.articles.length)} {t('ui.fall.falls')}
      </p>
      <p className="muted">{t('ui.fall.left')}</p>
      <FourCounts counts={fall.left} />
    </section>
  )
}
