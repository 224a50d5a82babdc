/**
 * `onrecord read`: articles → records, on the screen or as JSON; `--jsonl` for many at once.
 * @module
 */
import { type ArticleOrigin, isoDate, mergeOrigins } from '@onrecord/intake';
import { CodedError, encodeRecord } from '@onrecord/record';
import { loadInput } from '../input/load-article.ts';
import { openReading, type Reading } from '../input/open-reading.ts';
import { streamLines } from '../input/stream-lines.ts';
import { openProgress } from '../output/progress.ts';
import { tellError, tellLine } from '../output/tell-error.ts';
import { prettyJson, writeOut } from '../output/write-out.ts';
import { ExitCode, type World } from '../world.ts';

/** What is known of an article from the command line. */
export interface OriginFlags {
  publishedOn?: string;
  publisher?: string;
  url?: string;
  title?: string;
  allowPrivateAddresses?: boolean;
}

/** The flags of `read`. */
export interface ReadFlags extends OriginFlags {
  format: 'table' | 'json' | 'jsonl';
  jsonl?: string;
  jobs: number;
}

/** Read what is named. */
export async function readCommand(
  names: readonly string[],
  flags: ReadFlags,
  world: World,
): Promise<ExitCode> {
  if (flags.jsonl !== undefined) return readStream(flags.jsonl, flags, world);
  if (names.length === 0)
    throw new CodedError('input-missing', 'nothing to read was named', {
      remedy: 'onrecord read FILE, an address, - for what is piped in, or --jsonl FILE',
    });
  const origin = originOf(flags);
  const reading = openLater(() => openReading(1));
  const isArray = flags.format === 'json' && 1 < names.length;
  let failed = 0;
  let written = 0;
  for (const name of names) {
    try {
      const text = await readOne(name, { flags, origin, open: reading }, world);
      const opening = isArray ? (written === 0 ? '[\n' : ',\n') : '';
      const gap = flags.format === 'table' && 0 < written ? '\n' : '';
      await writeOut(world, `${opening}${gap}${text}`);
      written += 1;
    } catch (error) {
      tellError(error, world);
      failed += 1;
    }
  }
  if (isArray) await writeOut(world, written === 0 ? '[]\n' : '\n]\n');
  return failed === 0 ? ExitCode.Done : ExitCode.Failed;
}

/** Opened when it is first needed: a name that is wrong is told at once. */
function openLater<T>(open: () => Promise<T>): () => Promise<T> {
  let opened: Promise<T> | undefined;
  return () => {
    opened ??= open();
    return opened;
  };
}

interface ReadContext {
  flags: ReadFlags;
  origin: ArticleOrigin;
  open: () => Promise<Reading>;
}

async function readOne(name: string, context: ReadContext, world: World): Promise<string> {
  const { flags, origin, open } = context;
  const allowPrivateAddresses = flags.allowPrivateAddresses ?? false;
  const input = await loadInput(name, { origin, allowPrivateAddresses }, world);
  const { reader } = await open();
  const record = await reader.read(input);
  if (flags.format === 'jsonl') return `${encodeRecord(record)}\n`;
  if (flags.format === 'json') return `${prettyJson(record)}\n`;
  const { formatRecord } = await import('../view/format-record.ts');
  return formatRecord(record, world);
}

/** One record a line, in the order of the input; a bad line becomes `{"line","error"}`. */
async function readStream(file: string, flags: ReadFlags, world: World): Promise<ExitCode> {
  const reading = await openReading(flags.jobs);
  const progress = openProgress(world, 'article');
  const flagged = originOf(flags);
  const decoder = new TextDecoder();
  let failed = 0;
  try {
    const lines = streamLines(
      {
        file,
        width: flags.jobs * 2 - 1,
        work: ({ text, ...origin }) =>
          reading.reader.encode({ article: { ...mergeOrigins(origin, flagged), text } }),
      },
      world,
    );
    for await (const result of lines) {
      progress.add(result.share);
      if (result.kind === 'done') await writeOut(world, `${decoder.decode(result.value)}\n`);
      else {
        failed += 1;
        const { kind: _, share: __, cause: ___, ...told } = result;
        tellLine(told, world);
        await writeOut(world, `${JSON.stringify(told)}\n`);
      }
    }
  } finally {
    progress.end();
    await reading.close();
  }
  return failed === 0 ? ExitCode.Done : ExitCode.Failed;
}

/**
 * The origin that flags tell.
 * @throws CodedError `date-invalid`.
 */
export function originOf(flags: OriginFlags): ArticleOrigin {
  const { publishedOn } = flags;
  if (publishedOn !== undefined && isoDate(publishedOn) !== publishedOn)
    throw new CodedError('date-invalid', `${publishedOn} is no date`, {
      remedy: 'write dates as 2025-09-05',
    });
  return mergeOrigins({
    publishedOn,
    publisher: flags.publisher,
    url: flags.url,
    title: flags.title,
  });
}
