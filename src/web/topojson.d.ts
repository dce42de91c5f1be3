/** The two functions of topojson-client that the map uses; the package comes without types. */
declare module 'topojson-client' {
  type GeoJson = import('maplibre-gl').GeoJSONSourceSpecification['data']

  /** A topology: arcs, and objects made of them. */
  export interface Topology {
    readonly objects: Readonly<Record<string, object>>
  }

  export function feature(topology: Topology, object: object): GeoJson
  export function mesh(topology: Topology, object: object, filter: (a: object, b: object) => boolean): GeoJson
}
