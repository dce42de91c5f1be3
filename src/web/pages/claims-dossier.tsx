/** The dossier of the claims that a list leaves, to print: each in full, with its chain, and the articles. */
import '../styles/dossier.css'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ClaimHit } from '../../server/api.ts'
import { askList, type Listed, type Query, summaryQuery } from '../client.ts'
import { DossierClaim, DossierFrame, DossierSources, numberArticles } from '../dossier.tsx'
import { Isolate, useName } from '../names.tsx'
import { Empty, Shown } from '../state.tsx'
import { useWords } from '../words.ts'

const route = getRouteApi('/dossier')

/** The most that a list gives at once: more would not be read on paper. */
const MOST = '200'

/** The page. Its address is narrowed as the list of claims is. */
export function ClaimsDossierPage() {
  const search = route.useSearch()
  const { language } = useWords()
  const query = useQuery({
    queryKey: ['dossier', search, language],
    queryFn: ({ signal }) => askList('claims', { ...search, limit: MOST, lang: language }, signal),
  })
  return <Shown query={query}>{page => <ClaimsDossier page={page} search={search} />}</Shown>
}

interface DossierProps {
  readonly page: Listed<ClaimHit>
  readonly search: Query
}

function ClaimsDossier({ page, search }: DossierProps) {
  const { t, count, number } = useWords()
  const { data: summary } = useQuery(summaryQuery())
  const { items, names, total } = page
  const { articles, numberOf } = numberArticles(items)
  return (
    <DossierFrame
      kind={t('ui.dossier.of-claims')}
      title={count('claims', total)}
      record={summary?.record ?? ''}
    >
      <Narrowed search={search} names={names} />
      {total > items.length && (
        <p className="strong">{t('ui.dossier.part', { n: number(items.length), total: number(total) })}</p>
      )}
      {items.length === 0 && <Empty title={t('ui.list.none')} />}
      <ol>
        {items.map((claim, i) => (
          <DossierClaim
            key={`${claim.article.id}.${claim.id}`}
            claim={claim}
            names={names}
            numbers={[i + 1, numberOf.get(claim.article.id) ?? 0]}
          />
        ))}
      </ol>
      {items.length > 0 && <DossierSources articles={articles} names={names} />}
    </DossierFrame>
  )
}

/** What the claims are narrowed by, in words. */
function Narrowed({ search, names }: Pick<DossierProps, 'search'> & Pick<DossierProps['page'], 'names'>) {
  const { t } = useWords()
  const nameOf = useName()
  const tell = (name: string, value: string) => {
    if (name === 'type' || name === 'family') return t(`ui.${name}.${value}`)
    return nameOf(names.places, value, nameOf(names.actors, value, nameOf(names.outlets, value)))
  }
  const given = Object.entries(search).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return (
    <p className="facts">
      {given.map(([name, value]) => (
        <span key={name}>
          {t(`ui.filter.${name}`)}
          {t('ui.colon')} <Isolate text={tell(name, value)} />
        </span>
      ))}
      <Link to="/claims" search={search} className="screen-only">
        {t('ui.dossier.list')}
      </Link>
    </p>
  )
}
