/** What later chronologies say: beside the sources, drawn apart from them, in no count; and how the record stands to each entry. */
import type { Names } from '../server/api.ts'
import type { ApiReference } from '../server/recordApi.ts'
import { tellDate } from './dates.ts'
import { HolderMark } from './marks.tsx'
import { Isolate, Mono, PlaceLink, useName } from './names.tsx'
import { useWords } from './words.ts'

interface ReferencesProps {
  readonly references: readonly ApiReference[]
  readonly names: Names
  /** The page's own place, which is not named again. */
  readonly here?: string
}

/** The entries with their heading; nothing where there are none. */
export function LaterReferences({ references, names, here }: ReferencesProps) {
  const { t } = useWords()
  if (references.length === 0) return null
  return (
    <section className="references" aria-labelledby="references">
      <h2 id="references">{t('ui.references')}</h2>
      <p className="muted">{t('ui.references.why')}</p>
      <ol>
        {references.map(reference => (
          <Entry key={reference.id} reference={reference} names={names} here={here} />
        ))}
      </ol>
    </section>
  )
}

interface EntryProps {
  readonly reference: ApiReference
  readonly names: Names
  readonly here: string | undefined
}

function Entry({ reference, names, here }: EntryProps) {
  const words = useWords()
  const nameOf = useName()
  const { id, date, place, actor, text, source, difference } = reference
  return (
    <li>
      <p className="by">
        <i className="later-mark" aria-hidden="true" />
        <b>{tellDate(words, date)}</b>
        {place !== null && place !== here && <PlaceLink place={place} names={names} />}
        {actor !== null && (
          <span className="with-mark">
            <HolderMark actor={actor} />
            <Isolate text={nameOf(names.actors, actor)} />
          </span>
        )}
        {text !== '' && <Isolate text={text} />}
      </p>
      <p className="foot-line">
        {source !== '' && <Isolate text={source} />}
        <Mono>{id}</Mono>
        {difference !== null && <Difference difference={difference} names={names} />}
      </p>
    </li>
  )
}

interface DifferenceProps {
  readonly difference: NonNullable<ApiReference['difference']>
  readonly names: Names
}

/** How the record stands to an entry, in words. */
function Difference({ difference: { kind, days, holders }, names }: DifferenceProps) {
  const { t, count } = useWords()
  const nameOf = useName()
  const who = holders.map(holder => nameOf(names.actors, holder)).join(t('ui.comma'))
  const away = days ?? 0
  if (kind === 'days') {
    const values = { days: count('days', Math.abs(away)) }
    return <span>{t(away > 0 ? 'ui.reference.later' : 'ui.reference.earlier', values)}</span>
  }
  const key = kind === 'holder' && who === '' ? 'nobody' : kind
  return <span>{t(`ui.reference.${key}`, { holders: who })}</span>
}
