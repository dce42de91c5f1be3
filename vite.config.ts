import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** `virtual:messages/ar` → the rows of `messages/ar.tsv` that the desk says (`ui.…`), as the text of a table. */
function deskMessages(): Plugin {
  const NAME = /^virtual:messages\/(ar|en)$/
  return {
    name: 'desk-messages',
    resolveId: id => (NAME.test(id) ? `\0${id}` : null),
    async load(id) {
      const language = NAME.exec(id.replace('\0', ''))?.[1]
      if (language === undefined) return null
      const file = join(import.meta.dirname, 'messages', `${language}.tsv`)
      this.addWatchFile(file)
      const [head, ...rows] = (await readFile(file, 'utf8')).split('\n')
      const table = [head, ...rows.filter(row => row.startsWith('ui.'))].join('\n')
      return `export default ${JSON.stringify(table)}`
    },
  }
}

// The desk: src/web → dist/web, served by `hasab serve`. Nothing is inlined, because the server's policy lets nothing inline run.
export default defineConfig({
  root: 'src/web',
  base: '/',
  publicDir: false,
  plugins: [react(), deskMessages()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The map's own worker and drawing code are large, and loaded only where a map is shown.
    chunkSizeWarningLimit: 1200,
  },
  server: { host: '127.0.0.1', proxy: { '/api': 'http://127.0.0.1:4173' } },
})
