/** Actors with the claims that name them. */
import { Link } from '@tanstack/react-router'
import { List } from '../list.tsx'
import { HolderMark } from '../marks.tsx'
import { Isolate } from '../names.tsx'
import { PageHead } from '../page-head.tsx'
import { Table } from '../table.tsx'
import { useWords } from '../words.ts'

const HEADS = ['ui.table.actor', 'ui.table.kind', 'ui.table.claims', 'ui.table.articles']

/** The list of actors, those with most claims first. */
export function ActorsPage() {
  const { t, number, language } = useWords()
  return (
    <div className="page">
      <PageHead title={t('ui.page.actors')} about={t('ui.actors.about')} />
      <List
        kind="actors"
        query={{}}
        noun="actors"
        empty={t('ui.list.none')}
        frame={rows => <Table heads={HEADS}>{rows}</Table>}
        item={({ id, name, en, kind, claims, articles }) => (
          <tr key={id}>
            <th scope="row">
              <HolderMark actor={id} />{' '}
              <Link to="/claims" search={{ actor: id }}>
                <Isolate text={(language === 'en' ? en || name : name) || id} />
              </Link>
            </th>
            <td>{t(`ui.actor-kind.${kind}`)}</td>
            <td className="number">{number(claims)}</td>
            <td className="number">{number(articles)}</td>
          </tr>
        )}
      />
    </div>
  )
}
