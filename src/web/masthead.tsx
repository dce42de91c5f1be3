/** The head of every page: the name, the pages, the search, and the three switches. */
import { Link, useNavigate } from '@tanstack/react-router'
import { choosePrefs, usePrefs } from './prefs.ts'
import { useWords } from './words.ts'

/** The pages by address, with the letter that `g` goes to and the word for it. */
export const PAGES = [
  { to: '/', key: 'd', word: 'ui.page.desk', isTab: true },
  { to: '/field', key: 'f', word: 'ui.page.field', isTab: true },
  { to: '/events', key: 'e', word: 'ui.page.events', isTab: true },
  { to: '/articles', key: 'r', word: 'ui.page.articles', isTab: true },
  { to: '/claims', key: 'c', word: 'ui.page.claims', isTab: true },
  { to: '/places', key: 'p', word: 'ui.page.places', isTab: false },
  { to: '/outlets', key: 's', word: 'ui.page.outlets', isTab: false },
  { to: '/review', key: 'v', word: 'ui.page.review', isTab: false },
  { to: '/actors', key: 'a', word: 'ui.page.actors', isTab: false },
  { to: '/words', key: 'w', word: 'ui.page.words', isTab: false },
] as const

/** The masthead. */
export function Masthead() {
  const { t } = useWords()
  return (
    <header className="mast">
      <Link to="/" className="wordmark" aria-label={t('ui.home')}>
        <b lang="ar">{t('ui.wordmark')}</b>
        {t('ui.wordmark.latin') !== '-' && <i>{t('ui.wordmark.latin')}</i>}
      </Link>
      <nav aria-label={t('ui.pages')}>
        {PAGES.map(({ to, word }) => (
          <Link key={to} to={to} activeOptions={{ exact: to === '/', includeSearch: false }}>
            {t(word)}
          </Link>
        ))}
      </nav>
      <MastSearch />
      <Switches />
    </header>
  )
}

function MastSearch() {
  const { t } = useWords()
  const navigate = useNavigate()
  return (
    <search className="mast-find">
      <form
        onSubmit={event => {
          event.preventDefault()
          const q = new FormData(event.currentTarget).get('q')
          if (typeof q === 'string' && q.trim() !== '') void navigate({ to: '/', search: { q } })
        }}
      >
        <input
          type="search"
          name="q"
          dir="auto"
          data-search="mast"
          aria-label={t('ui.search.label')}
          placeholder={t('ui.search.short')}
        />
        <kbd>/</kbd>
      </form>
    </search>
  )
}

function Switches() {
  const { language, numerals } = usePrefs()
  return (
    <div className="switches">
      <Switch
        name="language"
        choices={['ar', 'en']}
        chosen={language}
        choose={choice => choosePrefs({ language: choice })}
      />
      <Switch
        name="numerals"
        choices={['arab', 'latn']}
        chosen={numerals}
        choose={choice => choosePrefs({ numerals: choice })}
      />
      <ThemeSwitch />
    </div>
  )
}

interface SwitchProps<C extends string> {
  readonly name: string
  readonly choices: readonly C[]
  readonly chosen: C
  readonly choose: (choice: C) => void
}

function Switch<C extends string>({ name, choices, chosen, choose }: SwitchProps<C>) {
  const { t } = useWords()
  return (
    <fieldset className="switch" aria-label={t(`ui.switch.${name}`)}>
      {choices.map(choice => (
        <button
          key={choice}
          type="button"
          aria-pressed={choice === chosen}
          title={t(`ui.${name}.${choice}`)}
          onClick={() => choose(choice)}
        >
          {t(`ui.${name}.${choice}.short`)}
        </button>
      ))}
    </fieldset>
  )
}

function ThemeSwitch() {
  const { t } = useWords()
  const other = usePrefs().theme === 'dark' ? 'light' : 'dark'
  return (
    <div className="switch">
      <button type="button" aria-label={t(`ui.theme.${other}`)} onClick={() => choosePrefs({ theme: other })}>
        <svg viewBox="-8 -8 16 16" aria-hidden="true">
          <circle r="6" />
          <path d="M0-6A6 6 0 0 1 0 6Z" />
        </svg>
      </button>
    </div>
  )
}
