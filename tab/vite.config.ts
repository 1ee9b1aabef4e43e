import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The tab, built into the folder of the app that serves it. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  logLevel: 'warn',
  build: {
    outDir: join(import.meta.dirname, '../functions/dist/web'),
    emptyOutDir: true,
    assetsDir: 'assets',
    sourcemap: false,
    // The page may run no script of its own: Content-Security-Policy says script-src 'self'.
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // What a route may weigh is measured by a test, compressed.
    chunkSizeWarningLimit: 2_000,
  },
})
