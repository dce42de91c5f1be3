/** One question to an outlet or a comparison: its name and what it means beside the answer. */
import type { ReactNode } from 'react'

interface SectionProps {
  readonly id: string
  readonly title: string
  readonly about: string
  readonly children: ReactNode
}

/** Title and explanation at the beginning of the line, the answer after them; one under the other on a narrow screen. */
export function LensSection({ id, title, about, children }: SectionProps) {
  return (
    <section className="lens" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        <p className="muted">{about}</p>
      </header>
      <div>{children}</div>
    </section>
  )
}
