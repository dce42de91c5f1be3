/** The map of who holds what on a day: a mark for each place, in the shape and colour of its holder; no areas, for no source gives any. */
import 'maplibre-gl/dist/maplibre-gl.css'
import { useQuery } from '@tanstack/react-query'
import { type GeoJSONSource, Map as MapLibre, NavigationControl, setWorkerUrl } from 'maplibre-gl'
import workerFile from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import { memo, useEffect, useRef, useState } from 'react'
import type { Names } from '../server/api.ts'
import type { HoldersPage } from '../server/recordApi.ts'
import { drawMark, MARKS } from './field-marks.ts'
import { holderOf } from './holders.ts'
import { loadGround, styleMap } from './map-style.ts'
import { usePrefs } from './prefs.ts'
import { useWords, type Words } from './words.ts'

setWorkerUrl(workerFile)

const FACES = { ar: 'Plex Arabic', en: 'Plex' } as const
/** Most of Syria, where most of what is read happens, until there are places to fit. */
const START = { center: [38.5, 35], zoom: 5.6 } as const

type Item = HoldersPage['items'][number]

interface MapProps {
  readonly items: readonly Item[]
  readonly names: Names
  readonly chosen: string | undefined
  readonly choose: (place: string) => void
}

/** The map. Marks change at once; nothing slides from one holder to another. */
function FieldMap({ items, names, chosen, choose }: MapProps) {
  const words = useWords()
  const { theme } = usePrefs()
  const ref = useRef<HTMLElement>(null)
  const [map, setMap] = useState<MapLibre | null>(null)
  const [hasFailed, fail] = useState(false)
  const latest = useRef(choose)
  latest.current = choose
  const ground = useQuery({ queryKey: ['ground'], queryFn: loadGround, staleTime: Number.POSITIVE_INFINITY })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme is read from the page's tokens
  useEffect(() => {
    if (ref.current === null || ground.data === undefined) return undefined
    try {
      const drawn = drawField(ref.current, styleMap(ground.data, [], FACES[words.language]), words)
      drawn.once('load', () => {
        addMarks(drawn, FACES[words.language])
        setMap(drawn)
      })
      drawn.on('click', 'holders', ({ features }) => {
        const place: unknown = features?.[0]?.properties.id
        if (typeof place === 'string') latest.current(place)
      })
      return () => {
        setMap(null)
        drawn.remove()
      }
    } catch (thrown) {
      console.info('No map can be drawn here:', thrown)
      fail(true)
      return undefined
    }
  }, [ground.data, words, theme])
  useEffect(() => {
    const source = map?.getSource<GeoJSONSource>('holders')
    source?.setData({ type: 'FeatureCollection', features: featuresOf(items, { names, chosen, words }) })
  }, [map, items, names, chosen, words])
  if (hasFailed || ground.isError) return <p className="no-map">{words.t('ui.map.failed')}</p>
  return <section className="map-box field-map" ref={ref} aria-label={words.t('ui.field.map')} />
}

/** Drawn anew only where what it shows has changed, not for every step of the scrubber. */
export default memo(FieldMap)

function drawField(container: HTMLElement, style: ReturnType<typeof styleMap>, words: Words): MapLibre {
  const map = new MapLibre({
    container,
    style,
    center: [...START.center],
    zoom: START.zoom,
    maxZoom: 12,
    attributionControl: false,
    dragRotate: false,
    fadeDuration: 0,
    locale: {
      'Map.Title': words.t('ui.map.title'),
      'NavigationControl.ZoomIn': words.t('ui.map.zoom-in'),
      'NavigationControl.ZoomOut': words.t('ui.map.zoom-out'),
    },
  })
  map.touchZoomRotate.disableRotation()
  map.addControl(
    new NavigationControl({ showCompass: false }),
    words.language === 'ar' ? 'top-left' : 'top-right',
  )
  map.once('load', () => {
    container.dataset.ready = ''
  })
  return map
}

function addMarks(map: MapLibre, face: string): void {
  for (const mark of MARKS) map.addImage(mark, drawMark(mark), { pixelRatio: 2 })
  map.addSource('holders', { type: 'geojson', data: { type: 'FeatureCollection', features: [] } })
  map.addLayer({
    id: 'holders',
    type: 'symbol',
    source: 'holders',
    layout: {
      'icon-image': ['get', 'mark'],
      'icon-allow-overlap': true,
      'icon-size': ['case', ['get', 'chosen'], 1.5, 1],
      'symbol-sort-key': ['get', 'order'],
      'text-field': ['get', 'label'],
      'text-font': [face],
      'text-size': 12,
      'text-optional': true,
      'text-variable-anchor': ['bottom', 'top', 'left', 'right'],
      'text-radial-offset': 0.9,
    },
    paint: {
      'text-color': getComputedStyle(document.documentElement).getPropertyValue('--ink').trim(),
      'text-halo-color': getComputedStyle(document.documentElement).getPropertyValue('--land').trim(),
      'text-halo-width': 1.4,
    },
  })
}

/** A point of GeoJSON with what its mark is drawn from. */
interface Feature {
  readonly type: 'Feature'
  readonly properties: Readonly<Record<string, string | number | boolean>>
  readonly geometry: { readonly type: 'Point'; readonly coordinates: [number, number] }
}

interface Drawing {
  readonly names: Names
  readonly chosen: string | undefined
  readonly words: Words
}

function featuresOf(items: readonly Item[], { names, chosen, words }: Drawing): Feature[] {
  return items.flatMap(({ place, lat, lon, holders, state, how }, order): Feature[] => {
    if (lat === null || lon === null) return []
    const row = names.places[place]
    const label = (words.language === 'en' ? row?.en || row?.name : row?.name) ?? ''
    const kind = holderOf(holders[0] ?? '')
    const look = state === 'held' ? (how === 'stated' ? 'firm' : 'weak') : 'contested'
    const properties = { id: place, label, mark: `${kind} ${look}`, chosen: place === chosen, order }
    return [{ type: 'Feature', properties, geometry: { type: 'Point', coordinates: [lon, lat] } }]
  })
}
