/** The newest open contradictions in brief: what each side says, on whose word, in its own words. */
import { Link } from '@tanstack/react-router'
import type { Names } from '../server/api.ts'
import type { ContradictionRow } from '../server/recordApi.ts'
import type { Listed } from './client.ts'
import { useContradictionValue } from './contradiction.tsx'
import { Isolate, PlaceLink, TellerName } from './names.tsx'
import { useWords } from './words.ts'

type Side = ContradictionRow['sides'][number]

/** The first of them, and the way to all. */
export function NewestContradictions({ page }: { readonly page: Listed<ContradictionRow> }) {
  const { t, number } = useWords()
  return (
    <section aria-labelledby="newest-contradictions">
      <h2 id="newest-contradictions">{t('ui.desk.contradictions')}</h2>
      {page.total === 0 ? (
        <p className="muted">{t('ui.desk.contradictions.none')}</p>
      ) : (
        <>
          <ol className="list">
            {page.items.map(contradiction => (
              <Brief key={contradiction.id} contradiction={contradiction} names={page.names} />
            ))}
          </ol>
          <Link to="/contradictions" className="onward">
            {t('ui.desk.contradictions.all', { n: number(page.total) })}
          </Link>
        </>
      )}
    </section>
  )
}

interface BriefProps {
  readonly contradiction: ContradictionRow
  readonly names: Names
}

function Brief({ contradiction, names }: BriefProps) {
  const { t } = useWords()
  const { kind, values, sides, place, event } = contradiction
  const tell = useContradictionValue(kind, names)
  return (
    <li className="brief">
      <p className="by">
        <span className="open-contradiction">{t('ui.contradiction.resolved.none')}</span>
        <span>{t(`ui.contradiction.${kind}`)}</span>
        {place !== null && <PlaceLink place={place} names={names} />}
        {event !== null && (
          <Link to="/events/$event" params={{ event }}>
            {t('ui.contradiction.event')}
          </Link>
        )}
      </p>
      <h3>
        <Isolate text={tell(values[0])} /> <span aria-hidden="true">≠</span>{' '}
        <span className="vh">{t('ui.contradiction.against')}</span>
        <Isolate text={tell(values[1])} />
      </h3>
      {sides.map((side, i) => (
        <SideLine key={i === 0 ? 'first' : 'second'} side={side} names={names} />
      ))}
    </li>
  )
}

/** Whose word the side is, and the words. */
function SideLine({ side: [claim], names }: { readonly side: Side; readonly names: Names }) {
  const { t } = useWords()
  if (claim === undefined) return null
  const { article, id, root, evidence } = claim
  return (
    <p className="side-line">
      <TellerName teller={root} names={names} />
      {t('ui.colon')}{' '}
      <Link to="/articles/$article" params={{ article: article.id }} search={{ claim: id }}>
        <bdi lang="ar">«{evidence.replaceAll('\n', ' ')}»</bdi>
      </Link>
    </p>
  )
}
