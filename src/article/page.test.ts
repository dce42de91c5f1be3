import { describe, expect, it } from 'vitest'
import { builtinLexicon } from '../lexicon/builtin.ts'
import type { Article } from '../model.ts'
import { readArticle } from './article.ts'
import { isPage } from './page.ts'

const lexicon = builtinLexicon()
const FIRST = 'دخلت القافلة بلدة الجسر القديم صباح الخميس بعد إصلاح الطريق الذي يصلها بالمدينة.'
const SECOND = 'وقال مصدر محلي إن الأهالي استقبلوا السائقين عند المدخل الشرقي، وإن المخبز عاد إلى العمل.'
const THIRD = 'وأضاف المصدر أن فرق الصيانة ستبقى أسبوعا آخر قبل أن تنتقل إلى قرية السد المجاورة.'
const TITLE = 'قافلة مساعدات تصل بلدة الجسر القديم'
const LINKED = `{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},{"@type":"NewsArticle",
"headline":"${TITLE}","datePublished":"2017-11-02T23:10:00+02:00","dateModified":"2017-11-05","publisher":{"name":"صوت الضفة"}}]}`

const head = (inside: string) => `<!doctype html><html><head><meta charset="utf-8">${inside}</head>`
const paragraphs = `<p>${FIRST}<p>${SECOND}</p><p><a href="/x">اقرأ أيضا: سوق المدينة القديم</a></p><p>${THIRD}</p>`
const body = (
  inside: string,
) => `<body class="single has-sidebar comments-open"><nav><ul><li>الرئيسية<li>سياسة</ul></nav>
<div id="page"><div class="share-buttons">شارك</div>${inside}<section class="related-posts"><h3>مقالات ذات صلة</h3>
<ul><li><a>خبر آخر</a></ul></section><div id="comments"><p>${THIRD} هذا رأيي أنا وليس رأي غيري.</p></div></div>
<footer>جميع الحقوق محفوظة</footer><script>var a = "<p>${FIRST}</p>"</script></body></html>`

function read(html: string): Article {
  const article = readArticle(new TextEncoder().encode(html), { name: 'a' }, lexicon)
  if (!article.ok) throw new Error(article.problem.code)
  return article.value
}
const bodyOf = ({ text, body: span }: Article) => text.slice(...span)
const titleOf = ({ text, title }: Article) => title && text.slice(...title.span)

describe('a page', () => {
  const html =
    head(`<title>${TITLE} | صوت الضفة</title><script type="application/ld+json">${LINKED}</script>`) +
    body(`<article><h1>${TITLE}</h1><time datetime="2017-11-02">2 نوفمبر 2017</time>
      <figure><figcaption>الجسر (أرشيف)</figcaption></figure><div class="entry-content">${paragraphs}</div></article>`)
  const article = read(html)

  it('is read into headline and body; pointers inside are labelled', () => {
    expect(article.format).toBe('html')
    expect(titleOf(article)).toBe(TITLE)
    expect(bodyOf(article)).toBe([FIRST, SECOND, 'اقرأ أيضا: سوق المدينة القديم', THIRD].join('\n'))
    const kinds = article.regions.map(({ kind, span }) => `${kind}: ${article.text.slice(...span)}`)
    expect(kinds).toContain('related: اقرأ أيضا: سوق المدينة القديم')
    expect(kinds).toContain('menu: الرئيسية')
    expect(kinds).toContain('caption: الجسر (أرشيف)')
    expect(kinds).toContain(`comments: ${THIRD} هذا رأيي أنا وليس رأي غيري.`)
  })

  it('gives its dates, its outlet, and no script', () => {
    expect(article).toMatchObject({
      published: '2017-11-02',
      publishedFrom: 'metadata',
      updated: '2017-11-05',
    })
    expect(article.outlet).toBe('صوت الضفة')
    expect(article.text).not.toContain('var a')
  })

  it('is told from plain text by its first tag', () => {
    expect(isPage(html)).toBe(true)
    expect(isPage(BODY_TEXT)).toBe(false)
  })
})

const BODY_TEXT = [FIRST, SECOND].join('\n')

describe('pages that lack things', () => {
  it('a headline that is only in the head is put above the text', () => {
    const article = read(
      head(`<meta property="og:title" content="${TITLE}">`) + body(`<div>${paragraphs}</div>`),
    )
    expect(article.text.startsWith(`${TITLE}\n`)).toBe(true)
    expect(titleOf(article)).toBe(TITLE)
    expect(bodyOf(article).startsWith(FIRST)).toBe(true)
  })

  it('an article without a container of its own', () => {
    const article = read(`<html><body><h1>${TITLE}</h1>${FIRST}<br><br>${SECOND}<br>${THIRD}</body></html>`)
    expect(bodyOf(article)).toBe([FIRST, SECOND, THIRD].join('\n'))
  })

  it.each([
    ['article:published_time', '2017-11-02T10:00:00Z'],
    ['pubdate', '20171102'],
    ['DC.date.issued', '2017/11/02'],
    ['date', 'Thu, 02 Nov 2017 10:00:00 GMT'],
  ])('its date in <meta name="%s">', (name, content) => {
    const article = read(
      head(`<meta name="${name}" content="${content}">`) + body(`<h1>${TITLE}</h1>${paragraphs}`),
    )
    expect(article).toMatchObject({ published: '2017-11-02', publishedFrom: 'metadata' })
  })

  it('linked data that is broken still gives its date', () => {
    const script = `<script type="application/ld+json">{"headline":"قال "نعم"","datePublished":"2017-11-02"}</script>`
    expect(read(head(script) + body(`<h1>${TITLE}</h1>${paragraphs}`)).published).toBe('2017-11-02')
  })

  it('a wrapper called after its sidebar is no sidebar', () => {
    const article = read(
      `<html><div class="sidebar-left comments"><h1>${TITLE}</h1>${paragraphs}</div></html>`,
    )
    expect(bodyOf(article).startsWith(FIRST)).toBe(true)
  })

  it('hidden words and references', () => {
    const inside = `<p hidden>${THIRD}</p><p style="display: none">${THIRD}</p><p>${FIRST} &laquo;نعم&raquo; &#1575;&#x627;&bogus; &#1;</p><p>${SECOND}</p>`
    const article = read(`<html><h1>${TITLE}</h1>${inside}</html>`)
    expect(article.text).not.toContain(THIRD)
    expect(article.text).toContain('«نعم» اا&bogus; \ufffd')
  })
})
