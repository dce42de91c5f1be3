/** When an article that states no date was published, as far as the record shows, and each reason for it. */
import { Link } from '@tanstack/react-router'
import type { ArticleReading } from '../server/api.ts'
import { tellDate } from './dates.ts'
import { Isolate, OutletName, Wording } from './names.tsx'
import { useWords, type Words } from './words.ts'

type Dating = NonNullable<ArticleReading['dating']>
type Reason = Dating['reasons'][number]

/** What was found out and why; nothing where the article states its date or nothing says. */
export function DatingReasons({ reading }: { readonly reading: ArticleReading }) {
  const words = useWords()
  const { t } = words
  const { dating } = reading
  if (dating === null || dating.reasons.length === 0) return null
  return (
    <section className="shared" id="dating" aria-labelledby="dating-title">
      <h2 id="dating-title">{t('ui.dating')}</h2>
      <p>
        {dating.published === null ? (
          t('ui.dating.none')
        ) : (
          <>
            {t('ui.dating.published')} <b>{tellDate(words, dating.published)}</b>
          </>
        )}{' '}
        <span className="muted">{t('ui.dating.why')}</span>
      </p>
      {dating.isContradicted && <p className="open-contradiction">{t('ui.dating.contradicted')}</p>}
      <ul>
        {dating.reasons.map((reason, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: reasons have no identity but their place
          <ReasonItem key={i} reason={reason} reading={reading} dating={dating} />
        ))}
      </ul>
    </section>
  )
}

interface ReasonProps {
  readonly reason: Reason
  readonly reading: ArticleReading
  readonly dating: Dating
}

function ReasonItem({ reason, reading: { article, names }, dating }: ReasonProps) {
  const words = useWords()
  const { t } = words
  const other = dating.others.find(({ id }) => id === reason.article)
  return (
    <li className={reason.isLeftOut ? 'falls' : undefined}>
      <p className="by">
        <b>{tellLeft(words, reason)}</b>
        <span>{t(`ui.dating.${reason.kind}`)}</span>
        {reason.span !== null && <Wording text={article.text.slice(...reason.span)} />}
        {other !== undefined && (
          <span>
            <OutletName outlet={other.outlet} names={names} />{' '}
            <Link to="/articles/$article" params={{ article: other.id }}>
              <Isolate text={other.title ?? other.name} />
            </Link>
          </span>
        )}
        {reason.isLeftOut && <span className="muted">{t('ui.dating.left-out')}</span>}
      </p>
    </li>
  )
}

/** Monday of some week, from which weekdays are named. */
const MONDAY = Date.UTC(2024, 0, 1)
const DAY_MS = 86_400_000

/** The days or the weekday that a reason leaves. */
function tellLeft(words: Words, { days, weekday }: Reason): string {
  if (days !== null) return tellDate(words, days)
  if (weekday === null) return ''
  const day = new Date(MONDAY + (weekday - 1) * DAY_MS)
  return new Intl.DateTimeFormat(words.language, { weekday: 'long', timeZone: 'UTC' }).format(day)
}
