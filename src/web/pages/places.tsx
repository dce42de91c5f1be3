/** Places with claims, those with most first. */
import { getRouteApi, Link } from '@tanstack/react-router'
import { Filters, TextField } from '../filters.tsx'
import { List } from '../list.tsx'
import { PlaceLink } from '../names.tsx'
import { PageHead } from '../page-head.tsx'
import { Table } from '../table.tsx'
import { useWords } from '../words.ts'

const route = getRouteApi('/places')

/** The list of places. */
export function PlacesPage() {
  const { t, number, language } = useWords()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const heads = ['ui.table.place', 'ui.table.kind', 'ui.table.within', 'ui.table.claims', 'ui.table.articles']
  return (
    <div className="page">
      <PageHead title={t('ui.page.places')} about={t('ui.places.about')} />
      <Filters values={search} change={values => void navigate({ search: values })}>
        <TextField name="q" values={search} />
      </Filters>
      <List
        kind="places"
        query={search}
        noun="places"
        empty={t('ui.list.none')}
        frame={rows => <Table heads={heads}>{rows}</Table>}
        item={({ id, name, en, kind, within, claims, articles }, names) => (
          <tr key={id}>
            <th scope="row">
              <Link to="/places/$place" params={{ place: id }}>
                <bdi lang="ar">{name}</bdi>
              </Link>{' '}
              {language === 'en' && en !== '' && <span className="muted">{en}</span>}
            </th>
            <td>{t(`ui.place-kind.${kind}`)}</td>
            <td>{within !== null && <PlaceLink place={within} names={names} />}</td>
            <td className="number">{number(claims)}</td>
            <td className="number">{number(articles)}</td>
          </tr>
        )}
      />
    </div>
  )
}
