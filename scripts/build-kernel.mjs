#!/usr/bin/env node
/**
 * Compiles the kernels in packages/reader/kernel to WebAssembly and writes them, base64, beside the reader's
 * code. `--check` only says whether the committed bytes are those of the source. Each kernel is compiled in
 * a process of its own: the compiler's bytes depend on what it compiled before in the same one.
 * @module
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const KERNELS = [
  {
    source: 'packages/reader/kernel/language.as.ts',
    target: 'packages/reader/src/kernel/language-bytes.generated.ts',
    name: 'LANGUAGE_KERNEL_BYTES',
  },
  {
    source: 'packages/reader/kernel/attribution.as.ts',
    target: 'packages/reader/src/kernel/attribution-bytes.generated.ts',
    name: 'ATTRIBUTION_KERNEL_BYTES',
  },
];

const [only] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
if (only !== undefined) process.exit((await build(KERNELS[Number(only)])) ? 1 : 0);
const self = fileURLToPath(import.meta.url);
const statuses = KERNELS.map((_, at) => {
  const words = [self, String(at), ...process.argv.slice(2)];
  return spawnSync(process.execPath, words, { stdio: 'inherit' }).status ?? 2;
});
process.exit(Math.max(...statuses));

async function build({ source: SOURCE, target: TARGET, name: NAME }) {
  const files = {};
  const { error, stderr } = await asc.main(
    [
      SOURCE,
      '--outFile',
      'kernel.wasm',
      '-O3',
      '--noAssert',
      '--runtime',
      'stub',
      '--enable',
      'simd',
      '--initialMemory',
      '1',
    ],
    {
      readFile: (name) => (existsSync(name) ? readFileSync(name, 'utf8') : null),
      writeFile: (name, contents) => {
        files[name] = contents;
      },
      listFiles: () => [],
    },
  );
  if (error) {
    console.error(String(stderr), error.message);
    process.exit(2);
  }
  const text = `/**
 * Made by scripts/build-kernel.mjs from ${SOURCE}; do not edit.
 * @module
 */
/** The kernels' WebAssembly module, base64. */
export const ${NAME} =
  '${Buffer.from(files['kernel.wasm']).toString('base64')}';
`;
  if (process.argv.includes('--check')) {
    const same = readFileSync(TARGET, 'utf8') === text;
    console.log(
      same
        ? `${TARGET}: the bytes are those of the source`
        : `${TARGET}: out of date; run node scripts/build-kernel.mjs`,
    );
    return !same;
  }
  writeFileSync(TARGET, text);
  console.log(`${TARGET}: ${files['kernel.wasm'].length} bytes of WebAssembly`);
  return false;
}
