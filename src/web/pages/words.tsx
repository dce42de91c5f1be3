/** What the desk's words and signs mean. */
import type { ReactNode } from 'react'
import { FAMILIES, type Family, type Stance } from '../../model.ts'
import { DatedMark, FamilyMark, StanceGlyph } from '../marks.tsx'
import { PageHead } from '../page-head.tsx'
import { useWords } from '../words.ts'

const TERMS = [
  'claim',
  'source',
  'chain',
  'root',
  'stance',
  'optional',
  'undated',
  'place',
  'silence',
  'outlet',
  'problem',
]
const STANCES: readonly Stance[] = ['none', 'neutral', 'endorsed', 'doubted']
const MODALITIES = ['asserted', 'planned', 'possible', 'negated']
const DATED = ['text', 'published'] as const

/** The page of words. */
export function WordsPage() {
  const { t } = useWords()
  return (
    <div className="page words">
      <PageHead title={t('ui.page.words')} about={t('ui.words.about')} />
      <Part title="ui.words.terms">
        <Terms prefix="ui.term" names={TERMS} />
      </Part>
      <Part title="ui.words.families">
        {(Object.keys(FAMILIES) as Family[]).map(family => (
          <Term
            key={family}
            sign={<FamilyMark family={family} />}
            word={t(`ui.family.${family}`)}
            meaning={FAMILIES[family].map(type => t(`ui.type.${type}`)).join(t('ui.comma'))}
          />
        ))}
      </Part>
      <Part title="ui.words.stances">
        <Terms prefix="ui.stance" names={STANCES} sign={stance => <StanceGlyph stance={stance} />} />
      </Part>
      <Part title="ui.words.modalities">
        <Terms prefix="ui.modality" names={MODALITIES} />
      </Part>
      <Part title="ui.words.dates">
        <Terms prefix="ui.dated" names={DATED} sign={dated => <DatedMark dated={dated} />} />
      </Part>
    </div>
  )
}

interface TermsProps<N extends string> {
  readonly prefix: string
  readonly names: readonly N[]
  readonly sign?: (name: N) => ReactNode
}

/** Words whose meaning is in the messages, under `<prefix>.<name>.means`. */
function Terms<N extends string>({ prefix, names, sign }: TermsProps<N>) {
  const { t } = useWords()
  return names.map(name => (
    <Term
      key={name}
      sign={sign?.(name)}
      word={t(`${prefix}.${name}`)}
      meaning={t(`${prefix}.${name}.means`)}
    />
  ))
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { t } = useWords()
  return (
    <section className="part">
      <h2>{t(title)}</h2>
      <dl>{children}</dl>
    </section>
  )
}

interface TermProps {
  readonly word: string
  readonly meaning: string
  readonly sign?: ReactNode
}

function Term({ word, meaning, sign }: TermProps) {
  return (
    <div>
      <dt>
        {sign} {word}
      </dt>
      <dd>{meaning}</dd>
    </div>
  )
}
