/** The keys, laid over the page. */
import { useEffect, useRef } from 'react'
import { PAGES } from './masthead.tsx'
import { useWords } from './words.ts'

const KEYS = [
  ['/', 'ui.keys.search'],
  ['j', 'ui.keys.next'],
  ['k', 'ui.keys.previous'],
  ['Enter', 'ui.keys.open'],
  ['Esc', 'ui.keys.back'],
  ['y', 'ui.keys.copy'],
  ['r', 'ui.keys.review'],
  ['a', 'ui.keys.accept'],
  ['c', 'ui.keys.correct'],
  ['x', 'ui.keys.reject'],
  ['d', 'ui.keys.defer'],
  ['u', 'ui.keys.undo'],
  ['e', 'ui.keys.widen'],
  ['1', 'ui.keys.take'],
  ['?', 'ui.keys.help'],
] as const

/** A dialog of all keys; Escape or a press outside closes it. */
export function KeysDialog({ close }: { readonly close: () => void }) {
  const { t } = useWords()
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    ref.current?.showModal()
  }, [])
  return (
    <dialog ref={ref} className="keys" aria-labelledby="keys-title" onClose={close}>
      <h2 id="keys-title">{t('ui.keys.title')}</h2>
      <dl>
        {KEYS.map(([key, word]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(word)}</dd>
          </div>
        ))}
        {PAGES.map(({ to, key, word }) => (
          <div key={to}>
            <dt>
              <kbd>g</kbd> <kbd>{key}</kbd>
            </dt>
            <dd>{t(word)}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit" className="button">
          {t('ui.keys.close')}
        </button>
      </form>
    </dialog>
  )
}
