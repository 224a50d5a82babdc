/**
 * `onrecord verify`: every quotation of exported records against the texts as they stand now:
 * exact, moved, normalised (white space and quotation marks aside), elsewhere (in another of the
 * texts: misattributed), absent.
 * @module
 */
import { readFile } from 'node:fs/promises';
import { decodeText, readLines } from '@onrecord/intake';
import { type ArticleRecord, quoteOf, type Span, textHashOf } from '@onrecord/record';
import { decodeRecord } from '@onrecord/record/decode';
import { checkFile, loadFile } from '../input/load-article.ts';
import { clipText } from '../output/clean-text.ts';
import { openColours } from '../output/colours.ts';
import { tellError } from '../output/tell-error.ts';
import { writeOut } from '../output/write-out.ts';
import { ExitCode, type World } from '../world.ts';

/** What became of a quotation. */
export const VERDICTS = ['exact', 'moved', 'normalised', 'elsewhere', 'absent'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The flags of `verify`. */
export interface VerifyFlags {
  format: 'table' | 'jsonl';
}

interface SourceText {
  place: string;
  text: string;
  folded: string;
}

interface Quotation {
  entryId: string;
  quote: string;
  start: number;
}

/** Check a file of records. */
export async function verifyCommand(
  [file, sourceFiles]: readonly [string, readonly string[]],
  flags: VerifyFlags,
  world: World,
): Promise<ExitCode> {
  await checkFile(file);
  const sources = await Promise.all(sourceFiles.map(loadSource));
  const counts = new Map<Verdict, number>();
  let broken = 0;
  for await (const { line, text } of readLines(chunksOf(await readFile(file)))) {
    try {
      await verifyRecord(decodeRecord(text), { sources, counts, flags }, world);
    } catch (error) {
      broken += 1;
      world.stderr.write(`line ${line}:\n`);
      tellError(error, world);
    }
  }
  const total = VERDICTS.map((verdict) => `${counts.get(verdict) ?? 0} ${verdict}`).join(', ');
  world.stderr.write(`${total}${broken === 0 ? '' : `; ${broken} records broken`}\n`);
  if (0 < broken) return ExitCode.Failed;
  return VERDICTS.slice(1).some((verdict) => counts.has(verdict))
    ? ExitCode.NothingFound
    : ExitCode.Done;
}

interface VerifyContext {
  sources: readonly SourceText[];
  counts: Map<Verdict, number>;
  flags: VerifyFlags;
}

async function verifyRecord(
  record: ArticleRecord,
  { sources, counts, flags }: VerifyContext,
  world: World,
): Promise<void> {
  const { article } = record;
  const own: SourceText = { place: 'record', text: article.text, folded: foldText(article.text) };
  const isWhole = textHashOf(article.text) === article.textHash;
  const quotations = listQuotations(record);
  const home = 0 < sources.length ? homeOf(quotations, sources) : isWhole ? own : undefined;
  const paint = openColours(world.stdout, world.env);
  for (const quotation of quotations) {
    const verdict = judge(quotation, home, sources);
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
    if (flags.format === 'jsonl')
      await writeOut(
        world,
        `${JSON.stringify({ articleId: article.id, ...quotation, verdict, place: home?.place })}\n`,
      );
    else if (verdict !== 'exact')
      await writeOut(
        world,
        `${paint.yellow(verdict.padEnd(10))} ${quotation.entryId}  “${clipText(quotation.quote, 120)}”\n`,
      );
  }
}

async function loadSource(file: string): Promise<SourceText> {
  const text = decodeText(await loadFile(file), { place: file });
  return { place: file, text, folded: foldText(text) };
}

/** Every piece of every source, cue, content, party and action. */
function listQuotations(record: ArticleRecord): Quotation[] {
  const { text } = record.article;
  const pieces = (entryId: string, spans: readonly Span[]) =>
    spans.map((span) => ({ entryId, quote: quoteOf(text, [span]), start: span[0] }));
  return [
    ...record.statements.flatMap(({ id, source, cue, content }) =>
      pieces(id, [...source, ...cue, ...content]),
    ),
    ...record.commitments.flatMap(({ id, party, cue, action, conditions }) =>
      pieces(id, [...party, ...cue, ...action, ...conditions.map((condition) => condition.span)]),
    ),
  ];
}

/** The text that a record is of: the one with most of its quotations. */
function homeOf(
  quotations: readonly Quotation[],
  sources: readonly SourceText[],
): SourceText | undefined {
  let best: { source: SourceText; held: number } | undefined;
  for (const source of sources) {
    const held = quotations.filter(({ quote }) => source.text.includes(quote)).length;
    if (0 < held && (!best || best.held < held)) best = { source, held };
  }
  return best?.source;
}

/** Judge one quotation. */
export function judge(
  { quote, start }: Pick<Quotation, 'quote' | 'start'>,
  home: Omit<SourceText, 'place'> | undefined,
  sources: readonly Omit<SourceText, 'place'>[],
): Verdict {
  if (home?.text.startsWith(quote, start)) return 'exact';
  if (home?.text.includes(quote)) return 'moved';
  if (home?.folded.includes(foldText(quote))) return 'normalised';
  const isElsewhere = sources.some((source) => source !== home && source.text.includes(quote));
  return isElsewhere ? 'elsewhere' : 'absent';
}

/** White space and the shapes of quotation marks and dashes aside. */
export function foldText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚]/g, "'")
    .replace(/[‐-―]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
