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
        {TERMS.map(term => (
          <Term key={term} word={t(`ui.term.${term}`)} meaning={t(`ui.term.${term}.means`)} />
        ))}
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
        {STANCES.map(stance => (
          <Term
            key={stance}
            sign={<StanceGlyph stance={stance} />}
            word={t(`ui.stance.${stance}`)}
            meaning={t(`ui.stance.${stance}.means`)}
          />
        ))}
      </Part>
      <Part title="ui.words.modalities">
        {MODALITIES.map(modality => (
          <Term
            key={modality}
            word={t(`ui.modality.${modality}`)}
            meaning={t(`ui.modality.${modality}.means`)}
          />
        ))}
      </Part>
      <Part title="ui.words.dates">
        {DATED.map(dated => (
          <Term
            key={dated}
            sign={<DatedMark dated={dated} />}
            word={t(`ui.dated.${dated}`)}
            meaning={t(`ui.dated.${dated}.means`)}
          />
        ))}
      </Part>
    </div>
  )
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
