/**
 * A name on the command line → the bytes behind it: a file, `-` for what is piped in, an address.
 * @module
 */
import { readFile, stat } from 'node:fs/promises';
import { type ArticleOrigin, isAddress, mergeOrigins } from '@onrecord/intake';
import { CodedError } from '@onrecord/record';
import type { ReadingInput } from '@onrecord/server/reading';
import type { World } from '../world.ts';

/** How inputs are loaded. */
export interface LoadOptions {
  origin: ArticleOrigin;
  allowPrivateAddresses: boolean;
}

/** A text is read whole: this is far over any article and under what a string can hold. */
const MOST_FILE_BYTES = 256 * 1024 * 1024;

/**
 * Load what a name on the command line names.
 * @throws CodedError `file-missing`, `file-is-folder`, `file-too-large`, `file-unreadable`,
 * `address-…`.
 */
export async function loadInput(
  name: string,
  options: LoadOptions,
  world: World,
): Promise<ReadingInput> {
  const { origin } = options;
  if (name === '-')
    return { source: { bytes: await readAll(world.stdin), place: 'standard input' }, origin };
  if (!isAddress(name)) return { source: { bytes: await loadFile(name), place: name }, origin };
  const { fetchSource } = await import('@onrecord/server/fetch');
  const source = await fetchSource(name, {
    allowPrivateAddresses: options.allowPrivateAddresses,
  });
  return { source, origin: mergeOrigins(origin, { url: source.place }) };
}

/** The bytes of a file. */
export async function loadFile(file: string): Promise<Uint8Array> {
  await checkFile(file, MOST_FILE_BYTES);
  return readFile(file);
}

/** Refuse what is no file, before it is opened. @returns its size in bytes. */
export async function checkFile(
  file: string,
  mostBytes = Number.POSITIVE_INFINITY,
): Promise<number> {
  try {
    const found = await stat(file);
    if (found.isDirectory())
      throw new CodedError('file-is-folder', `${file} is a folder`, {
        place: file,
        remedy: `name files: ${file.replace(/\/$/, '')}/*.txt`,
      });
    if (mostBytes < found.size)
      throw new CodedError('file-too-large', `${file} is larger than ${mostBytes} bytes`, {
        place: file,
        remedy: 'split it into articles, one a line, and use --jsonl',
      });
    return found.size;
  } catch (cause) {
    throw describeFailure(file, cause);
  }
}

function describeFailure(file: string, cause: unknown): unknown {
  if (cause instanceof CodedError) return cause;
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new CodedError('file-missing', `there is no file ${file}`, {
      cause,
      place: file,
      remedy: 'check the name; - reads what is piped in',
    });
  return new CodedError('file-unreadable', `${file} cannot be read: ${message}`, {
    cause,
    place: file,
    remedy: 'check that you may read it',
  });
}

async function readAll(stream: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (MOST_FILE_BYTES < size)
      throw new CodedError('file-too-large', `standard input is over ${MOST_FILE_BYTES} bytes`, {
        remedy: 'use --jsonl - for many articles',
      });
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
