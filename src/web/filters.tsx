/** Fields that narrow a list. What they hold is in the address, so that a list can be sent to someone. */
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { askList, type Query } from './client.ts'
import { useWords } from './words.ts'

interface FiltersProps {
  readonly values: Query
  /** Takes the whole new address; fields left empty are absent. */
  readonly change: (values: Query) => void
  readonly children: ReactNode
}

/** The form round the fields. It answers to Enter and to its button; selects answer at once. */
export function Filters({ values, change, children }: FiltersProps) {
  const { t } = useWords()
  const isNarrowed = Object.values(values).some(Boolean)
  return (
    <search>
      <form
        className="filters"
        key={JSON.stringify(values)}
        onSubmit={event => {
          event.preventDefault()
          change(readForm(event.currentTarget, values))
        }}
        onChange={event => {
          if (event.target instanceof HTMLSelectElement) change(readForm(event.currentTarget, values))
        }}
      >
        {children}
        <div className="actions">
          <button type="submit" className="button">
            {t('ui.filter.apply')}
          </button>
          {isNarrowed && (
            <button type="button" className="button quiet" onClick={() => change({})}>
              {t('ui.filter.clear')}
            </button>
          )}
        </div>
      </form>
    </search>
  )
}

/** What the fields hold; values of the address that have no field stay. */
function readForm(form: HTMLFormElement, values: Query): Query {
  const fields = [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value.trim()]] : [],
  )
  const all: Query = { ...values, ...Object.fromEntries(fields) }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== '' && value !== undefined))
}

interface FieldProps {
  readonly name: string
  readonly values: Query
}

/** A field of words. */
export function TextField({ name, values }: FieldProps) {
  const { t } = useWords()
  return (
    <label>
      <span>{t(`ui.filter.${name}`)}</span>
      <input
        type="search"
        name={name}
        dir="auto"
        defaultValue={values[name] ?? ''}
        data-search={name === 'q' ? 'page' : undefined}
      />
    </label>
  )
}

/** A field of a day, year or month as `2017-10-31`, `2017-10` or `2017`. */
export function DayField({ name, values }: FieldProps) {
  const { t } = useWords()
  return (
    <label className="day-field">
      <span>{t(`ui.filter.${name}`)}</span>
      <input
        name={name}
        dir="ltr"
        inputMode="numeric"
        pattern="\d{4}(-\d{2}(-\d{2})?)?"
        placeholder="YYYY-MM-DD"
        title={t('ui.filter.day')}
        defaultValue={values[name] ?? ''}
      />
    </label>
  )
}

/** One of a list: value and word. */
export type Choice = readonly [value: string, word: string]

interface ChoiceProps extends FieldProps {
  readonly choices: readonly Choice[]
  /** The word for no choice. */
  readonly any?: string
}

/** A field of one of several. A value of the address that is not among them is shown as it is. */
export function ChoiceField({ name, values, choices, any }: ChoiceProps) {
  const { t } = useWords()
  const value = values[name] ?? ''
  const isKnown = value === '' || choices.some(([choice]) => choice === value)
  return (
    <label>
      <span>{t(`ui.filter.${name}`)}</span>
      <select name={name} defaultValue={value}>
        <option value="">{any ?? t('ui.filter.any')}</option>
        {!isKnown && <option value={value}>{value}</option>}
        {choices.map(([choice, word]) => (
          <option key={choice} value={choice}>
            {word}
          </option>
        ))}
      </select>
    </label>
  )
}

/** A field of the record's own outlets, actors or places, those with most first. */
export function NamedField({
  name,
  values,
  kind,
}: FieldProps & { readonly kind: 'outlets' | 'actors' | 'places' }) {
  return <ChoiceField name={name} values={values} choices={useChoices(kind)} />
}

/** The record's own outlets, actors or places as choices, those with most first. */
export function useChoices(kind: 'outlets' | 'actors' | 'places'): Choice[] {
  const { language } = useWords()
  const { data } = useQuery({
    queryKey: [kind, 'choices'],
    queryFn: ({ signal }) => askList(kind, { limit: '200' }, signal),
  })
  return (data?.items ?? []).map(
    ({ id, name: arabic, en }): Choice => [id, (language === 'en' ? en || arabic : arabic) || id],
  )
}
