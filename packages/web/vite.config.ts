/**
 * Build the app into `packages/web/dist` (index.html and assets/), which `onrecord serve` serves.
 * The workspaces are bundled from source by the `source` condition. JSX goes through the bundler's
 * own transform, so no Babel; everything that could be inlined as `data:` stays a file, because the
 * content security policy allows none.
 * @module
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const MODELS = join(import.meta.dirname, '../../models');

/**
 * Puts the models beside the reader that was bundled with them, so that the two always fit: a
 * model of another format than the reader's is refused.
 */
function withModels(): Plugin {
  return {
    name: 'onrecord-models',
    apply: 'build',
    generateBundle() {
      for (const name of readdirSync(MODELS).filter((file) => file.endsWith('.bin')))
        this.emitFile({
          type: 'asset',
          fileName: `models/${name}`,
          source: readFileSync(join(MODELS, name)),
        });
    },
  };
}

/** The packages of the house do nothing when they are imported: what is not used is left out. */
const isOurs = (id: string) => /\/packages\/(record|reader|api)\/(src|dist)\//.test(id);

export default defineConfig({
  root: import.meta.dirname,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  resolve: { conditions: ['source', 'module', 'browser', 'import', 'default'] },
  plugins: [withModels()],
  build: {
    rolldownOptions: { treeshake: { moduleSideEffects: (id) => !isOurs(id) } },
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'es2022',
    cssTarget: ['chrome123', 'safari17.5', 'firefox128'],
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
  worker: {
    format: 'es',
    rolldownOptions: { treeshake: { moduleSideEffects: (id) => !isOurs(id) } },
  },
  server: {
    port: 5199,
    proxy: { '/api': 'http://127.0.0.1:4199', '/models': 'http://127.0.0.1:4199' },
  },
});
