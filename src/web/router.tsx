/** The pages by their addresses. Each page's code is loaded when it is first opened, save the desk's. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { DeskPage } from './pages/desk.tsx'
import { parseSearch, pickSearch, stringifySearch } from './search-params.ts'
import { NotFound, Shell } from './shell.tsx'

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound })

/** What the list of articles can be narrowed by. */
export const ARTICLE_FILTERS = ['q', 'outlet', 'place', 'from', 'to'] as const
/** What the list of claims can be narrowed by. */
export const CLAIM_FILTERS = [
  'q',
  'type',
  'family',
  'actor',
  'place',
  'source',
  'outlet',
  'article',
  'from',
  'to',
  'optional',
] as const
/** What the list of events can be narrowed by. */
export const EVENT_FILTERS = ['family', 'type', 'actor', 'place', 'outlet', 'from', 'to'] as const
/** What the queue of claims to review can be narrowed by. */
export const REVIEW_FILTERS = ['state', 'q', 'family', 'type', 'outlet', 'place', 'article', 'claim'] as const

const desk = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: pickSearch(['q']),
  component: DeskPage,
})
const articles = createRoute({
  getParentRoute: () => root,
  path: '/articles',
  validateSearch: pickSearch(ARTICLE_FILTERS),
  component: lazyRouteComponent(() => import('./pages/articles.tsx'), 'ArticlesPage'),
})
const article = createRoute({
  getParentRoute: () => root,
  path: '/articles/$article',
  validateSearch: pickSearch(['claim']),
  component: lazyRouteComponent(() => import('./pages/article.tsx'), 'ArticlePage'),
})
const claims = createRoute({
  getParentRoute: () => root,
  path: '/claims',
  validateSearch: pickSearch(CLAIM_FILTERS),
  component: lazyRouteComponent(() => import('./pages/claims.tsx'), 'ClaimsPage'),
})
const places = createRoute({
  getParentRoute: () => root,
  path: '/places',
  validateSearch: pickSearch(['q']),
  component: lazyRouteComponent(() => import('./pages/places.tsx'), 'PlacesPage'),
})
const place = createRoute({
  getParentRoute: () => root,
  path: '/places/$place',
  component: lazyRouteComponent(() => import('./pages/place.tsx'), 'PlacePage'),
})
const field = createRoute({
  getParentRoute: () => root,
  path: '/field',
  validateSearch: pickSearch(['day', 'acc', 'implied', 'place']),
  component: lazyRouteComponent(() => import('./pages/field.tsx'), 'FieldPage'),
})
const events = createRoute({
  getParentRoute: () => root,
  path: '/events',
  validateSearch: pickSearch(EVENT_FILTERS),
  component: lazyRouteComponent(() => import('./pages/events.tsx'), 'EventsPage'),
})
const event = createRoute({
  getParentRoute: () => root,
  path: '/events/$event',
  component: lazyRouteComponent(() => import('./pages/event.tsx'), 'EventPage'),
})
const eventDossier = createRoute({
  getParentRoute: () => root,
  path: '/events/$event/dossier',
  component: lazyRouteComponent(() => import('./pages/event-dossier.tsx'), 'EventDossierPage'),
})
const dossier = createRoute({
  getParentRoute: () => root,
  path: '/dossier',
  validateSearch: pickSearch(CLAIM_FILTERS),
  component: lazyRouteComponent(() => import('./pages/claims-dossier.tsx'), 'ClaimsDossierPage'),
})
const contradictions = createRoute({
  getParentRoute: () => root,
  path: '/contradictions',
  validateSearch: pickSearch(['kind', 'place', 'event', 'resolved']),
  component: lazyRouteComponent(() => import('./pages/contradictions.tsx'), 'ContradictionsPage'),
})
const outlets = createRoute({
  getParentRoute: () => root,
  path: '/outlets',
  component: lazyRouteComponent(() => import('./pages/outlets.tsx'), 'OutletsPage'),
})
const outlet = createRoute({
  getParentRoute: () => root,
  path: '/outlets/$outlet',
  component: lazyRouteComponent(() => import('./pages/outlet.tsx'), 'OutletPage'),
})
const compare = createRoute({
  getParentRoute: () => root,
  path: '/compare',
  validateSearch: pickSearch(['a', 'b']),
  component: lazyRouteComponent(() => import('./pages/compare.tsx'), 'ComparePage'),
})
const actors = createRoute({
  getParentRoute: () => root,
  path: '/actors',
  component: lazyRouteComponent(() => import('./pages/actors.tsx'), 'ActorsPage'),
})
const review = createRoute({
  getParentRoute: () => root,
  path: '/review',
  validateSearch: pickSearch(REVIEW_FILTERS),
  component: lazyRouteComponent(() => import('./pages/review.tsx'), 'ReviewPage'),
})
const problems = createRoute({
  getParentRoute: () => root,
  path: '/problems',
  validateSearch: pickSearch(['code']),
  component: lazyRouteComponent(() => import('./pages/problems.tsx'), 'ProblemsPage'),
})
const words = createRoute({
  getParentRoute: () => root,
  path: '/words',
  component: lazyRouteComponent(() => import('./pages/words.tsx'), 'WordsPage'),
})

const routeTree = root.addChildren([
  desk,
  articles,
  article,
  claims,
  places,
  place,
  field,
  events,
  event,
  eventDossier,
  dossier,
  contradictions,
  outlets,
  outlet,
  compare,
  actors,
  review,
  problems,
  words,
])

/** The router. Addresses hold everything that a reader chose on a page. */
export const router = createRouter({
  routeTree,
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  defaultPreload: 'intent',
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
