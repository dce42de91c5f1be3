/** According to whom: everyone, one outlet, one publisher, only what a side admits against itself, only where all agree. */
import { useQuery } from '@tanstack/react-query'
import { askList, type Query } from './client.ts'
import { useWords } from './words.ts'

/** What the server is asked for by a view of the address: `admitted`, `agreed`, `outlet:sana`, `family:…`, or everyone. */
export function readView({ acc = '', implied }: Query): Query {
  const [kind, id = ''] = acc.split(/:(.*)/s)
  return {
    implied,
    admitted: kind === 'admitted' ? 'yes' : undefined,
    agreed: kind === 'agreed' ? 'yes' : undefined,
    outlets: kind === 'outlet' ? id : undefined,
    families: kind === 'family' ? id : undefined,
  }
}

interface PickerProps {
  readonly values: Query
  readonly change: (values: Query) => void
}

/** The picker. It changes whose word is taken, never what was said. */
export function ViewPicker({ values, change }: PickerProps) {
  const { t } = useWords()
  return (
    <fieldset className="view-picker">
      <label>
        <span>{t('ui.view.according')}</span>
        <select
          value={values.acc ?? ''}
          onChange={event => change({ ...values, acc: event.target.value || undefined })}
        >
          <option value="">{t('ui.view.everyone')}</option>
          <option value="agreed">{t('ui.view.agreed')}</option>
          <option value="admitted">{t('ui.view.admitted')}</option>
          <Voices />
        </select>
      </label>
      <label className="check">
        <input
          type="checkbox"
          checked={values.implied === 'yes'}
          onChange={event => change({ ...values, implied: event.target.checked ? 'yes' : undefined })}
        />
        <span>{t('ui.view.implied')}</span>
      </label>
    </fieldset>
  )
}

/** The outlets of the record, and their publishers. */
function Voices() {
  const { t, language } = useWords()
  const outlets = useQuery({
    queryKey: ['outlets', 'all', language],
    queryFn: ({ signal }) => askList('outlets', { limit: '200', lang: language }, signal),
  })
  const items = outlets.data?.items ?? []
  const families = [...new Set(items.flatMap(({ family }) => family ?? []))].sort()
  return (
    <>
      <optgroup label={t('ui.page.outlets')}>
        {items.map(({ id, name, en }) => (
          <option key={id} value={`outlet:${id}`}>
            {(language === 'en' ? en || name : name) || id}
          </option>
        ))}
      </optgroup>
      <optgroup label={t('ui.table.family')}>
        {families.map(family => (
          <option key={family} value={`family:${family}`}>
            {family}
          </option>
        ))}
      </optgroup>
    </>
  )
}
