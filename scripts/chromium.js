/** Chromium for the tests of the desk: found, or installed with apt where that may be done. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const PLACES = [
  process.env.HASAB_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The path of Chromium on this machine, or nothing. */
export function findChromium() {
  return PLACES.find(path => path && existsSync(path))
}

/** Finds Chromium; where it is missing, installs it when this is root with apt. Nothing when that cannot be. */
export function installChromium() {
  const isInstallable = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (findChromium() || !isInstallable) return findChromium()
  console.log('$ apt-get update && apt-get install -y --no-install-recommends chromium')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-q'], { stdio: 'inherit', env })
  spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], {
    stdio: 'inherit',
    env,
  })
  return findChromium()
}
