/**
 * The text in which words are selected. Editable to the browser, so that its caret can be moved with
 * the keyboard; nothing typed changes it.
 * @module
 */
import type { ArticleRecord, Span } from '@onrecord/record';
import { useRef } from 'preact/hooks';
import { Words } from '../../component/article-text.tsx';
import type { FieldSpan } from '../../words/field.ts';
import { findSegments } from '../../words/segment.ts';
import { findSelection } from './find-selection.ts';

interface SelectTextProps {
  record: ArticleRecord;
  context: Span;
  fields: readonly FieldSpan[];
  onSelect: (span: Span) => void;
}

function keepText(event: Event): void {
  event.preventDefault();
}

/** Draw a stretch of an article's text; what is selected in it is handed on. */
export function SelectText({ record, context, fields, onSelect }: SelectTextProps) {
  const { text } = record.article;
  const root = useRef<HTMLDivElement>(null);
  const segments = findSegments(text.length, [{ fields }], context).filter(
    ({ span }) => context[0] <= span[0] && span[1] <= context[1],
  );
  const take = () => {
    const span = root.current && findSelection(root.current, text);
    if (span) onSelect(span);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a textarea cannot show marks
    <div
      ref={root}
      class="select-text"
      role="textbox"
      aria-multiline="true"
      aria-readonly="true"
      aria-label="Text of the article: select words, then press Enter"
      contentEditable
      spellcheck={false}
      tabIndex={0}
      onBeforeInput={keepText}
      onPaste={keepText}
      onDrop={keepText}
      onPointerUp={take}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        take();
      }}
    >
      {segments.map(({ span, marks: [mark] }) => (
        <span
          key={span[0]}
          data-at={span[0]}
          {...(mark ? { class: 'mark', 'data-field': mark.field, 'data-lit': '' } : {})}
        >
          <Words text={text.slice(span[0], span[1])} />
        </span>
      ))}
    </div>
  );
}
