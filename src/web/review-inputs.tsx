/** The fields of a claim, and the inputs in which each can be put right. */
import { FAMILIES } from '../model.ts'
import type { QueuedClaim } from '../server/reviewApi.ts'
import { type Choice, useChoices } from './filters.tsx'
import { AS_READ, BETWEEN, tellSources } from './review-change.ts'
import { useWords, type Words } from './words.ts'

/** The fields of a correction, in the order of the table. */
export const FIELDS = ['type', 'agent', 'target', 'places', 'time', 'sources', 'stance', 'modality'] as const
export type Field = (typeof FIELDS)[number]

/** The word of each field. */
export const LABELS: Readonly<Record<Field, string>> = {
  type: 'ui.filter.type',
  agent: 'ui.card.agent',
  target: 'ui.card.target',
  places: 'ui.card.places',
  time: 'ui.card.when',
  sources: 'ui.card.chain',
  stance: 'ui.card.stance',
  modality: 'ui.card.modality',
}

/** A field of a claim. */
export interface CellProps {
  readonly field: Field
  readonly claim: QueuedClaim
}

const MODALITIES = ['asserted', 'planned', 'possible', 'negated']
const STANCES = ['none', 'neutral', 'endorsed', 'doubted']

/** The choices of a field that has few. */
function findChoices(field: Field, { t }: Words): Choice[] {
  const values = { type: Object.values(FAMILIES).flat(), modality: MODALITIES, stance: STANCES }
  const known = field === 'type' || field === 'modality' || field === 'stance' ? values[field] : []
  return known.map(value => [value, t(`ui.${field}.${value}`)])
}

/** The input of a field: it holds the field as it was read until it is changed. */
export function FieldInput({ field, claim }: CellProps) {
  const words = useWords()
  const label = words.t(LABELS[field])
  if (field === 'time') {
    return (
      <input
        name={field}
        aria-label={label}
        dir="ltr"
        defaultValue={claim.time ?? ''}
        pattern="[0-9X~?.\/\-]*"
      />
    )
  }
  if (field === 'sources') {
    return <input name={field} aria-label={label} dir="auto" defaultValue={tellSources(claim)} />
  }
  if (field === 'type' || field === 'modality' || field === 'stance') {
    return <Choose name={field} label={label} chosen={claim[field]} choices={findChoices(field, words)} />
  }
  return <NamedInput field={field} label={label} />
}

interface ChooseProps {
  readonly name: string
  readonly label: string
  readonly chosen: string
  readonly choices: readonly Choice[]
}

function Choose({ name, label, chosen, choices }: ChooseProps) {
  return (
    <select name={name} aria-label={label} defaultValue={chosen}>
      {choices.map(([value, word]) => (
        <option key={value} value={value}>
          {word}
        </option>
      ))}
    </select>
  )
}

/** One of the record's actors or places, none, or as it was read. */
function NamedInput({
  field,
  label,
}: {
  readonly field: 'agent' | 'target' | 'places'
  readonly label: string
}) {
  const { t } = useWords()
  const choices = useChoices(field === 'places' ? 'places' : 'actors')
  const all: Choice[] = [[AS_READ, t('ui.review.as-read')], [BETWEEN, `∅ ${t('ui.review.none')}`], ...choices]
  return <Choose name={field} label={label} chosen={AS_READ} choices={all} />
}
