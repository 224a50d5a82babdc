/**
 * One vitest project for all packages: tests run from source through the `source` export
 * condition, so no build is needed before a unit test.
 * @module
 */
import { defineConfig } from 'vitest/config';

// Vite adds 'import' and 'default' itself; given here, Node's own `require` would take them too.
const conditions = ['source', 'node'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
  },
});
