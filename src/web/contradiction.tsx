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
/** The words of values that the interface has words for, with where those stand. */
const KEYS: readonly (readonly [ReadonlySet<string>, string])[] = [
  [new Set(Object.values(FAMILIES).flat()), 'type'],
  [new Set(['asserted', 'negated', 'planned', 'possible']), 'modality'],
  [new Set(['killed', 'wounded', 'captured', 'missing']), 'outcome'],
  [new Set(['person', 'civilian', 'child', 'fighter', 'family', 'vehicle', 'weapon']), 'counted'],
]

/** The kind, the two values, and whether scope or a later time resolves it. */
export function ContradictionHead({
  contradiction,
  names,
}: {
  readonly contradiction: Contradiction
  readonly names: Names
}) {
  const { t } = useWords()
  const tell = useContradictionValue(contradiction.kind, names)
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

/** What a value of a contradiction says, for a person: dates in words, ids by name, the rest word by word. */
export function useContradictionValue(kind: Contradiction['kind'], names: Names): (value: string) => string {
  const words = useWords()
  const nameOf = useName()
  const tell = (word: string) => {
    const key = KEYS.find(([known]) => known.has(word))?.[1]
    if (key !== undefined) return words.t(`ui.${key}.${word}`)
    return nameOf(names.actors, word, nameOf(names.places, word))
  }
  return value => (kind === 'date' ? tellDate(words, value) : value.split(/[| ]/).map(tell).join(' '))
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
