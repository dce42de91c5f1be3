/** The head of a page that is a list. */
import { useTitle } from './title.ts'

/** A title and what the page is about; also names the tab. */
export function PageHead({ title, about }: { readonly title: string; readonly about?: string }) {
  useTitle(title)
  return (
    <header className="page-head">
      <h1>{title}</h1>
      {about !== undefined && <p className="lead">{about}</p>}
    </header>
  )
}
