/** What every page stands in: masthead, the strip of counts, the page itself, foot, tabs on a phone, keys. */
import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { summaryQuery } from './client.ts'
import { tellDate } from './dates.ts'
import { useKeys } from './keys.ts'
import { KeysDialog } from './keys-dialog.tsx'
import { Masthead, PAGES } from './masthead.tsx'
import { Empty } from './state.tsx'
import { useTitle } from './title.ts'
import { useWords } from './words.ts'

/** The frame of every page. */
export function Shell() {
  const { t } = useWords()
  const [isHelpOpen, setHelp] = useState(false)
  usePageKeys(() => setHelp(true))
  return (
    <>
      <a className="skip" href="#main">
        {t('ui.skip')}
      </a>
      <Masthead />
      <ScopeStrip />
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="foot">
        <span>{t('ui.motto')}</span>
        <span>{t('ui.foot.local')}</span>
        <nav className="foot-pages" aria-label={t('ui.pages.more')}>
          {PAGES.filter(({ isTab }) => !isTab).map(({ to, word }) => (
            <Link key={to} to={to}>
              {t(word)}
            </Link>
          ))}
        </nav>
        <span className="end">
          <button type="button" onClick={() => setHelp(true)}>
            {t('ui.keys.title')} <kbd>?</kbd>
          </button>
        </span>
      </footer>
      <Tabs />
      {isHelpOpen && <KeysDialog close={() => setHelp(false)} />}
    </>
  )
}

/** Two keys within this time are one command. */
const TOGETHER_MS = 1200

/** `/` goes to the search, `g` and a letter to a page, `?` shows the keys. */
function usePageKeys(help: () => void): void {
  const navigate = useNavigate()
  const pressedG = useRef(Number.NEGATIVE_INFINITY)
  const go = (to: (typeof PAGES)[number]['to']) => (event: KeyboardEvent) => {
    if (event.timeStamp - pressedG.current < TOGETHER_MS) void navigate({ to })
    pressedG.current = Number.NEGATIVE_INFINITY
  }
  const jumps = Object.fromEntries(PAGES.map(({ key, to }) => [key, go(to)]))
  useKeys({
    ...jumps,
    g: event => {
      pressedG.current = event.timeStamp
    },
    '?': help,
    '/': event => {
      event.preventDefault()
      const field = document.querySelector<HTMLInputElement>('[data-search="page"], [data-search="mast"]')
      field?.focus()
      field?.select()
    },
  })
}

/** What the record holds, on every page. */
function ScopeStrip() {
  const words = useWords()
  const { data } = useQuery(summaryQuery())
  return (
    <div className="scope">
      {data !== undefined && (
        <>
          <span>
            {words.t('ui.scope.record')} <bdi className="strong">{data.record}</bdi>
          </span>
          <span className="wide">
            {[words.count('articles', data.articles), words.count('claims', data.claims)].join(' · ')}
          </span>
          {data.first !== null && data.last !== null && (
            <span className="wide">{tellDate(words, `${data.first}/${data.last}`)}</span>
          )}
        </>
      )}
      <span className="end wide">{words.t('ui.motto')}</span>
    </div>
  )
}

function Tabs() {
  const { t } = useWords()
  return (
    <nav className="tabs" aria-label={t('ui.pages.phone')}>
      {PAGES.filter(({ isTab }) => isTab).map(({ to, word }) => (
        <Link key={to} to={to} activeOptions={{ exact: to === '/', includeSearch: false }}>
          {t(word)}
        </Link>
      ))}
    </nav>
  )
}

/** For an address that leads nowhere. */
export function NotFound() {
  const { t } = useWords()
  useTitle(t('ui.not-found'))
  return (
    <div className="page">
      <Empty title={t('ui.not-found')}>
        <Link to="/">{t('ui.page.desk')}</Link>
      </Empty>
    </div>
  )
}
