/** The log beside the claim: whose name is written, the last entries, and the way to take it away. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { KeptReview } from '../server/reviewApi.ts'
import { askList } from './client.ts'
import { tellMoment } from './dates.ts'
import { Isolate, Mono } from './names.tsx'
import { chooseName, useReaderName } from './reader-name.ts'
import { useWords } from './words.ts'

const SHOWN = '12'

/** The last entries of the log, with the hash that stands for it. */
export function ReviewLog() {
  const { t, language, count } = useWords()
  const { data } = useQuery({
    queryKey: ['reviews', 'log', language],
    queryFn: ({ signal }) => askList('reviews', { limit: SHOWN, lang: language }, signal),
  })
  const head = data?.items[0]?.entry.hash
  return (
    <aside className="review-log" aria-label={t('ui.review.log')}>
      <ReaderName />
      <h2>
        {t('ui.review.log')}{' '}
        {data !== undefined && <span className="muted small">{count('entries', data.total)}</span>}
      </h2>
      <p className="muted small">{t('ui.review.log.about')}</p>
      <ol>
        {data?.items.map(kept => (
          <LogItem key={kept.entry.n} kept={kept} />
        ))}
      </ol>
      {head !== undefined && (
        <>
          <p className="small">
            {t('ui.review.head')} <Mono>{head}</Mono>
          </p>
          <p className="small">
            <a href="/api/reviews/log" download>
              {t('ui.review.export')}
            </a>
          </p>
          <pre dir="ltr">hasab verify reviews.jsonl</pre>
        </>
      )}
    </aside>
  )
}

function ReaderName() {
  const { t } = useWords()
  const name = useReaderName()
  return (
    <label className="reader-name">
      <span>{t('ui.review.name')}</span>
      <input
        id="reader-name"
        key={name}
        dir="auto"
        maxLength={80}
        autoComplete="off"
        defaultValue={name}
        placeholder={t('ui.review.name.hint')}
        onBlur={event => chooseName(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key === 'Enter') event.currentTarget.blur()
        }}
      />
    </label>
  )
}

function LogItem({ kept: { entry, claim, words: fit } }: { readonly kept: KeptReview }) {
  const words = useWords()
  const { t } = words
  return (
    <li>
      <span>
        <Isolate className="strong" text={entry.reader} /> {t(`ui.review.verdict.${entry.verdict}`)}{' '}
        {claim === null ? (
          <span className="bad">{t('ui.review.orphan')}</span>
        ) : (
          <Link to="/articles/$article" params={{ article: entry.article }} search={{ claim }}>
            {t(`ui.type.${entry.type}`)}
          </Link>
        )}
        {fit === 'near' && <span className="muted"> {t('ui.review.near')}</span>}
      </span>
      <span className="muted small">
        {tellMoment(words, entry.at)} · <Mono>{`${entry.hash.slice(0, 4)}…${entry.hash.slice(-2)}`}</Mono>
      </span>
    </li>
  )
}
