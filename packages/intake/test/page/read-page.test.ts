/** Pages: the article among the furniture, and what the page says of itself. @module */
import { describe, expect, test } from 'vitest';
import { looksLikePage } from '../../src/index.ts';
import { readPage } from '../../src/page/index.ts';

const PARAGRAPHS = [
  'Velmora’s foreign minister, Ansa Reik, said on Tuesday that her country would send engineers to the border once a truce is signed.',
  '“We will not move before the guns are silent,” Reik told reporters in Port Ilden, standing beside the harbour master.',
  'A spokesman for Tarkand rejected the offer &amp; called it “theatre”, adding that no foreign engineers would be let in.',
];

const pageOf = (
  head: string,
  body = PARAGRAPHS.map((p) => `<p>${p}</p>`).join('\n'),
) => `<!doctype html>
<html lang="en"><head><title>Reik offers engineers | The Ilden Post</title>${head}</head>
<body><nav><a href="/">Home</a><a href="/world">World</a></nav>
<article><h1>Reik offers   engineers</h1><div class="story">${body}</div></article>
<footer>Copyright The Ilden Post</footer><script>alert("x")</script></body></html>`;

describe('readPage', () => {
  test('text: the title, then a paragraph a block, with characters decoded and no furniture', () => {
    const { text } = readPage(pageOf(''), { url: 'https://post.example/a' });
    const plain = PARAGRAPHS.map((p) => p.replace('&amp;', '&'));
    expect(text).toBe(`Reik offers engineers\n\n${plain.join('\n\n')}\n`);
  });

  test('metadata: JSON-LD comes before OpenGraph, OpenGraph before the page’s elements', () => {
    const ld = {
      '@graph': [
        { '@type': 'WebPage', name: 'Front' },
        {
          '@type': ['NewsArticle'],
          headline: 'Reik offers engineers for truce',
          author: [{ name: 'Mara Lind' }, { name: 'Jon Ost' }],
          publisher: { '@type': 'Organization', name: 'The Ilden Post' },
          datePublished: '2031-03-04T22:10:00-05:00',
        },
      ],
    };
    const head = `<script type="application/ld+json">${JSON.stringify(ld)}</script>
      <meta property="og:title" content="Other"><meta property="og:url" content="/canonical">`;
    expect(readPage(pageOf(head), { url: 'https://post.example/a?utm=1' })).toMatchObject({
      title: 'Reik offers engineers for truce',
      byline: 'Mara Lind, Jon Ost',
      publisher: 'The Ilden Post',
      publishedOn: '2031-03-04',
      url: 'https://post.example/canonical',
    });
  });

  test('metadata: broken JSON-LD says nothing and the meta names are read', () => {
    const head = `<script type="application/ld+json">{"@type": </script>
      <meta property="og:site_name" content="The Ilden Post"><meta name="author" content="Mara Lind">
      <meta property="article:published_time" content="2031-03-04">`;
    expect(readPage(pageOf(head))).toMatchObject({
      title: 'Reik offers engineers',
      byline: 'Mara Lind',
      publisher: 'The Ilden Post',
      publishedOn: '2031-03-04',
    });
  });

  test('metadata: what the user says wins', () => {
    const read = readPage(pageOf('<meta property="og:site_name" content="X">'), { publisher: 'Y' });
    expect(read.publisher).toBe('Y');
  });

  test('addresses: the address of another host, or no web address, is not taken', () => {
    for (const stated of ['https://elsewhere.example/a', 'javascript:alert(1)'])
      expect(
        readPage(pageOf(`<meta property="og:url" content="${stated}">`), {
          url: 'https://post.example/a',
        }).url,
      ).toBe('https://post.example/a');
  });

  test('refused: a page without an article', () => {
    expect(() => readPage('<html><body></body></html>')).toThrow(
      expect.objectContaining({ code: 'page-without-article' }),
    );
  });

  test('depth: elements nested 20,000 deep are refused at once', () => {
    const body = `${'<div>'.repeat(20_000)}<p>${PARAGRAPHS.join(' ')}</p>`;
    expect(() => readPage(pageOf('', body))).toThrow(
      expect.objectContaining({ code: 'page-without-article' }),
    );
  });
});

test('looksLikePage: a page opens with a doctype or an outer element, plain text does not', () => {
  const pages = [
    '<!DOCTYPE html><p>',
    '\n <html lang="en">',
    '<?xml version="1.0"?>\n<!doctype html>',
    '<!-- a --><head>',
  ];
  const texts = ['He said: <html> is markup.', '< body', 'Title\n\n<p>', ''];
  expect(pages.map(looksLikePage)).toEqual([true, true, true, true]);
  expect(texts.map(looksLikePage)).toEqual([false, false, false, false]);
});
