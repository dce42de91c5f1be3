/** The card of a claim: who did what to whom, where, when and how that is known, and the whole chain of who says so. */
import type { ReactNode } from 'react'
import type { ApiClaim, Names } from '../server/api.ts'
import { Chain } from './chain.tsx'
import { ClaimWhen } from './claim-when.tsx'
import { FamilyMark, HolderMark, StanceGlyph } from './marks.tsx'
import { Isolate, Mono, PlaceLink, useName, Wording } from './names.tsx'
import { tellShare } from './numerals.ts'
import { useWords } from './words.ts'

interface CardProps {
  readonly claim: ApiClaim
  readonly names: Names
  readonly outlet: string | null
  readonly published: string | null
  /** The article's text, for the words of cues. */
  readonly text: string
}

/** Everything that is known of one claim, each line with the words that it rests on. */
export function ClaimCard(props: CardProps) {
  const { claim, names, outlet } = props
  const { t } = useWords()
  return (
    <>
      <header className="card-head">
        <FamilyMark family={claim.family} />
        <h2 id="card-title">{t(`ui.type.${claim.type}`)}</h2>
        <span className="muted">{t(`ui.family.${claim.family}`)}</span>
        <span className="end muted">
          <Mono>{claim.id}</Mono>
        </span>
      </header>
      {claim.optional && <p className="card-note">{t('ui.claim.optional.why')}</p>}
      <dl>
        <Participants label="ui.card.agent" participants={claim.agent} names={names} />
        <Participants label="ui.card.target" participants={claim.target} names={names} />
        <Places claim={claim} names={names} />
        <Row label="ui.card.when">
          <ClaimWhen claim={claim} published={props.published} text={props.text} />
        </Row>
        <Count claim={claim} />
        <Row label="ui.card.modality">{t(`ui.modality.${claim.modality}`)}</Row>
        <Row label="ui.card.chain">
          <Chain sources={claim.sources} outlet={outlet} names={names} />
        </Row>
        <Passing {...props} />
      </dl>
      <Because claim={claim} />
    </>
  )
}

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const { t } = useWords()
  return (
    <>
      <dt>{t(label)}</dt>
      <dd>{children}</dd>
    </>
  )
}

interface ParticipantsProps {
  readonly label: string
  readonly participants: ApiClaim['agent']
  readonly names: Names
}

function Participants({ label, participants, names }: ParticipantsProps) {
  const nameOf = useName()
  if (participants.length === 0) return null
  return (
    <Row label={label}>
      {participants.map(({ actor, text, span }) => (
        <span className="participant" key={`${span[0]}-${actor}`}>
          <HolderMark actor={actor} />{' '}
          {actor !== null && <Isolate text={nameOf(names.actors, actor, text)} />} <Wording text={text} />
        </span>
      ))}
    </Row>
  )
}

function Places({ claim, names }: { readonly claim: ApiClaim; readonly names: Names }) {
  const { t } = useWords()
  if (claim.places.length === 0) return null
  return (
    <Row label="ui.card.places">
      {claim.places.map(({ place, text, role, lat, span }) => (
        <span className="participant" key={`${span[0]}-${place}`}>
          <span className="muted">{t(`ui.role.${role}`)}</span>{' '}
          {place === null ? (
            <Wording text={text} />
          ) : (
            <PlaceLink place={place} names={names} fallback={text} />
          )}
          {(place === null || lat === null) && (
            <span className="muted"> {t(place === null ? 'ui.place.unresolved' : 'ui.place.nowhere')}</span>
          )}
        </span>
      ))}
    </Row>
  )
}

function Count({ claim: { count } }: { readonly claim: ApiClaim }) {
  const words = useWords()
  if (count === null) return null
  const outcome = (count.outcome ?? []).map(name => words.t(`ui.outcome.${name}`)).join(words.t('ui.comma'))
  return (
    <Row label="ui.card.count">
      {tellBounds(words, count)} {words.t(`ui.counted.${count.what}`)}{' '}
      {outcome !== '' && <span>({outcome})</span>}
    </Row>
  )
}

/** "9", "about 9", "20 to 99", "at least 20", "a number that is not given". */
function tellBounds(words: ReturnType<typeof useWords>, count: NonNullable<ApiClaim['count']>): string {
  const { min, max, approx = false } = count
  const [least, most] = [min, max].map(bound => (bound === null ? '' : words.number(bound)))
  if (min === null && max === null) return words.t('ui.bounds.none')
  if (min === max) return approx ? words.t('ui.bounds.about', { n: least ?? '' }) : (least ?? '')
  if (max === null) return words.t('ui.bounds.least', { n: least ?? '' })
  if (min === null) return words.t('ui.bounds.most', { n: most ?? '' })
  return words.t('ui.bounds.range', { min: least ?? '', max: most ?? '' })
}

/** How the nearest teller passes the claim on, and in which words. */
function Passing({ claim, text }: CardProps) {
  const { t } = useWords()
  const cues = [claim.cue, ...claim.sources.map(({ cue }) => cue)].flatMap(cue => (cue ? [cue.span] : []))
  const said = [...new Set(cues.map(span => text.slice(...span)))]
  return (
    <Row label="ui.card.stance">
      <span className="with-mark">
        <StanceGlyph stance={claim.stance} />
        {t(`ui.stance.${claim.stance}`)}
      </span>
      {said.length > 0 && (
        <span className="how">
          {t('ui.card.cue')}{' '}
          {said.map(cue => (
            <bdi lang="ar" className="wording cue" key={cue}>
              {cue.replaceAll('\n', ' ')}{' '}
            </bdi>
          ))}
        </span>
      )}
    </Row>
  )
}

/** Why it was read so: the passes and rows that fired, in order, and how sure the reader is. */
function Because({ claim }: { readonly claim: ApiClaim }) {
  const { t, language, numerals } = useWords()
  return (
    <details className="because">
      <summary>
        {t('ui.card.because')}{' '}
        <span className="muted">
          {t('ui.card.confidence', { share: tellShare(claim.confidence, language, numerals) })}
        </span>
      </summary>
      <ol>
        {claim.because.map((reason, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the reasons never change
          <li key={i}>
            <Mono>{reason}</Mono>
          </li>
        ))}
      </ol>
    </details>
  )
}
