/** Two sides that cannot both hold: what each says, on whose word, and what resolves it. */
import { FAMILIES } from '../model.ts'
import type { Names } from '../server/api.ts'
import type { ContradictionRow } from '../server/recordApi.ts'
import { ClaimItem } from './claim-item.tsx'
import { tellDate } from './dates.ts'
import { Isolate, PlaceLink, useName } from './names.tsx'
import { useWords } from './words.ts'

type Contradiction = Pick<ContradictionRow, 'kind' | 'values' | 'resolved' | 'place'>

const MOST_SHOWN = 3
/** What a side is said to have done may stand behind its actor. */
const TYPES: ReadonlySet<string> = new Set(Object.values(FAMILIES).flat())

/** The kind, the two values, and whether scope or a later time resolves it. */
export function ContradictionHead({
  contradiction,
  names,
}: {
  readonly contradiction: Contradiction
  readonly names: Names
}) {
  const { t } = useWords()
  const tell = useValue(contradiction.kind, names)
  const [first, second] = contradiction.values
  return (
    <p className="by contradiction-head">
      <b>{t(`ui.contradiction.${contradiction.kind}`)}</b>
      <Isolate text={tell(first)} />
      <span aria-hidden="true">≠</span>
      <span className="vh">{t('ui.contradiction.against')}</span>
      <Isolate text={tell(second)} />
      {contradiction.place !== null && <PlaceLink place={contradiction.place} names={names} />}
      <span className={contradiction.resolved === null ? 'open-contradiction' : 'muted'}>
        {t(`ui.contradiction.resolved.${contradiction.resolved ?? 'none'}`)}
      </span>
    </p>
  )
}

/** What a value of a contradiction says, for a person. */
function useValue(kind: Contradiction['kind'], names: Names): (value: string) => string {
  const words = useWords()
  const nameOf = useName()
  return value => {
    if (kind === 'actor' || kind === 'control')
      return value
        .split(/[| ]/)
        .map(id => (TYPES.has(id) ? `(${words.t(`ui.type.${id}`)})` : nameOf(names.actors, id)))
        .join(' ')
    if (kind === 'place') return nameOf(names.places, value)
    if (kind === 'date') return tellDate(words, value)
    if (kind === 'polarity') return words.t(`ui.modality.${value}`)
    return value
  }
}

/** A contradiction with the claims of both sides, in their words. */
export function ContradictionItem({
  contradiction,
  names,
}: {
  readonly contradiction: ContradictionRow
  readonly names: Names
}) {
  const { t, number } = useWords()
  return (
    <li className="contradiction">
      <ContradictionHead contradiction={contradiction} names={names} />
      <div className="sides">
        {contradiction.sides.map((claims, i) => (
          <section
            key={i === 0 ? 'first' : 'second'}
            aria-label={t(i === 0 ? 'ui.side.first' : 'ui.side.second')}
          >
            <ol>
              {claims.slice(0, MOST_SHOWN).map(claim => (
                <ClaimItem key={claim.key} claim={{ ...claim, hits: [] }} names={names} />
              ))}
            </ol>
            {(contradiction.claims[i]?.length ?? 0) > MOST_SHOWN && (
              <p className="muted">
                {t('ui.side.more', { n: number((contradiction.claims[i]?.length ?? 0) - MOST_SHOWN) })}
              </p>
            )}
          </section>
        ))}
      </div>
    </li>
  )
}
