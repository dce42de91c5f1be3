/** Which mark an actor is drawn with. Facts about who belongs to whom are the lexicon's; this only picks a shape and colour. */

export type Holder = 'gov' | 'isis' | 'sdf' | 'irq' | 'opp' | 'other'

const HOLDERS: Readonly<Record<string, Holder>> = {
  'syrian-government': 'gov',
  'syrian-army': 'gov',
  'syrian-air-force': 'gov',
  isis: 'isis',
  sdf: 'sdf',
  'sdf-women-units': 'sdf',
  ypg: 'sdf',
  asayish: 'sdf',
  'iraqi-government': 'irq',
  'iraqi-army': 'irq',
  'iraqi-federal-police': 'irq',
  'iraqi-forces': 'irq',
  'popular-mobilization': 'irq',
  'opposition-factions': 'opp',
  'syrian-opposition': 'opp',
  'syrian-national-army': 'opp',
}

/** The mark of an actor. Ids of loaded names (`isis:hostile`) have the mark of the actor they name. */
export function holderOf(actor: string): Holder {
  return HOLDERS[actor.split(':')[0] ?? ''] ?? 'other'
}
