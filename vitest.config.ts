import { defineConfig } from 'vitest/config'

// Forks, because the store and the reader threads are native and end with their process; two, for two cores.
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'style', include: ['src/style.test.ts', 'src/docs.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'bench/**/*.test.ts'],
          exclude: ['src/style.test.ts', 'src/docs.test.ts', 'src/**/*.e2e.test.ts'],
        },
      },
      { extends: true, test: { name: 'e2e', include: ['src/**/*.e2e.test.ts'] } },
    ],
  },
})
