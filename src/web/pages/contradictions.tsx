/** Contradictions: claims that cannot both hold, the open ones first. */
import { getRouteApi } from '@tanstack/react-router'
import { ContradictionItem } from '../contradiction.tsx'
import { type Choice, ChoiceField, Filters, NamedField } from '../filters.tsx'
import { List } from '../list.tsx'
import { PageHead } from '../page-head.tsx'
import { useWords } from '../words.ts'

const route = getRouteApi('/contradictions')
const KINDS = ['number', 'place', 'date', 'actor', 'polarity', 'control'] as const

/** The list of contradictions. */
export function ContradictionsPage() {
  const { t } = useWords()
  const search = route.useSearch()
  return (
    <div className="page">
      <PageHead title={t('ui.page.contradictions')} about={t('ui.contradictions.about')} />
      <ContradictionFilters />
      <List
        kind="contradictions"
        query={search}
        noun="contradictions"
        empty={t('ui.list.none')}
        item={(contradiction, names) => (
          <ContradictionItem key={contradiction.id} contradiction={contradiction} names={names} />
        )}
      />
    </div>
  )
}

function ContradictionFilters() {
  const { t } = useWords()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const kinds = KINDS.map((kind): Choice => [kind, t(`ui.contradiction.${kind}`)])
  const states: Choice[] = [
    ['no', t('ui.contradiction.resolved.none')],
    ['yes', t('ui.contradiction.resolved.any')],
  ]
  return (
    <Filters values={search} change={values => void navigate({ search: values })}>
      <ChoiceField name="kind" values={search} choices={kinds} />
      <NamedField name="place" kind="places" values={search} />
      <ChoiceField name="resolved" values={search} choices={states} />
    </Filters>
  )
}
