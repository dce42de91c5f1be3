/**
 * Folding: one spelling for the many in which Arabic is written, used as a key for look-ups, never shown, never sliced.
 *
 * Hamza carriers become their bare letter, alif maqsura becomes ya, ta marbuta becomes ha; tatweel, diacritics, bidi
 * marks and zero-width characters go; Arabic-Indic and Persian digits become ASCII; Persian kaf and ya and the
 * presentation forms become the letters they stand for; Latin letters become lower case.
 */

const DROP = 0
const KEEP_SIZE = 0x10000

/** Code unit → code unit; `DROP` where the unit goes. Presentation forms of two letters are in `LIGATURES`. */
const UNITS = new Uint16Array(KEEP_SIZE)
const LIGATURES = new Map<number, string>()

const LETTERS: readonly (readonly [from: number, to: number])[] = [
  [0x0622, 0x0627], // alif madda
  [0x0623, 0x0627], // alif with hamza above
  [0x0625, 0x0627], // alif with hamza below
  [0x0671, 0x0627], // alif wasla
  [0x0624, 0x0648], // waw with hamza
  [0x0626, 0x064a], // ya with hamza
  [0x0649, 0x064a], // alif maqsura
  [0x06cc, 0x064a], // Persian ya
  [0x0629, 0x0647], // ta marbuta
  [0x06c0, 0x0647], // Persian ha with ya
  [0x06d5, 0x0647], // Kurdish a
  [0x06a9, 0x0643], // Persian kaf
  [0x06a4, 0x0641], // fa with three dots, in foreign names
  [0x067e, 0x0628], // pe, in foreign names
  [0x0686, 0x062c], // che, in foreign names
  [0x06af, 0x063a], // gaf, in foreign names
]

const DROPPED: readonly (readonly [first: number, last: number])[] = [
  [0x00ad, 0x00ad], // soft hyphen
  [0x0610, 0x061a], // Quranic signs
  [0x061c, 0x061c], // Arabic letter mark
  [0x0640, 0x0640], // tatweel
  [0x064b, 0x065f], // short vowels, tanwin, shadda
  [0x0670, 0x0670], // dagger alif
  [0x06d6, 0x06ed], // Quranic signs
  [0x200b, 0x200f], // zero-width characters and direction marks
  [0x202a, 0x202e], // direction embeddings and overrides
  [0x2060, 0x2064], // word joiner and its kin
  [0x2066, 0x2069], // direction isolates
  [0xfeff, 0xfeff], // byte order mark
]

function fillUnits(): void {
  for (let unit = 0; unit < KEEP_SIZE; unit++) UNITS[unit] = unit
  for (let unit = 0x41; unit <= 0x5a; unit++) UNITS[unit] = unit + 32
  for (let digit = 0; digit < 10; digit++) {
    UNITS[0x0660 + digit] = 0x30 + digit
    UNITS[0x06f0 + digit] = 0x30 + digit
  }
  for (const [from, to] of LETTERS) UNITS[from] = to
  for (const [first, last] of DROPPED) UNITS.fill(DROP, first, last + 1)
  for (let unit = 0xfb50; unit < 0xfeff; unit++) fillPresentationForm(unit)
}

function fillPresentationForm(unit: number): void {
  const plain = String.fromCharCode(unit).normalize('NFKC')
  if (plain.charCodeAt(0) === unit) return
  let folded = ''
  for (let i = 0; i < plain.length; i++) {
    const to = UNITS[plain.charCodeAt(i)] ?? DROP
    if (to !== DROP) folded += String.fromCharCode(to)
  }
  UNITS[unit] = folded.length === 1 ? folded.charCodeAt(0) : DROP
  if (folded.length > 1) LIGATURES.set(unit, folded)
}

fillUnits()

/** True for a code unit that folding drops: tatweel, diacritics, direction marks. */
export function isDropped(unit: number): boolean {
  return UNITS[unit] === DROP && !LIGATURES.has(unit)
}

/** The folded form of one code unit, for scans that keep no copy; 0 where the unit goes or becomes two letters. */
export function foldUnit(unit: number): number {
  return UNITS[unit] as number
}

/**
 * The key of a word or phrase: `foldWord('إدلـب') === foldWord('ادلب')`.
 * Linear in the length of `word`; spaces and punctuation are kept as they are.
 */
export function foldWord(word: string): string {
  let folded = ''
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i)
    const to = UNITS[unit] as number
    if (to !== DROP) folded += String.fromCharCode(to)
    else folded += LIGATURES.get(unit) ?? ''
  }
  return folded
}

/**
 * The exact spelling of a word without what is never spelling: diacritics, tatweel, direction marks.
 * For rows marked `exact`, where hamza and ta marbuta decide.
 */
export function bareWord(word: string): string {
  let bare = ''
  for (let i = 0; i < word.length; i++) if (!isDropped(word.charCodeAt(i))) bare += word.charAt(i)
  return bare
}
