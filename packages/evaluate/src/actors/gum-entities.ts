/**
 * GUM's entities: documents with their text put together from the words, and the coreference
 * clusters of the `Entity=` marks as spans of that text. Gold as GUM defines it: every noun phrase
 * with its whole subtree, singletons, appositions and pronouns included, relative pronouns not.
 * @module
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** One marked span. */
export interface GumMention {
  readonly start: number;
  readonly end: number;
  /** GUM's entity type: person, organization, place, abstract, event, time, object … */
  readonly type: string;
  readonly cluster: string;
}

/** One document. */
export interface GumDocument {
  readonly id: string;
  readonly genre: string;
  readonly text: string;
  readonly mentions: readonly GumMention[];
}

/** Read a file of CoNLL-U with GUM's marks, packed with gzip or not. */
export function readGumEntities(path: string): GumDocument[] {
  const bytes = readFileSync(path);
  return decodeGumEntities((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
}

interface Open {
  readonly cluster: string;
  readonly type: string;
  readonly start: number;
}

interface Draft {
  id: string;
  text: string;
  isGlued: boolean;
  /** The last id inside a surface token of several words ("3-4"), and where that token starts. */
  rangeEnd: number;
  rangeStart: number;
  open: Open[];
  mentions: GumMention[];
}

/** Decode CoNLL-U with GUM's marks. */
export function decodeGumEntities(content: string): GumDocument[] {
  const documents: GumDocument[] = [];
  let draft: Draft | undefined;
  const close = (): void => {
    if (!draft) return;
    const genre = draft.id.split('_')[1] ?? '';
    documents.push({ id: draft.id, genre, text: draft.text, mentions: draft.mentions });
  };
  for (const line of content.split('\n')) {
    if (line.startsWith('# newdoc id = ')) {
      close();
      draft = {
        ...{ id: line.slice(14).trim(), text: '', isGlued: true, rangeEnd: 0, rangeStart: 0 },
        ...{ open: [], mentions: [] },
      };
    } else if (!draft) continue;
    else if (line.startsWith('# newpar') && !line.startsWith('# newpar_block')) {
      if (draft.text !== '') draft.text += '\n\n';
      draft.isGlued = true;
    } else if (line === '') draft.rangeEnd = 0;
    else if (!line.startsWith('#')) addRow(draft, line.split('\t'));
  }
  close();
  return documents;
}

function addRow(draft: Draft, columns: readonly string[]): void {
  const [number = '', form = ''] = columns;
  const misc = columns[9] ?? '_';
  if (number.includes('.')) return;
  if (number.includes('-')) {
    draft.rangeEnd = Number(number.slice(number.indexOf('-') + 1));
    addForm(draft, form, misc);
    draft.rangeStart = draft.text.length - form.length;
    return;
  }
  let start = draft.text.length;
  let end: number;
  if (Number(number) <= draft.rangeEnd) {
    // A word inside "Vale's": its own letters, found in order inside the surface token.
    const at = draft.text.indexOf(form, draft.rangeStart);
    start = at < 0 ? draft.rangeStart : at;
    end = at < 0 ? draft.text.length : at + form.length;
    draft.rangeStart = end;
  } else {
    addForm(draft, form, misc);
    start = draft.text.length - form.length;
    end = draft.text.length;
  }
  const entity = /(?:^|\|)Entity=([^|]+)/.exec(misc)?.[1];
  if (entity) addMarks(draft, entity, [start, end]);
}

function addForm(draft: Draft, form: string, misc: string): void {
  if (!draft.isGlued) draft.text += ' ';
  draft.text += form;
  draft.isGlued = misc.includes('SpaceAfter=No');
}

/** "(12-person-new-…(3-place-…)" opens two and closes one; "12)" closes what is open. */
function addMarks(draft: Draft, entity: string, [start, end]: readonly [number, number]): void {
  for (const [mark] of entity.matchAll(/\([^()]+\)?|[^()]+\)/g)) {
    if (mark.startsWith('(')) {
      const [cluster = '', type = ''] = mark.slice(1).replace(/\)$/, '').split('-');
      if (mark.endsWith(')')) draft.mentions.push({ start, end, type, cluster });
      else draft.open.push({ cluster, type, start });
      continue;
    }
    const cluster = mark.slice(0, -1);
    const at = draft.open.map((one) => one.cluster).lastIndexOf(cluster);
    const found = at < 0 ? undefined : draft.open.splice(at, 1)[0];
    if (found) draft.mentions.push({ start: found.start, end, type: found.type, cluster });
  }
}
