/** Decisions that no claim fits any more, since a newer lexicon reads the words otherwise. */
import { Link } from '@tanstack/react-router'
import type { Names } from '../server/api.ts'
import type { KeptReview } from '../server/reviewApi.ts'
import { List } from './list.tsx'
import { Isolate, OutletName } from './names.tsx'
import { Quote } from './quote.tsx'
import { useWords } from './words.ts'

const ORPHANED = { orphaned: 'yes' }

/** The list of them. */
export function Orphans() {
  const { t } = useWords()
  return (
    <section className="review-claim">
      <p className="lead">{t('ui.review.orphans.about')}</p>
      <List
        kind="reviews"
        query={ORPHANED}
        noun="entries"
        empty={t('ui.review.orphans.none')}
        item={(kept, names) => <Orphan key={kept.entry.n} kept={kept} names={names} />}
      />
    </section>
  )
}

function Orphan({ kept: { entry, article }, names }: { readonly kept: KeptReview; readonly names: Names }) {
  const { t } = useWords()
  const { exact, prefix, suffix } = entry.quote
  return (
    <li className="claim-item">
      <p className="by">
        <b>{t(`ui.type.${entry.type}`)}</b>
        <OutletName outlet={article?.outlet ?? null} names={names} />
        <span className="day">
          <Isolate text={entry.reader} /> {t(`ui.review.verdict.${entry.verdict}`)}
        </span>
      </p>
      <Quote text={exact} before={prefix} after={suffix} />
      <p className="foot-line">
        {entry.reason !== '' && <Isolate text={entry.reason} />}
        <Link to="/articles/$article" params={{ article: entry.article }}>
          {t('ui.review.article')}
        </Link>
      </p>
    </li>
  )
}
