/**
 * A list that draws only what is near the window once it is long. Short lists are drawn whole, so
 * that they print and can be searched in the page. Positions are the one style set from code.
 * @module
 */
import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  observeWindowOffset,
  observeWindowRect,
  Virtualizer,
  windowScroll,
} from '@tanstack/virtual-core';
import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';

/** Up to this many items, and this high, a list is drawn whole: what lays out in one frame. */
const WHOLE_LIMIT = 100;
const WHOLE_HEIGHT = 14_000;
/** So far beyond the window a long list is drawn, in pixels: a turn of the wheel. */
const MARGIN = 600;

/** Whether the page is being printed: paper has no window. */
function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => setPrinting(true);
    const end = () => setPrinting(false);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting;
}

interface VirtualListProps<T> {
  items: readonly T[];
  itemKey: (item: T) => string;
  render: (item: T, index: number) => ComponentChildren;
  /** A usual height in pixels. */
  estimate: number;
  label: string;
  /** The element that scrolls; the window when there is none. */
  scroller?: RefObject<HTMLElement | null>;
  /** An index to bring into view when it changes. */
  reveal?: number;
}

/** The heights that were measured in the lists of each name, for who comes back to one. */
const measured = new Map<string, ReturnType<AnyVirtualizer['takeSnapshot']>>();

type AnyVirtualizer = Virtualizer<Element & Window, Element>;

interface MakeOptions {
  label: string;
  scroller: HTMLElement | undefined;
  draw: () => void;
}

function makeVirtualizer({ label, scroller, draw }: MakeOptions): AnyVirtualizer {
  const seam = scroller
    ? {
        getScrollElement: () => scroller,
        scrollToFn: elementScroll,
        observeElementRect,
        observeElementOffset,
      }
    : {
        getScrollElement: () => window,
        scrollToFn: windowScroll,
        observeElementRect: observeWindowRect,
        observeElementOffset: observeWindowOffset,
      };
  const initialMeasurementsCache = measured.get(label) ?? [];
  const around = { onChange: draw, initialMeasurementsCache };
  const options = { count: 0, estimateSize: () => 0, ...around, ...seam };
  return new Virtualizer(options as never) as AnyVirtualizer;
}

function useVirtualizer<T>(props: VirtualListProps<T>, list: RefObject<HTMLOListElement | null>) {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const held = useRef<AnyVirtualizer | null>(null);
  const isLong = Math.min(WHOLE_LIMIT, WHOLE_HEIGHT / props.estimate) < props.items.length;
  if (isLong && !held.current && list.current)
    held.current = makeVirtualizer({
      label: props.label,
      scroller: props.scroller?.current ?? undefined,
      draw: () => draw(0),
    });
  const virtualizer = isLong ? held.current : null;
  if (virtualizer) {
    virtualizer.setOptions({
      ...virtualizer.options,
      count: props.items.length,
      estimateSize: () => props.estimate,
      overscan: Math.ceil(MARGIN / props.estimate),
      getItemKey: (index) => props.itemKey(props.items[index] as T),
      scrollMargin: props.scroller ? 0 : (list.current?.offsetTop ?? 0),
    });
  }
  useEffect(() => {
    if (!virtualizer) return;
    const end = virtualizer._didMount();
    return () => {
      measured.set(props.label, virtualizer.takeSnapshot());
      end();
    };
  }, [virtualizer]);
  useLayoutEffect(() => virtualizer?._willUpdate());
  useEffect(() => {
    if (isLong && !held.current) draw(0);
  }, [isLong]);
  return { virtualizer, isLong };
}

function revealItem(list: HTMLElement | null, virtualizer: AnyVirtualizer | null, index: number) {
  if (virtualizer) virtualizer.scrollToIndex(index, { align: 'auto' });
  else list?.children[index]?.scrollIntoView({ block: 'nearest' });
}

/** Draw a list; a long one in pieces as it is scrolled. */
export function VirtualList<T>(props: VirtualListProps<T>) {
  const list = useRef<HTMLOListElement>(null);
  const { virtualizer, isLong } = useVirtualizer(props, list);
  const isPrinting = usePrinting();
  useEffect(() => {
    if (props.reveal !== undefined && 0 <= props.reveal)
      revealItem(list.current, virtualizer, props.reveal);
  }, [props.reveal]);
  if (!isLong || isPrinting) {
    return (
      <ol class="plain-list" ref={list} aria-label={props.label}>
        {props.items.map((item, index) => (
          <li key={props.itemKey(item)}>{props.render(item, index)}</li>
        ))}
      </ol>
    );
  }
  const margin = virtualizer?.options.scrollMargin ?? 0;
  return (
    <ol
      class="plain-list virtual-list"
      ref={list}
      aria-label={props.label}
      style={{ height: `${virtualizer?.getTotalSize() ?? props.items.length * props.estimate}px` }}
    >
      {virtualizer?.getVirtualItems().map(({ index, key, start }) => (
        <li
          key={key}
          data-index={index}
          aria-setsize={props.items.length}
          aria-posinset={index + 1}
          ref={(element) => virtualizer.measureElement(element)}
          style={{ transform: `translateY(${start - margin}px)` }}
        >
          {props.render(props.items[index] as T, index)}
        </li>
      ))}
    </ol>
  );
}
