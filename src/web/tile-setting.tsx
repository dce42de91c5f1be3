/** The setting of the map's ground: drawn from files on this machine, or tiles from an address that the reader gives. */
import { useState } from 'react'
import { isTiles, readTiles, setTiles } from './tiles.ts'
import { useWords } from './words.ts'

/** Folded away until it is asked for; says what the address learns. */
export function TileSetting() {
  const { t } = useWords()
  const [isBad, setBad] = useState(false)
  const current = readTiles()
  const change = (form: FormData) => {
    const address = String(form.get('tiles') ?? '').trim()
    if (address === '') return setTiles(null)
    setBad(!isTiles(address))
    if (isTiles(address)) setTiles(address)
  }
  return (
    <details className="tile-setting">
      <summary>{t('ui.tiles')}</summary>
      <p>{t('ui.tiles.why')}</p>
      <form
        onSubmit={event => {
          event.preventDefault()
          change(new FormData(event.currentTarget))
        }}
      >
        <input
          name="tiles"
          dir="ltr"
          aria-label={t('ui.tiles.address')}
          aria-invalid={isBad}
          placeholder="https://tiles.example/{z}/{x}/{y}.png"
          defaultValue={current ?? ''}
        />
        <button type="submit" className="button">
          {t('ui.tiles.set')}
        </button>
        {current !== null && <Removal />}
      </form>
      {isBad && <p role="alert">{t('ui.tiles.bad')}</p>}
    </details>
  )
}

function Removal() {
  const { t } = useWords()
  return (
    <button type="button" className="button quiet" onClick={() => setTiles(null)}>
      {t('ui.tiles.remove')}
    </button>
  )
}
