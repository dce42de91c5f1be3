/** A claim of a place's page: who says it, when, its words, and the way to the article. */
import { Link } from '@tanstack/react-router'
import type { Names, Point, Voice } from '../server/api.ts'
import { tellDate } from './dates.ts'
import { DatedMark, FamilyMark, HolderMark, StanceGlyph } from './marks.tsx'
import { Isolate, OutletName, PlaceLink, useName } from './names.tsx'
import { Quote } from './quote.tsx'
import { VoiceName } from './ribbon.tsx'
import { useWords } from './words.ts'

interface PointProps {
  readonly point: Point
  readonly voice: Voice
  readonly names: Names
  /** The page's own place, which is not named again. */
  readonly here: string
}

/** One claim about the place or a place within it. */
export function PointItem({ point, voice, names, here }: PointProps) {
  const words = useWords()
  const { t } = words
  const nameOf = useName()
  return (
    <li className="claim-item">
      <p className="by">
        <FamilyMark family={point.family} />
        <b>{t(`ui.type.${point.type}`)}</b>
        {point.agent.map(({ actor, text }) => (
          <span className="with-mark" key={actor ?? text}>
            <HolderMark actor={actor} />
            <Isolate text={actor === null ? text : nameOf('actors', actor, names, text)} />
          </span>
        ))}
        <span className="day with-mark">
          <DatedMark dated={point.dated} />
          {point.from === null ? t('ui.date.none') : tellDate(words, point.from)}
        </span>
      </p>
      <Quote text={point.evidence} />
      <p className="foot-line">
        <span>
          <VoiceName voice={voice} names={names} />
          {voice.kind !== 'own' &&
            voice.outlets.slice(0, 3).map(outlet => (
              <span key={outlet}>
                <span aria-hidden="true"> › </span>
                <OutletName outlet={outlet} names={names} />
              </span>
            ))}
        </span>
        <span>{t(`ui.dated.${point.dated}`)}</span>
        {voice.kind !== 'own' && (
          <span className="with-mark">
            <StanceGlyph stance={point.stance} />
            {t(`ui.stance.${point.stance}`)}
          </span>
        )}
        {point.modality !== 'asserted' && <span>{t(`ui.modality.${point.modality}`)}</span>}
        {point.place !== here && <PlaceLink place={point.place} names={names} />}
        <Link to="/articles/$article" params={{ article: point.article }} search={{ claim: point.claim }}>
          {t('ui.claim.open')}
        </Link>
      </p>
    </li>
  )
}
