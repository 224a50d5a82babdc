/**
 * Builds the analysis of a short article from its cases: tokens are `form/UPOS/head/deprel` with
 * the lemma as a fifth field where it is not the lower-case form; a title stands before the rest.
 * @module
 */
import type { Analysis, Attribution } from '../../src/layers.ts';
import { buildAnalysis } from '../attribution/build-analysis.ts';

/** One article of a case. */
export interface ArticleCase {
  readonly sentences: readonly string[];
  readonly title?: string;
  readonly publisher?: string;
  /** Source and content as the text has them, and which occurrence of the source it is. */
  readonly said?: readonly (readonly [source: string, content: string, nth?: number])[];
}

/** Build the layers of an article. */
export function buildArticle({ sentences, title }: ArticleCase): Analysis {
  const lines = title === undefined ? [...sentences] : [title, ...sentences];
  const rows = lines.flatMap((line) => line.split(' ').map((token) => token.split('/')));
  const bare = lines.map((line) =>
    line
      .split(' ')
      .map((token) => token.split('/').slice(0, 4).join('/'))
      .join(' '),
  );
  const analysis = buildAnalysis(title === undefined ? [bare] : [[bare[0] ?? ''], bare.slice(1)]);
  const lemma = rows.map(
    ([form = '', upos, , , own]) => own ?? (upos === 'PROPN' ? form : form.toLowerCase()),
  );
  const parts = analysis.structure.parts.map((part, at) =>
    at === 0 && title !== undefined ? { ...part, kind: 'title' as const } : part,
  );
  return { ...analysis, structure: { parts }, tags: { ...analysis.tags, lemma } };
}

/** What was said by whom, as the attribution stage would give it. */
export function buildAttributions(text: string, said: ArticleCase['said'] = []): Attribution[] {
  let from = 0;
  return said.map(([source, content, nth = 1]) => {
    const contentAt = text.indexOf(content, from);
    if (contentAt < 0) throw new RangeError(`the case's text lacks "${content}"`);
    // The source stands beside the content: before it in the sentence, or behind it.
    let at = text.lastIndexOf(source, contentAt);
    if (at < 0 || nth < 1) at = text.indexOf(source, contentAt);
    if (at < 0) throw new RangeError(`the case's text lacks "${source}"`);
    from = Math.min(at, contentAt);
    return {
      source: [[at, at + source.length]],
      cue: [],
      content: [[contentAt, contentAt + content.length]],
      kind: content.startsWith('“') ? 'direct' : 'indirect',
      act: 'says',
      rule: 'case',
      score: 1,
    };
  });
}
