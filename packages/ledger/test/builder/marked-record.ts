/**
 * Records out of marked sentences, for tests: `{p|Valdoria} {c|will} {a|send {q=3000 soldiers|3,000
 * soldiers}} {only-after/ceasefire/ceasefire|only after a ceasefire}`. Marks: p party, c cue,
 * a action, x exception, q quantity, d deadline, h=s or h=o hedge, connective/type/trigger condition.
 * @module
 */
import {
  type Actor,
  type ArticleRecord,
  actorId,
  articleId,
  type Basis,
  type Commitment,
  type Condition,
  commitmentId,
  conditionId,
  SCHEMA,
  type Span,
  type Stance,
  type Statement,
  statementId,
  textHashOf,
} from '@onrecord/record';

/** One marked sentence: a commitment, or a statement when `act` is given. */
export interface MarkedLine {
  text: string;
  party: string;
  stance?: Stance;
  basis?: Basis;
  by?: string;
  on?: string;
  counterparty?: string;
  /** A statement and no commitment: "declined to comment". */
  act?: Statement['act'];
  kind?: Actor['kind'];
}

/** An article of marked sentences. */
export interface MarkedArticle {
  lines: readonly MarkedLine[];
  publishedOn?: string;
  publisher?: string;
  url?: string;
}

interface Mark {
  tag: string;
  span: Span;
}

/** Take the marks out of a text; their spans are moved by `offset`. */
export function readMarks(marked: string, offset = 0): { text: string; marks: Mark[] } {
  let text = '';
  const marks: Mark[] = [];
  const open: { tag: string; start: number }[] = [];
  for (let at = 0; at < marked.length; at += 1) {
    const letter = marked[at];
    if (letter === '{') {
      const bar = marked.indexOf('|', at);
      open.push({ tag: marked.slice(at + 1, bar), start: text.length });
      at = bar;
    } else if (letter === '}') {
      const { tag, start } = open.pop() ?? { tag: '', start: 0 };
      marks.push({ tag, span: [offset + start, offset + text.length] });
    } else text += letter;
  }
  return { text, marks };
}

class RecordBuilder {
  readonly actors = new Map<string, Actor>();
  readonly article: string;

  constructor(article: string) {
    this.article = article;
  }

  actor(name: string, kind: Actor['kind'], represents?: string): string {
    const id = actorId(this.article, kind, name);
    const known = this.actors.get(id) ?? { id, name, kind, roles: [], mentions: [] };
    if (represents !== undefined) known.represents = represents;
    this.actors.set(id, known);
    return id;
  }

  /** The party, and who speaks for it. */
  people(line: MarkedLine): { party: string; speaker?: string } {
    const party = this.actor(line.party, line.kind ?? 'government');
    if (line.by === undefined) return { party };
    const isOwn = line.basis?.startsWith('own') ?? true;
    return { party, speaker: this.actor(line.by, 'person', isOwn ? party : undefined) };
  }
}

const spansOf = (marks: readonly Mark[], tag: string): Span[] =>
  marks.filter((mark) => mark.tag === tag).map((mark) => mark.span);

function conditionsOf(marks: readonly Mark[], commitment: string, builder: RecordBuilder) {
  return marks
    .filter((mark) => mark.tag.includes('/'))
    .map(({ tag, span }): Condition => {
      const [connective, type, trigger, actor] = tag.split('/');
      const condition = { id: conditionId(commitment, span), trigger, connective, type, span };
      if (actor !== undefined)
        Object.assign(condition, { actor: builder.actor(actor, 'government') });
      return condition as Condition;
    });
}

/** Build the record of an article of marked sentences, a line each. */
export function recordOf(marked: MarkedArticle): ArticleRecord {
  const text = marked.lines.map((line) => readMarks(line.text).text).join('\n');
  const textHash = textHashOf(text);
  const id = articleId(textHash, `${marked.url ?? ''}${marked.publisher ?? ''}`);
  const builder = new RecordBuilder(id);
  const statements: Statement[] = [];
  const commitments: Commitment[] = [];
  let offset = 0;
  for (const line of marked.lines) {
    const { text: plain, marks } = readMarks(line.text, offset);
    const { party, speaker } = builder.people(line);
    const statement = statementOf(line, { id, plain, marks, offset, speaker: speaker ?? party });
    if (line.on !== undefined) statement.saidOn = { from: line.on, to: line.on, basis: 'stated' };
    statements.push(statement);
    if (line.act === undefined)
      commitments.push(
        commitmentOf(line, { id, marks, party, builder, statement: statement.id, speaker }),
      );
    offset += plain.length + 1;
  }
  const { publishedOn, publisher, url } = marked;
  return {
    schema: SCHEMA,
    article: {
      ...{ id, text, textHash, language: 'en', parts: [] },
      ...(publishedOn === undefined ? {} : { publishedOn }),
      ...(publisher === undefined ? {} : { publisher }),
      ...(url === undefined ? {} : { url }),
    },
    actors: [...builder.actors.values()],
    statements,
    commitments,
    events: [],
    notes: [],
    reader: { version: 'test', model: 'marked' },
  };
}

function statementOf(
  line: MarkedLine,
  at: { id: string; plain: string; marks: readonly Mark[]; offset: number; speaker: string },
): Statement {
  const spans = {
    kind: line.text.includes('"') ? ('mixed' as const) : ('indirect' as const),
    source: spansOf(at.marks, 's'),
    cue: line.act === undefined ? [] : spansOf(at.marks, 'c'),
    content: [[at.offset, at.offset + at.plain.length] as Span],
  };
  return {
    id: statementId(at.id, spans),
    ...spans,
    act: line.act ?? 'says',
    speaker: at.speaker,
    hedges: [],
    rule: 'marked',
    score: 1,
  };
}

function commitmentOf(
  line: MarkedLine,
  at: {
    id: string;
    marks: readonly Mark[];
    party: string;
    builder: RecordBuilder;
    statement: string;
    speaker: string | undefined;
  },
): Commitment {
  const { marks, builder } = at;
  const spans = {
    stance: line.stance ?? ('commits' as const),
    party: spansOf(marks, 'p'),
    cue: spansOf(marks, 'c'),
    action: spansOf(marks, 'a'),
  };
  const id = commitmentId(at.id, spans);
  const commitment: Commitment = {
    id,
    ...spans,
    parties: [at.party],
    basis: line.basis ?? 'own-paraphrase',
    counterparties:
      line.counterparty === undefined ? [] : [builder.actor(line.counterparty, 'government')],
    counterparty: [],
    conditions: conditionsOf(marks, id, builder),
    exceptions: spansOf(marks, 'x'),
    hedges: marks
      .filter((mark) => mark.tag.startsWith('h='))
      .map(({ tag, span }) => ({ span, by: tag === 'h=s' ? 'speaker' : 'outlet' })),
    repeated: false,
    statement: at.statement,
    rule: 'marked',
    score: 1,
  };
  if (at.speaker !== undefined) commitment.assertedBy = at.speaker;
  return addQuantityAndDeadline(commitment, marks);
}

function addQuantityAndDeadline(commitment: Commitment, marks: readonly Mark[]): Commitment {
  for (const { tag, span } of marks) {
    const [value, ...unit] = tag.slice(2).split(' ');
    if (tag.startsWith('q='))
      commitment.quantity = { span, value: Number(value), unit: unit.join(' ') };
    if (tag.startsWith('d=')) commitment.deadline = { span, by: tag.slice(2) };
  }
  return commitment;
}
