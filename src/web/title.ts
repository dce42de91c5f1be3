/** The name of the page in the browser's tab. */
import { useEffect } from 'react'
import { useWords } from './words.ts'

/** Sets the tab's name while the page is shown. */
export function useTitle(title: string): void {
  const { t } = useWords()
  const whole = `${title} · ${t('ui.name')}`
  useEffect(() => {
    document.title = whole
  }, [whole])
}
