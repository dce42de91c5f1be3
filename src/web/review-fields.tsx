/** What was read out of the words, field by field; in a correction each field can be put right. */
import type { ReactNode } from 'react'
import type { Names } from '../server/api.ts'
import type { QueuedClaim, ReviewEntry } from '../server/reviewApi.ts'
import { tellDate } from './dates.ts'
import { FamilyMark, HolderMark, StanceGlyph } from './marks.tsx'
import { Isolate, Mono, useName, Wording } from './names.tsx'
import type { Acts } from './pages/review.tsx'
import { readChange } from './review-change.ts'
import { type CellProps, FIELDS, type Field, FieldInput, LABELS } from './review-inputs.tsx'
import { useWords } from './words.ts'

interface FieldsProps {
  readonly claim: QueuedClaim
  readonly names: Names
  readonly isCorrecting: boolean
  readonly acts: Acts
}

/** The table; with `isCorrecting` a form. */
export function ReviewFields(props: FieldsProps) {
  const { claim, acts, isCorrecting } = props
  if (!isCorrecting) return <FieldTable {...props} />
  return (
    <CorrectForm claim={claim} acts={acts}>
      <FieldTable {...props} />
    </CorrectForm>
  )
}

function FieldTable({ claim, names, isCorrecting }: FieldsProps) {
  const { t } = useWords()
  const others = isCorrecting ? [] : claim.reviews.filter(({ change }) => change !== null)
  return (
    <table className="review-fields">
      <FieldHead isCorrecting={isCorrecting} others={others} />
      <tbody>
        {FIELDS.map(field => (
          <tr key={field} className={isCorrected(others, field) ? 'differs' : undefined}>
            <th scope="row">{t(LABELS[field])}</th>
            <td>
              <AsRead field={field} claim={claim} names={names} />
            </td>
            {isCorrecting && (
              <td>
                <FieldInput field={field} claim={claim} />
              </td>
            )}
            {others.map(({ n, change }) => (
              <td key={n}>
                <Corrected field={field} change={change} names={names} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface HeadProps {
  readonly isCorrecting: boolean
  readonly others: readonly ReviewEntry[]
}

function FieldHead({ isCorrecting, others }: HeadProps) {
  const { t } = useWords()
  return (
    <thead>
      <tr>
        <th scope="col">{t('ui.review.field')}</th>
        <th scope="col">{t('ui.review.as-read')}</th>
        {isCorrecting && <th scope="col">{t('ui.review.should-be')}</th>}
        {others.map(({ n, reader }) => (
          <th key={n} scope="col">
            <Isolate text={reader} />
          </th>
        ))}
      </tr>
    </thead>
  )
}

function isCorrected(reviews: readonly ReviewEntry[], field: Field): boolean {
  return reviews.some(({ change }) => change?.[field] !== undefined)
}

interface FormProps extends Pick<FieldsProps, 'claim' | 'acts'> {
  readonly children: ReactNode
}

function CorrectForm({ claim, acts, children }: FormProps) {
  const { t } = useWords()
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        const form = new FormData(event.currentTarget)
        const change = readChange(form, claim)
        const reason = String(form.get('reason') ?? '').trim()
        if (change !== null) void acts.decide({ verdict: 'correct', reason, change })
        else acts.ask(null)
      }}
    >
      {children}
      <label className="reason">
        <span>{t('ui.review.reason.optional')}</span>
        <input name="reason" dir="auto" maxLength={2000} autoComplete="off" />
      </label>
      <div className="action-bar">
        <button type="submit" className="button primary">
          {t('ui.review.save')} <kbd>Enter</kbd>
        </button>
        <button type="button" className="button quiet" onClick={() => acts.ask(null)}>
          {t('ui.review.cancel')} <kbd>Esc</kbd>
        </button>
      </div>
    </form>
  )
}

function AsRead({ field, claim, names }: CellProps & { readonly names: Names }) {
  const words = useWords()
  const nameOf = useName()
  if (field === 'type') {
    return (
      <span className="with-mark">
        <FamilyMark family={claim.family} /> {words.t(`ui.type.${claim.type}`)}
      </span>
    )
  }
  if (field === 'agent' || field === 'target') {
    return <Listed items={claim[field]}>{item => <Actor {...item} names={names} />}</Listed>
  }
  if (field === 'places') {
    return (
      <Listed items={claim.places}>
        {({ place, text }) => (
          <>
            {place !== null && <Isolate text={nameOf(names.places, place, text)} />} <Wording text={text} />
          </>
        )}
      </Listed>
    )
  }
  if (field === 'time') return <Day time={claim.time} />
  if (field === 'sources') {
    return <Listed items={claim.sources}>{({ text }) => <Isolate className="who" text={text} />}</Listed>
  }
  if (field === 'stance') {
    return (
      <span className="with-mark">
        <StanceGlyph stance={claim.stance} /> {words.t(`ui.stance.${claim.stance}`)}
      </span>
    )
  }
  return words.t(`ui.modality.${claim.modality}`)
}

function Actor({ actor, text, names }: { actor: string | null; text: string; names: Names }) {
  const nameOf = useName()
  return (
    <>
      <HolderMark actor={actor} /> {actor !== null && <Isolate text={nameOf(names.actors, actor, text)} />}{' '}
      <Wording text={text} />
    </>
  )
}

interface ListedProps<T> {
  readonly items: readonly T[]
  readonly children: (item: T) => ReactNode
}

function Listed<T extends { readonly span: readonly number[] }>({ items, children }: ListedProps<T>) {
  if (items.length === 0) return <Nothing />
  return items.map((item, i) => (
    <span className="participant" key={`${item.span[0]}-${i.toString()}`}>
      {children(item)}
    </span>
  ))
}

function Nothing() {
  const { t } = useWords()
  return <span className="muted">∅ {t('ui.review.none')}</span>
}

function Day({ time }: { readonly time: string | null }) {
  const words = useWords()
  if (time === null) return <span className="muted">{words.t('ui.date.none')}</span>
  return (
    <>
      {tellDate(words, time)} <Mono>{time}</Mono>
    </>
  )
}

interface CorrectedProps {
  readonly field: Field
  readonly change: ReviewEntry['change']
  readonly names: Names
}

/** What another reader put in the place of a field; a quiet sign where they left it. */
function Corrected({ field, change, names }: CorrectedProps) {
  const words = useWords()
  const nameOf = useName()
  const value = change?.[field]
  if (value === undefined) return <span className="muted">{words.t('ui.review.same')}</span>
  if (field === 'time') return <Day time={typeof value === 'string' ? value : null} />
  if (value === null || value.length === 0) return <Nothing />
  if (typeof value === 'string') return words.t(`ui.${field}.${value}`)
  const named = field === 'places' ? names.places : names.actors
  return value.map(id => (
    <Isolate className="participant" key={id} text={field === 'sources' ? id : nameOf(named, id)} />
  ))
}
