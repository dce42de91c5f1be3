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
  const { t } = useWords()
  return (
    <li className="claim-item">
      <PointHead point={point} names={names} />
      <Quote text={point.evidence} />
      <p className="foot-line">
        <PointTrail voice={voice} names={names} />
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

function PointHead({ point, names }: Pick<PointProps, 'point' | 'names'>) {
  const words = useWords()
  const nameOf = useName()
  return (
    <p className="by">
      <FamilyMark family={point.family} />
      <b>{words.t(`ui.type.${point.type}`)}</b>
      {point.agent.map(({ actor, text }) => (
        <span className="with-mark" key={actor ?? text}>
          <HolderMark actor={actor} />
          <Isolate text={actor === null ? text : nameOf(names.actors, actor, text)} />
        </span>
      ))}
      <span className="day with-mark">
        <DatedMark dated={point.dated} />
        {point.from === null ? words.t('ui.date.none') : tellDate(words, point.from)}
      </span>
    </p>
  )
}

/** The voice, and the outlets that carried it. */
function PointTrail({ voice, names }: Pick<PointProps, 'voice' | 'names'>) {
  const outlets = voice.kind === 'own' ? [] : voice.outlets.slice(0, 3)
  return (
    <span>
      <VoiceName voice={voice} names={names} />
      {outlets.map(outlet => (
        <span key={outlet}>
          <span aria-hidden="true"> › </span>
          <OutletName outlet={outlet} names={names} />
        </span>
      ))}
    </span>
  )
}
