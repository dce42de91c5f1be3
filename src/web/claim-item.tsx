/** A claim in a list: who says it, its words, where and when, and the way to the article. */
import { Link } from '@tanstack/react-router'
import type { ClaimHit, Names } from '../server/api.ts'
import { Trail } from './chain.tsx'
import { tellDate } from './dates.ts'
import { DatedMark, FamilyMark, StanceGlyph } from './marks.tsx'
import { PlaceLink } from './names.tsx'
import { Quote } from './quote.tsx'
import { useWords } from './words.ts'

interface ItemProps {
  readonly claim: ClaimHit
  readonly names: Names
  /** What it rests on is supposed not to hold. */
  readonly isFallen?: boolean
}

/** One claim of a list. Its quotation comes first in the eye, its type last. */
export function ClaimItem({ claim, names, isFallen = false }: ItemProps) {
  const { t } = useWords()
  return (
    <li className={isFallen ? 'claim-item falls' : 'claim-item'}>
      <p className="by">
        <FamilyMark family={claim.family} />
        <b>{t(`ui.type.${claim.type}`)}</b>
        <Trail sources={claim.sources} outlet={claim.article.outlet} names={names} />
        <ClaimDay time={claim.time} published={claim.article.published} />
      </p>
      <Quote text={claim.evidence} hits={claim.hits} before={claim.before} after={claim.after} />
      <p className="foot-line">
        <ClaimPlaces places={claim.places} names={names} />
        {claim.sources.length > 0 && (
          <span className="with-mark">
            <StanceGlyph stance={claim.stance} />
            {t(`ui.stance.${claim.stance}`)}
          </span>
        )}
        {claim.modality !== 'asserted' && <span>{t(`ui.modality.${claim.modality}`)}</span>}
        {claim.optional && <span>{t('ui.claim.optional')}</span>}
        <Link to="/articles/$article" params={{ article: claim.article.id }} search={{ claim: claim.id }}>
          {t('ui.claim.open')}
        </Link>
      </p>
    </li>
  )
}

function ClaimDay({ time, published }: { readonly time: string | null; readonly published: string | null }) {
  const words = useWords()
  const day = time ?? published
  return (
    <span className="day with-mark">
      <DatedMark dated={time !== null ? 'text' : published !== null ? 'published' : 'none'} />
      {day === null ? words.t('ui.date.none') : tellDate(words, day)}
      <span className="vh">{words.t(time === null ? 'ui.dated.published' : 'ui.dated.text')}</span>
    </span>
  )
}

/** The places of a claim: those with a row lead to their page, the others are shown in the article's words. */
export function ClaimPlaces({
  places,
  names,
}: {
  readonly places: ClaimHit['places']
  readonly names: Names
}) {
  if (places.length === 0) return null
  return (
    <span className="places">
      {places.map(({ place, text, span }) => (
        <span key={`${span[0]}-${place ?? text}`}>
          {place === null ? (
            <bdi lang="ar">{text}</bdi>
          ) : (
            <PlaceLink place={place} names={names} fallback={text} />
          )}
        </span>
      ))}
    </span>
  )
}
