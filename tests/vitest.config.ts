import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

// Days are read in London whatever the machine thinks; a summer evening in UTC is already tomorrow there.
const env = { TZ: 'UTC' }
const slow = { testTimeout: 120_000, hookTimeout: 120_000 }

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  plugins: [react()],
  test: {
    reporters: ['default', new URL('tally.ts', import.meta.url).pathname],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/{domain,functions,tab,faults}/**/*.test.{ts,tsx}'],
          exclude: ['tests/**/*.{table,api}.test.ts'],
          env,
          testTimeout: 30_000,
        },
      },
      { extends: true, test: { name: 'table', include: ['tests/**/*.table.test.ts'], env, fileParallelism: false, ...slow } },
      { extends: true, test: { name: 'api', include: ['tests/**/*.api.test.ts'], env, fileParallelism: false, ...slow } },
      { extends: true, test: { name: 'journeys', include: ['tests/journeys/**/*.journey.ts'], env, fileParallelism: false, ...slow } },
      { extends: true, test: { name: 'bench', include: ['tests/bench/**/*.bench.ts'], env, fileParallelism: false, testTimeout: 900_000 } },
    ],
  },
})
