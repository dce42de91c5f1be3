/** Where the text came from: bytes, hash, address, body. */
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
        <dt>{t('ui.provenance.bytes')}</dt>
        <dd>
          {words.count('bytes', provenance.bytes)} ·{' '}
          <a href={`/api/articles/${encodeURIComponent(article.id)}/original`} download>
            {t('ui.provenance.original')}
          </a>
        </dd>
        <dt>SHA-256</dt>
        <dd>
          <Mono>{provenance.sha256}</Mono>
        </dd>
        <dt>{t('ui.provenance.path')}</dt>
        <dd>
          <Mono>{provenance.path}</Mono>
        </dd>
        {article.url !== null && (
          <>
            <dt>{t('ui.provenance.url')}</dt>
            <dd>
              <Mono>{article.url}</Mono>
            </dd>
          </>
        )}
        <dt>{t('ui.provenance.body')}</dt>
        <dd>
          {t('ui.provenance.span')} <Mono>{`${start}–${end}`}</Mono> {t('ui.provenance.of')}{' '}
          <Mono>{article.text.length}</Mono>
        </dd>
        <dt>{t('ui.provenance.read')}</dt>
        <dd>
          {tellMoment(words, provenance.readAt)} · {t('ui.provenance.lexicon')} <Mono>{article.lexicon}</Mono>
        </dd>
      </dl>
    </footer>
  )
}
