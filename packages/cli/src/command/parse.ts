/**
 * `onrecord parse`: the reader's view of a text's language, as CoNLL-U.
 * @module
 */
import { encodeConllu } from '@onrecord/reader';
import { openNodeReader, resolveArticle } from '@onrecord/server/reading';
import { loadInput } from '../input/load-article.ts';
import { writeOut } from '../output/write-out.ts';
import { ExitCode, type World } from '../world.ts';

/** Print the tags and trees of one text. */
export async function parseCommand(name: string, world: World): Promise<ExitCode> {
  const input = await loadInput(name, { origin: {}, allowPrivateAddresses: false }, world);
  const { text } =
    'article' in input ? input.article : await resolveArticle(input.source, input.origin);
  const reader = await openNodeReader();
  await writeOut(world, encodeConllu(reader.analyse(text)));
  return ExitCode.Done;
}
