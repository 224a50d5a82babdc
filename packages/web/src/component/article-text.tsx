/**
 * An article's text with its marks. Words of the article reach the page as text nodes only; unseen
 * characters become signs. Segments are flat, so a word belongs to one element, whatever lies on it.
 * @module
 */
import type { Article } from '@onrecord/record';
import { type ComponentChildren, Fragment } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Block } from '../words/block.ts';
import type { Segment } from '../words/segment.ts';
import { splitControl } from '../words/split-control.ts';

/** Nearly all words are one run of text, and need no element of their own. */
function drawWords(text: string): ComponentChildren {
  const runs = splitControl(text);
  if (runs.every(({ code }) => code === undefined)) return text;
  return runs.map((run, index) =>
    run.code ? (
      <span key={index} class="unseen" title={`unseen character ${run.code}`}>
        {run.code}
      </span>
    ) : (
      <Fragment key={index}>{run.text}</Fragment>
    ),
  );
}

/** Draw words of an article, unseen characters as signs. */
export function Words({ text }: { text: string }) {
  return <>{drawWords(text)}</>;
}

interface MarkedProps {
  text: string;
  segment: Segment;
  /** The entries that begin with this segment can be reached with the keyboard here. */
  begins: number | undefined;
}

function Marked({ text, segment, begins }: MarkedProps) {
  const words = drawWords(text.slice(segment.span[0], segment.span[1]));
  const [first] = segment.marks;
  if (!first) return <span data-at={segment.span[0]}>{words}</span>;
  const reach =
    begins === undefined
      ? {}
      : { role: 'button' as const, tabIndex: -1, 'data-begins': String(begins) };
  return (
    <span
      class="mark"
      data-at={segment.span[0]}
      data-field={first.field}
      data-entries={segment.marks.map((mark) => `${mark.entry}:${mark.field}`).join(' ')}
      {...reach}
    >
      {words}
    </span>
  );
}

const TAGS = { title: 'h1', heading: 'h2' } as const;

interface ArticleTextProps {
  article: Article;
  blocks: readonly Block[];
  /** For each entry, where its first segment starts. */
  starts: ReadonlyMap<number, number>;
}

interface PartProps {
  text: string;
  block: Block;
  starts: ReadonlyMap<number, number>;
}

/** Draw one paragraph; anew only where its marks change. */
function Part({ text, block: { kind, segments }, starts }: PartProps) {
  const marks = segments.map(({ span, marks: on }) => {
    const names = on.map(({ entry, field }) => `${entry}${field}`).join();
    return `${span[0]} ${starts.get(span[0])} ${names}`;
  });
  return useMemo(() => {
    const Tag = kind === 'title' || kind === 'heading' ? TAGS[kind] : 'p';
    return (
      <Tag class={`part part-${kind}`} dir="auto">
        {segments.map((segment) => (
          <Marked
            key={segment.span[0]}
            text={text}
            segment={segment}
            begins={starts.get(segment.span[0])}
          />
        ))}
      </Tag>
    );
  }, [text, kind, marks.join('|')]);
}

/** Draw an article's paragraphs with the marks of its records. */
export function ArticleText({ article, blocks, starts }: ArticleTextProps) {
  return (
    <>
      {blocks.map((block) => (
        <Part key={block.span[0]} text={article.text} block={block} starts={starts} />
      ))}
    </>
  );
}
