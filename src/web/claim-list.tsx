/** All claims of an article as a list, for whoever does not read with the eyes or wants them in a row. */
import { useState } from 'react'
import type { ApiClaim } from '../server/api.ts'
import { FamilyMark } from './marks.tsx'
import { useWords } from './words.ts'

interface ListProps {
  readonly claims: readonly ApiClaim[]
  readonly selected: number | null
  readonly select: (index: number) => void
}

/** Closed at first, so that thousands of claims cost nothing. */
export function ClaimList({ claims, selected, select }: ListProps) {
  const { t, count } = useWords()
  const [isOpen, setOpen] = useState(false)
  if (claims.length === 0) return <p className="claim-list muted">{t('ui.article.no-claims')}</p>
  return (
    <details className="claim-list" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>
        {t('ui.article.all-claims')} <span className="muted">{count('claims', claims.length)}</span>
      </summary>
      {isOpen && (
        <ol>
          {claims.map((claim, i) => (
            <li key={claim.id}>
              <button type="button" aria-current={i === selected || undefined} onClick={() => select(i)}>
                <FamilyMark family={claim.family} />
                <b>{t(`ui.type.${claim.type}`)}</b>
                <bdi lang="ar" className="wording">
                  {claim.evidence.replaceAll('\n', ' ')}
                </bdi>
              </button>
            </li>
          ))}
        </ol>
      )}
    </details>
  )
}
