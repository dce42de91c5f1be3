/** What the elements of a page are, by their names and by what their authors called them. */
import type { RegionKind } from '../model.ts'
import { readAttribute } from './tags.ts'

/** Elements that never have content. */
export const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))

/** Elements that begin and end a line. */
export const BLOCK = new Set(
  (
    'address article aside blockquote body button caption center dd details dialog div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu nav ol option p pre section select summary ' +
    'table tbody td tfoot th thead tr ul'
  ).split(' '),
)

/** Elements whose content is never shown. */
const HIDDEN = new Set('head template svg math object audio video canvas map datalist'.split(' '))

/** Elements that close an open one of the same kind: a second `<li>` ends the first where it was not ended. */
const IMPLIED: Readonly<Record<string, ReadonlySet<string>>> = {
  li: new Set(['li']),
  dt: new Set(['dt', 'dd']),
  dd: new Set(['dt', 'dd']),
  tr: new Set(['tr', 'td', 'th']),
  td: new Set(['td', 'th']),
  th: new Set(['td', 'th']),
  option: new Set(['option']),
}

/** Elements that an open paragraph cannot hold. */
const ENDS_PARAGRAPH = new Set(
  'address article aside blockquote div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul'.split(
    ' ',
  ),
)

/** True for an open element `open` that ends where `name` begins. */
export function isEndedBy(open: string, name: string): boolean {
  return (open === 'p' && ENDS_PARAGRAPH.has(name)) || IMPLIED[name]?.has(open) === true
}

/** True for an element whose content is not shown: by its name, or because its author hid it. */
export function isHidden(name: string, attributes: string): boolean {
  if (HIDDEN.has(name)) return true
  if (attributes === '') return false
  if (readAttribute(attributes, 'hidden') !== null) return true
  const style = readAttribute(attributes, 'style')
  return style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)
}

const NAMED: Readonly<Record<string, RegionKind>> = {
  nav: 'menu',
  footer: 'menu',
  menu: 'menu',
  button: 'menu',
  select: 'menu',
  dialog: 'menu',
  aside: 'related',
  figcaption: 'caption',
}

/** What authors call the parts of their pages: parts of the words in `class` and `id`, in the order in which they decide. */
const CALLED: readonly (readonly [RegionKind, RegExp])[] = [
  [
    'comments',
    /\b(?:comments?|disqus|respond|replies|fb-comments|commentlist)(?:\b|[-_](?:area|list|section|box|wrap|form|respond|container|template))/,
  ],
  [
    'caption',
    /\b(?:wp-caption-text|caption|image-caption|photo-caption|img-caption|figure-caption|image-credit|photo-credit|credit)\b/,
  ],
  [
    'related',
    /\b(?:related|recommend(?:ed|ations?)?|most[-_]?(?:read|viewed|popular|shared)|popular|trending|also[-_]?(?:read|like)|read[-_]?(?:more|also|next)|latest[-_]?(?:news|posts)?|more[-_]?(?:news|stories)|sidebar|side[-_]?bar|outbrain|taboola|post[-_]?nav(?:igation)?|next[-_]?prev|jp-relatedposts|yarpp)(?:\b|[-_])/,
  ],
  [
    'menu',
    /\b(?:nav|navbar|navigation|menu|breadcrumbs?|shar(?:e|ing)|social|toolbar|footer|topbar|top-bar|cookies?|gdpr|banner|advert(?:isement)?s?|ads?|promo|subscribe|newsletter|login|signup|search|tags?|tag-list|pagination|print|copyright|skip-link|author-box|ticker|breaking)(?:\b|_)/,
  ],
  ['counter', /\b(?:views?|post-views|counter|hits|reading-time|comments-count|entry-views)\b/],
]

/** What holds the body of an article, by what authors call it. */
const BODY_NAMES =
  /\b(?:article[-_]?(?:body|text|content|details)|entry[-_]content|post[-_]content|post[-_]body|story[-_]?(?:body|content|text)|news[-_]?(?:body|text|content|details|story)|td-post-content|field--?name-body|content[-_]body|body[-_]content|articletext|articlebody|wysiwyg|single[-_]content|theiaStickySidebar-content)\b/i

/** Elements around a whole page or article: what they are called says what is in them, not what they are. */
const WRAPPER = new Set(['html', 'body', 'main', 'article'])

/** The region that an element is, by its name, its role, or its author's words; `null` where nothing says. */
export function findRegion(name: string, attributes: string): RegionKind | null {
  if (WRAPPER.has(name)) return null
  if (attributes === '') return NAMED[name] ?? null
  const called =
    `${readAttribute(attributes, 'class') ?? ''} ${readAttribute(attributes, 'id') ?? ''}`.toLowerCase()
  const found = called.length > 1 ? CALLED.find(([, words]) => words.test(called)) : undefined
  if (found) return found[0]
  if (readAttribute(attributes, 'role') === 'navigation') return 'menu'
  return NAMED[name] ?? null
}

/** True for an element that says that it holds the body of an article. */
export function isBodyElement(attributes: string): boolean {
  if (attributes === '') return false
  if (/articleBody/i.test(readAttribute(attributes, 'itemprop') ?? '')) return true
  return BODY_NAMES.test(
    `${readAttribute(attributes, 'class') ?? ''} ${readAttribute(attributes, 'id') ?? ''}`,
  )
}
