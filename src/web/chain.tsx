/** Who says so: the chain of sources of a claim, drawn down a line or written in one. */
import type { SourceKind } from '../model.ts'
import type { ApiClaim, Names } from '../server/api.ts'
import { Isolate, OutletName } from './names.tsx'
import { useWords } from './words.ts'

interface ChainProps {
  readonly sources: ApiClaim['sources']
  readonly outlet: string | null
  readonly names: Names
}

/** From the article back: this article, whoever it has it from, and so on to the root, who says it, as far as the text shows. */
export function Chain({ sources, outlet, names }: ChainProps) {
  const { t } = useWords()
  const isOwn = sources.length === 0
  return (
    <ol className="chain">
      <li className={isOwn ? 'root' : undefined}>
        <OutletName outlet={outlet} names={names} />{' '}
        <small>{t(isOwn ? 'ui.chain.own' : 'ui.chain.article')}</small>
      </li>
      {sources.toReversed().map((source, i) => (
        <li
          key={`${source.span[0]}-${source.text}`}
          className={hopClass(source.kind, i === sources.length - 1)}
        >
          <Isolate className="who" text={source.text} />{' '}
          <small>
            {t(`ui.source.${source.kind}`)}
            {i === sources.length - 1 && t('ui.chain.root')}
          </small>
        </li>
      ))}
    </ol>
  )
}

function hopClass(kind: SourceKind, isRoot: boolean): string {
  return [isRoot ? 'root' : '', kind === 'anonymous' ? 'unnamed' : ''].join(' ').trim()
}

/** The same chain in one line, the root first: `military source › agency › outlet`. */
export function Trail({ sources, outlet, names }: ChainProps) {
  return (
    <span className="trail">
      {sources.map(source => (
        <span key={`${source.span[0]}-${source.text}`}>
          <Isolate className="who" text={source.text} />
          <span aria-hidden="true"> › </span>
        </span>
      ))}
      <OutletName outlet={outlet} names={names} />
    </span>
  )
}
