/** A small map of a place and its neighbours, drawn on this machine: no tiles, no glyph server, nothing fetched from outside. */
import 'maplibre-gl/dist/maplibre-gl.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Map as MapLibre, NavigationControl, setWorkerUrl } from 'maplibre-gl'
import workerFile from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import { useEffect, useRef, useState } from 'react'
import type { PlacePage, PlaceRow } from '../server/api.ts'
import { askList } from './client.ts'
import { type Dot, type Ground, loadGround, styleMap } from './map-style.ts'
import { usePrefs } from './prefs.ts'
import { useWords, type Words } from './words.ts'

setWorkerUrl(workerFile)

/** The labels' faces: those of the page, which MapLibre draws with when it has no glyph server. */
const FACES = { ar: 'Plex Arabic', en: 'Plex' } as const

/** How near to look, by kind; a place of another kind is looked at like a town. */
const ZOOMS: Readonly<Record<string, number>> = {
  country: 4.6,
  region: 5.6,
  governorate: 6.4,
  sea: 4,
  river: 5.6,
  road: 6.4,
  district: 7.4,
  quarter: 9.6,
}
const TOWN_ZOOM = 8

/** Kinds that are not one point of a map among towns. */
const WIDE = new Set(['country', 'region', 'governorate', 'district', 'sea', 'river', 'road'])

/** The map of a place's page. Where the browser cannot draw maps it says so; the coordinates are in the page's head. */
export default function PlaceMap({ page }: { readonly page: PlacePage }) {
  const words = useWords()
  const { theme } = usePrefs()
  const ref = useRef<HTMLElement>(null)
  const [hasFailed, fail] = useState(false)
  const navigate = useNavigate()
  const ground = useQuery({ queryKey: ['ground'], queryFn: loadGround, staleTime: Number.POSITIVE_INFINITY })
  const around = useQuery({
    queryKey: ['places', 'around'],
    queryFn: ({ signal }) => askList('places', { limit: '200' }, signal),
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme is read from the page's tokens
  useEffect(() => {
    if (ref.current === null || ground.data === undefined || around.isPending) return undefined
    const dots = dotsOf(page, around.data?.items ?? [], words)
    try {
      const map = drawMap(ref.current, { page, dots, ground: ground.data, words })
      map.on('click', 'dot-1', ({ features }) => {
        const place: unknown = features?.[0]?.properties.id
        if (typeof place === 'string') void navigate({ to: '/places/$place', params: { place } })
      })
      return () => map.remove()
    } catch (thrown) {
      console.info('No map can be drawn here:', thrown)
      fail(true)
      return undefined
    }
  }, [page, ground.data, around.data, around.isPending, words, theme, navigate])
  const name = words.language === 'en' ? page.place.en || page.place.name : page.place.name
  if (hasFailed || ground.isError) return <p className="no-map">{words.t('ui.map.failed')}</p>
  return (
    <figure className="map">
      <section className="map-box" ref={ref} aria-label={words.t('ui.map.of', { place: name })} />
      <figcaption className="muted">{words.t('ui.map.credit')}</figcaption>
    </figure>
  )
}

function dotsOf({ place, inside }: PlacePage, around: readonly PlaceRow[], { language }: Words): Dot[] {
  const near = [...inside, ...around].filter(other => other.id !== place.id && isPoint(other, place.kind))
  const once = new Map(near.map(other => [other.id, { ...other, weight: 1 as const }]))
  const here = { ...place, weight: WIDE.has(place.kind) ? (0 as const) : (2 as const) }
  return [here, ...once.values()]
    .filter(({ lat, lon }) => lat !== null && lon !== null)
    .map(({ id, name, en, lat, lon, weight }) => ({
      id,
      label: language === 'en' ? en || name : name,
      lat: lat ?? 0,
      lon: lon ?? 0,
      weight,
    }))
}

/** Quarters crowd a map that is not of a quarter or a town. */
function isPoint({ kind }: PlaceRow, around: string): boolean {
  return !WIDE.has(kind) && (kind !== 'quarter' || around === 'quarter' || around === 'city')
}

interface Drawing {
  readonly page: PlacePage
  readonly dots: readonly Dot[]
  readonly ground: Ground
  readonly words: Words
}

function drawMap(container: HTMLElement, { page, dots, ground, words }: Drawing): MapLibre {
  const { lat, lon, kind } = page.place
  const map = new MapLibre({
    container,
    style: styleMap(ground, dots, FACES[words.language]),
    center: [lon ?? 0, lat ?? 0],
    zoom: ZOOMS[kind] ?? TOWN_ZOOM,
    maxZoom: 11,
    attributionControl: false,
    cooperativeGestures: true,
    dragRotate: false,
    fadeDuration: 0,
    locale: {
      'Map.Title': words.t('ui.map.title'),
      'NavigationControl.ZoomIn': words.t('ui.map.zoom-in'),
      'NavigationControl.ZoomOut': words.t('ui.map.zoom-out'),
      'CooperativeGesturesHandler.WindowsHelpText': words.t('ui.map.gesture.wheel'),
      'CooperativeGesturesHandler.MacHelpText': words.t('ui.map.gesture.wheel'),
      'CooperativeGesturesHandler.MobileHelpText': words.t('ui.map.gesture.touch'),
    },
  })
  map.once('load', () => {
    container.dataset.ready = ''
  })
  map.touchZoomRotate.disableRotation()
  map.addControl(
    new NavigationControl({ showCompass: false }),
    words.language === 'ar' ? 'top-left' : 'top-right',
  )
  return map
}
