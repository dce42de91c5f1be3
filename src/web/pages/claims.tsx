/** Claims, narrowed by whatever an address can hold. */
import { getRouteApi } from '@tanstack/react-router'
import { FAMILIES } from '../../model.ts'
import { ClaimItem } from '../claim-item.tsx'
import { type Choice, ChoiceField, DayField, Filters, NamedField, TextField } from '../filters.tsx'
import { List } from '../list.tsx'
import { ListTools } from '../list-tools.tsx'
import { PageHead } from '../page-head.tsx'
import { useWords } from '../words.ts'

const route = getRouteApi('/claims')

/** The list of claims, newest first. */
export function ClaimsPage() {
  const { t } = useWords()
  const search = route.useSearch()
  return (
    <div className="page">
      <PageHead title={t('ui.page.claims')} about={t('ui.claims.about')} />
      <ClaimFilters />
      <ListTools kind="claims" query={search} />
      <List
        kind="claims"
        query={search}
        noun="claims"
        empty={t('ui.list.none')}
        item={(claim, names) => (
          <ClaimItem key={`${claim.article.id}-${claim.id}`} claim={claim} names={names} />
        )}
      />
    </div>
  )
}

function ClaimFilters() {
  const { t } = useWords()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const families = Object.keys(FAMILIES).map((family): Choice => [family, t(`ui.family.${family}`)])
  const types = Object.values(FAMILIES)
    .flat()
    .map((type): Choice => [type, t(`ui.type.${type}`)])
  const optional: Choice = ['yes', t('ui.filter.optional.yes')]
  return (
    <Filters values={search} change={values => void navigate({ search: values })}>
      <TextField name="q" values={search} />
      <ChoiceField name="family" values={search} choices={families} />
      <ChoiceField name="type" values={search} choices={types} />
      <NamedField name="actor" kind="actors" values={search} />
      <NamedField name="place" kind="places" values={search} />
      <TextField name="source" values={search} />
      <NamedField name="outlet" kind="outlets" values={search} />
      <DayField name="from" values={search} />
      <DayField name="to" values={search} />
      <ChoiceField name="optional" values={search} any={t('ui.filter.optional.no')} choices={[optional]} />
    </Filters>
  )
}
