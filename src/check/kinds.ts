/** The closed lists of values that cells of the tables may have. Where a cell may be empty, the list holds ''. */
import type { TableName } from '../lexicon/tables.ts'

/** What a trigger is: a finite verb, a masdar or other noun, a participle. */
export const EVENT_KINDS: readonly string[] = ['verb', 'noun', 'participle']

const STANCES = ['neutral', 'endorsed', 'doubted', '']
const PLACE_KINDS = [
  'country',
  'governorate',
  'district',
  'region',
  'city',
  'town',
  'village',
  'quarter',
  'camp',
  'airport',
  'base',
  'facility',
  'field',
  'hospital',
  'dam',
  'bridge',
  'road',
  'crossing',
  'border',
  'river',
  'lake',
  'sea',
  'island',
  'mountain',
]

/** Values by table and column; a cell that holds a list has each piece in it. */
export const KINDS: Partial<Readonly<Record<TableName, Readonly<Record<string, readonly string[]>>>>> = {
  'reporting-verbs': { stance: STANCES },
  'attribution-phrases': {
    stance: STANCES,
    side: ['after', 'both', 'before', 'around', 'noun', 'doubt', 'own'],
  },
  roles: {
    kind: ['official', 'anonymous', 'person', 'outlet', 'report', 'agency'],
    named: ['body', 'name', 'no'],
  },
  actors: {
    kind: [
      'person',
      'state',
      'government',
      'ministry',
      'army',
      'air-force',
      'police',
      'militia',
      'faction',
      'party',
      'alliance',
      'tribe',
      'international',
      'relief',
      'monitor',
      'agency',
      'category',
    ],
    side: ['neutral', 'own', 'hostile', 'opposition', 'government', 'kurdish', 'turkish'],
    exact: ['yes', ''],
  },
  places: {
    kind: PLACE_KINDS,
    precision: ['point', 'area', 'containment', 'none'],
    ambiguous: ['yes', ''],
    exact: ['yes', ''],
  },
  'place-words': {
    kind: [
      ...PLACE_KINDS,
      'bank',
      'compound',
      'countryside',
      'direction',
      'direction-adjective',
      'front',
      'land',
      'near',
      'not-a-name',
      'not-a-place',
      'beside',
      'list-opening',
      'homeland',
      'place-adjective',
    ],
    number: ['singular', 'dual', 'plural', ''],
  },
  calendar: { calendar: ['gregorian', 'levantine', 'maghrebi', 'islamic-umalqura', ''] },
  outlets: {
    kind: [
      'agency',
      'monitor',
      'network',
      'newspaper',
      'party-media',
      'radio',
      'site',
      'social',
      'television',
    ],
  },
  regions: { region: ['title', 'dateline', 'credit', 'menu', 'caption', 'comments', 'related', 'counter'] },
}
