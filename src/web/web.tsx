/** The desk: HTTP → a person. Sets language and light, loads words and faces, then draws. */
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/shell.css'
import './styles/lists.css'
import './styles/reader.css'
import './styles/card.css'
import './styles/place.css'
import './styles/event.css'
import './styles/field.css'
import './styles/print.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode, useEffect, useMemo, useState } from 'react'
import { createRoot } from 'react-dom/client'
import type { Language, Messages } from '../messages.ts'
import { Refusal, summaryQuery } from './client.ts'
import { startPrefs, usePrefs } from './prefs.ts'
import { router } from './router.tsx'
import { loadMessages, makeWords, WordsContext } from './words.ts'

/** A refusal stays a refusal; a server that is not there yet is asked once more. */
const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (times, error) => times < 1 && error instanceof Refusal && error.code === 'unreachable',
      refetchOnWindowFocus: false,
    },
  },
})

interface DeskProps {
  readonly start: { readonly language: Language; readonly messages: Messages }
}

/** The whole desk in the chosen words. A change of language shows once its table is there. */
function Desk({ start }: DeskProps) {
  const { language, numerals } = usePrefs()
  const [loaded, setLoaded] = useState(start)
  useEffect(() => {
    if (loaded.language === language) return
    void loadMessages(language).then(messages => setLoaded({ language, messages }))
  }, [language, loaded.language])
  const words = useMemo(
    () => makeWords(loaded.messages, { language: loaded.language, numerals }),
    [loaded, numerals],
  )
  return (
    <WordsContext value={words}>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </WordsContext>
  )
}

/** Text that appears in another face and then jumps cannot be read; faces come from this machine, so waiting is short. */
async function loadFaces(language: Language): Promise<void> {
  const faces =
    language === 'ar' ? ['400 1em "Plex Arabic"', '600 1em "Plex Arabic"'] : ['400 1em Plex', '600 1em Plex']
  const shared = ['700 1em Amiri', '400 1em Naskh', '600 1em Serif', '400 1em "Plex Mono"', '400 1em Plex']
  const letters = `a1${String.fromCodePoint(0x627, 0x661)}`
  await Promise.allSettled([...faces, ...shared].map(face => document.fonts.load(face, letters)))
}

/** Starts the desk in the element `#root`. */
async function startDesk(): Promise<void> {
  const { language } = startPrefs()
  void client.prefetchQuery(summaryQuery())
  const [messages] = await Promise.all([loadMessages(language), loadFaces(language)])
  const root = document.getElementById('root')
  if (root === null) throw new Error('The page has no #root')
  createRoot(root).render(
    <StrictMode>
      <Desk start={{ language, messages }} />
    </StrictMode>,
  )
}

void startDesk()
