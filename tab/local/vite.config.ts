import { join } from 'node:path'
import { defineConfig } from 'vite'

/** The frame that plays Teams, for the local host alone: it is no part of what ships. */
export default defineConfig({
  root: import.meta.dirname,
  // Relative addresses, so that the frame works wherever it is served.
  base: './',
  logLevel: 'warn',
  build: {
    outDir: join(import.meta.dirname, '../../functions/local/dist/frame'),
    emptyOutDir: true,
    sourcemap: false,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
})
