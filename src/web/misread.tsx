/** For whoever sees that a claim was read wrongly: the row of a spec to copy, the way to a review, and what was decided so far. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { askList, rowQuery } from './client.ts'
import { Isolate } from './names.tsx'
import { Failed, Loading } from './state.tsx'
import { useWords } from './words.ts'

interface MisreadProps {
  readonly article: string
  readonly claim: string
}

/** Folded until it is asked for: the row costs a reading of the article. */
export function Misread({ article, claim }: MisreadProps) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Decided article={article} claim={claim} />
      <details className="misread" onToggle={event => setOpen(event.currentTarget.open)}>
        <summary>{t('ui.misread')}</summary>
        {isOpen && <SpecRow article={article} claim={claim} />}
        <Link to="/review" search={{ state: 'any', article, claim }} className="onward" data-review>
          {t('ui.misread.review')} <kbd>r</kbd>
        </Link>
      </details>
    </>
  )
}

function SpecRow({ article, claim }: MisreadProps) {
  const { t, language } = useWords()
  const query = useQuery(rowQuery(article, claim, language))
  const [isCopied, setCopied] = useState(false)
  if (query.isError) return <Failed error={query.error} />
  if (query.data === undefined) return <Loading lines={2} />
  const { header, row } = query.data
  const copy = () => {
    navigator.clipboard.writeText(`${header}\n${row}\n`).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  return (
    <>
      <p className="small">{t('ui.misread.about')}</p>
      <textarea readOnly rows={4} dir="auto" value={row} aria-label={t('ui.misread.row')} />
      <button type="button" className="button" onClick={copy}>
        {t(isCopied ? 'ui.card.copied' : 'ui.misread.copy')}
      </button>
    </>
  )
}

/** The last decision of each reader about this claim. */
function Decided({ article, claim }: MisreadProps) {
  const { t, language } = useWords()
  const { data } = useQuery({
    queryKey: ['reviews', article, language],
    queryFn: ({ signal }) => askList('reviews', { article, limit: '200', lang: language }, signal),
  })
  const last = new Map<string, string>()
  for (const { entry, claim: held } of data?.items ?? []) {
    if (held === claim && !last.has(entry.reader)) last.set(entry.reader, entry.verdict)
  }
  const standing = [...last].filter(([, verdict]) => verdict !== 'withdraw')
  if (standing.length === 0) return null
  return (
    <p className="decided small">
      {t('ui.review.others')}:{' '}
      {standing.map(([reader, verdict]) => (
        <span key={reader}>
          <Isolate className="strong" text={reader} /> {t(`ui.review.verdict.${verdict}`)}{' '}
        </span>
      ))}
    </p>
  )
}
