/**
 * From files, folders and addresses to the documents of an import. Lines of a .jsonl file become
 * documents of their own; pages go to the server as they are, whose extractor finds the article.
 * @module
 */
import type { ArticleInput } from '@onrecord/api/client';
import type { ImportItem } from './import-queue.ts';

type Document = Pick<ImportItem, 'name' | 'getInput'>;

/** Larger files are refused before they are read: no article is that long. */
const FILE_LIMIT = 16 * 1024 * 1024;

interface InputLine {
  id?: unknown;
  text?: unknown;
  title?: unknown;
  date?: unknown;
  publisher?: unknown;
  url?: unknown;
}

function inputOfLine(line: string): ArticleInput {
  const row = JSON.parse(line) as InputLine;
  if (typeof row.text !== 'string' || row.text === '')
    throw new TypeError('the line has no "text"');
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  const known = {
    title: text(row.title),
    publisher: text(row.publisher),
    url: text(row.url),
    publishedOn: text(row.date)?.slice(0, 10),
  };
  const given = Object.entries(known).filter(([, value]) => value !== undefined);
  return { text: row.text, ...Object.fromEntries(given) };
}

async function listLines(file: File): Promise<Document[]> {
  const lines = (await file.text()).split('\n');
  return lines.flatMap((line, at) => {
    if (line.trim() === '') return [];
    const getInput = async () => inputOfLine(line);
    return [{ name: `${file.name}, line ${at + 1}`, getInput }];
  });
}

function documentOf(file: File): Document {
  const isPage = /\.x?html?$/i.test(file.name);
  const getInput = async (): Promise<ArticleInput> => {
    if (FILE_LIMIT < file.size)
      throw new RangeError(`the file has ${file.size} bytes; at most ${FILE_LIMIT} are read`);
    const text = await file.text();
    if (text.includes('\u0000')) throw new TypeError('the file is not text');
    return isPage ? { html: text } : { text };
  };
  return { name: file.webkitRelativePath || file.name, getInput };
}

/** List the documents in some files; hidden files of a folder are left out. */
export async function listFileDocuments(files: Iterable<File>): Promise<Document[]> {
  const documents: Document[] = [];
  for (const file of files) {
    if (file.name.startsWith('.')) continue;
    if (/\.(jsonl|ndjson)$/i.test(file.name)) documents.push(...(await listLines(file)));
    else documents.push(documentOf(file));
  }
  return documents;
}

/** List the documents at some addresses, one a line. */
export function listAddressDocuments(lines: string): Document[] {
  return lines
    .split(/\s+/)
    .filter((address) => address !== '')
    .map((address) => ({ name: address, getInput: async () => ({ address }) }));
}
