/** Where the text came from: bytes, hash, address, body. */
import type { ReactNode } from 'react'
import type { ArticleReading } from '../server/api.ts'
import { tellMoment } from './dates.ts'
import { Mono } from './names.tsx'
import { useWords } from './words.ts'

/** The kept original of an article and how it was read. */
export function Provenance({ reading: { article, provenance } }: { readonly reading: ArticleReading }) {
  const words = useWords()
  const { t } = words
  const [start, end] = article.body
  return (
    <footer className="provenance">
      <h2>{t('ui.provenance')}</h2>
      <dl>
        <Row label={t('ui.provenance.bytes')}>
          {words.count('bytes', provenance.bytes)} ·{' '}
          <a href={`/api/articles/${encodeURIComponent(article.id)}/original`} download>
            {t('ui.provenance.original')}
          </a>
        </Row>
        <Row label="SHA-256">
          <Mono>{provenance.sha256}</Mono>
        </Row>
        <Row label={t('ui.provenance.path')}>
          <Mono>{provenance.path}</Mono>
        </Row>
        {article.url !== null && (
          <Row label={t('ui.provenance.url')}>
            <Mono>{article.url}</Mono>
          </Row>
        )}
        <Row label={t('ui.provenance.body')}>
          {t('ui.provenance.span')} <Mono>{`${start}–${end}`}</Mono> {t('ui.provenance.of')}{' '}
          <Mono>{article.text.length}</Mono>
        </Row>
        <Row label={t('ui.provenance.read')}>
          {tellMoment(words, provenance.readAt)} · {t('ui.provenance.lexicon')} <Mono>{article.lexicon}</Mono>
        </Row>
      </dl>
    </footer>
  )
}

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  )
}
