/** Names as a person reads them: in the page's language where the lexicon has one, isolated where they are foreign. */
import { Link } from '@tanstack/react-router'
import type { SourceKind } from '../model.ts'
import type { Names } from '../server/api.ts'
import { useWords } from './words.ts'

const ARABIC = /[\u0600-\u06ff]/

/** Text of unknown language as one isolated run: `<bdi>` takes its direction from its own first letter. */
export function Isolate({ text, className }: { readonly text: string; readonly className?: string }) {
  return (
    <bdi lang={ARABIC.test(text) ? 'ar' : undefined} className={className}>
      {text}
    </bdi>
  )
}

/** Ids, hashes, EDTF, coordinates: always left to right, digits 0-9. */
export function Mono({ children }: { readonly children: string | number }) {
  return (
    <bdi dir="ltr" className="mono">
      {children}
    </bdi>
  )
}

type Named = Names[keyof Names]

/** The name of an id in the page's language; the id itself, or `fallback`, where the lexicon has no such row. */
export function useName(): (named: Named, id: string, fallback?: string) => string {
  const { language } = useWords()
  return (named, id, fallback = id) => {
    const row = named[id]
    if (row === undefined) return fallback
    return (language === 'en' ? row.en || row.name : row.name) || fallback
  }
}

/** An outlet in rubric, or that it is not known. */
export function OutletName({ outlet, names }: { readonly outlet: string | null; readonly names: Names }) {
  const { t } = useWords()
  const nameOf = useName()
  if (outlet === null) return <span className="muted">{t('ui.outlet.unknown')}</span>
  return <Isolate className="who" text={nameOf(names.outlets, outlet)} />
}

/** Whoever says or carries something. */
interface Teller {
  readonly kind: SourceKind | 'own'
  readonly text: string
  readonly actor: string | null
}

/** An outlet by its name, a source in the article's words or by the name of its row. */
export function TellerName({ teller, names }: { readonly teller: Teller; readonly names: Names }) {
  const nameOf = useName()
  if (teller.kind === 'own' || (teller.kind === 'outlet' && names.outlets[teller.text] !== undefined))
    return <OutletName outlet={teller.text} names={names} />
  const text = teller.actor === null ? teller.text : nameOf(names.actors, teller.actor, teller.text)
  return <Isolate className="who" text={text} />
}

interface PlaceLinkProps {
  readonly place: string
  readonly names: Names
  readonly fallback?: string
}

/** A place by name, leading to its page. */
export function PlaceLink({ place, names, fallback }: PlaceLinkProps) {
  const nameOf = useName()
  return (
    <Link to="/places/$place" params={{ place }}>
      <Isolate text={nameOf(names.places, place, fallback)} />
    </Link>
  )
}

/** The article's own wording, in quotation marks. */
export function Wording({ text }: { readonly text: string }) {
  return (
    <bdi lang="ar" className="wording">
      «{text.replaceAll('\n', ' ')}»
    </bdi>
  )
}
