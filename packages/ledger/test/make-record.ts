/**
 * Made-up records for the tests: sentences with their parts named, put together into a text whose
 * spans are right by construction. All states and persons are invented.
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

/** "WHO CUE that WHAT." */
export interface Says {
  kind: 'says';
  who: string;
  cue?: string;
  what: string;
  role?: string;
  saidOn?: string;
  score?: number;
  unspoken?: boolean;
}

/** "WHO CUE WHAT CONDITION." */
export interface Binds {
  kind: 'binds';
  who: string;
  cue?: string;
  what: string;
  towards?: string;
  stance?: Stance;
  basis?: Basis;
  score?: number;
  condition?: { words: string; type: Condition['type']; trigger: string };
}

/** What an article is made of. */
export interface Making {
  url?: string;
  title?: string;
  publisher?: string;
  publishedOn?: string;
  /** The version of the reader that is said to have read it. */
  reader?: string;
  /** Plain sentences between the others. */
  sentences: (Says | Binds | string)[];
  persons?: string[];
}

const GOVERNMENTS = ['Valdoria', 'Skarland', 'Orsia', 'Tavria', 'Kessland', 'Breland'];
const INVENTED_CODES: Record<string, string> = { Valdoria: 'XA', Skarland: 'XB', Orsia: 'XC' };

class Maker {
  text = '';
  readonly actors = new Map<string, Omit<Actor, 'id'>>();
  readonly statements: (Omit<Statement, 'id' | 'speaker'> & { who: string })[] = [];
  readonly commitments: (Omit<Commitment, 'id' | 'parties' | 'counterparties' | 'conditions'> & {
    who: string;
    towards?: string;
    condition?: Binds['condition'] & { span: Span };
  })[] = [];

  put(words: string): Span {
    const start = this.text.length;
    this.text += words;
    return [start, this.text.length];
  }

  name(name: string, role?: string): Span {
    let title: Span | undefined;
    if (role !== undefined) {
      title = this.put(role);
      this.put(' ');
    }
    const span = this.put(name);
    const known = this.actors.get(name) ?? this.#actor(name);
    known.mentions.push({ span, form: 'name' });
    if (title !== undefined) known.roles.push({ title: role ?? '', span: title });
    this.actors.set(name, known);
    return span;
  }

  #actor(name: string): Omit<Actor, 'id'> {
    const isState = GOVERNMENTS.includes(name);
    const country = INVENTED_CODES[name];
    return {
      name,
      kind: isState ? 'government' : name.startsWith('a senior') ? 'unnamed' : 'person',
      ...(country === undefined ? {} : { country }),
      roles: [],
      mentions: [],
    };
  }

  says({ who, cue = 'said', what, role, saidOn, score = 0.9 }: Says): void {
    const source = this.name(who, role);
    this.put(' ');
    const cueSpan = this.put(cue);
    this.put(' that ');
    const content = this.put(what);
    this.put('. ');
    this.statements.push({
      who,
      kind: 'indirect',
      act: 'says',
      source: [source],
      cue: [cueSpan],
      content: [content],
      ...(saidOn === undefined
        ? {}
        : { saidOn: { from: saidOn, to: saidOn, basis: 'stated' as const } }),
      hedges: [],
      rule: 'made-up',
      score,
    });
  }

  binds(given: Binds): void {
    const { who, cue = 'pledged', what, towards, condition, score = 0.9 } = given;
    const party = this.name(who);
    this.put(' ');
    const cueSpan = this.put(cue);
    this.put(' ');
    const action = this.put(what);
    const counterparty: Span[] = [];
    if (towards !== undefined) {
      this.put(' to ');
      counterparty.push(this.name(towards));
    }
    let placed: (Binds['condition'] & { span: Span }) | undefined;
    if (condition !== undefined) {
      this.put(' ');
      placed = { ...condition, span: this.put(condition.words) };
    }
    this.put('. ');
    this.commitments.push({
      who,
      ...(towards === undefined ? {} : { towards }),
      ...(placed === undefined ? {} : { condition: placed }),
      stance: given.stance ?? 'commits',
      party: [party],
      basis: given.basis ?? 'own-paraphrase',
      cue: [cueSpan],
      action: [action],
      counterparty,
      exceptions: [],
      hedges: [],
      repeated: false,
      rule: 'made-up',
      score,
    });
  }
}

/** Make a record. */
export function makeRecord(making: Making): ArticleRecord {
  const maker = new Maker();
  for (const sentence of making.sentences)
    if (typeof sentence === 'string') maker.put(`${sentence} `);
    else if (sentence.kind === 'says') maker.says(sentence);
    else maker.binds(sentence);
  const { text } = maker;
  const textHash = textHashOf(text);
  const id = articleId(textHash, making.url);
  const idOf = (name: string): string =>
    actorId(id, maker.actors.get(name)?.kind ?? 'person', name);
  return {
    schema: SCHEMA,
    article: {
      id,
      text,
      textHash,
      ...(making.title === undefined ? {} : { title: making.title }),
      ...(making.publisher === undefined ? {} : { publisher: making.publisher }),
      ...(making.url === undefined ? {} : { url: making.url }),
      ...(making.publishedOn === undefined ? {} : { publishedOn: making.publishedOn }),
      language: 'en',
      parts: [{ kind: 'paragraph', span: [0, text.length] }],
    },
    actors: [...maker.actors].map(([name, actor]) => ({ id: idOf(name), ...actor })),
    statements: maker.statements.map(({ who, ...statement }) => ({
      id: statementId(id, statement),
      ...statement,
      speaker: idOf(who),
    })),
    commitments: maker.commitments.map(({ who, towards, condition, ...commitment }) => {
      const ownId = commitmentId(id, commitment);
      return {
        id: ownId,
        ...commitment,
        parties: [idOf(who)],
        counterparties: towards === undefined ? [] : [idOf(towards)],
        conditions:
          condition === undefined
            ? []
            : [
                {
                  id: conditionId(ownId, condition.span),
                  trigger: condition.trigger,
                  connective: 'only-after' as const,
                  type: condition.type,
                  span: condition.span,
                },
              ],
      };
    }),
    events: [],
    notes: [],
    reader: { version: making.reader ?? '0.1.0', model: 'none' },
  };
}

/** "WHO said that WHAT." */
export const says = (who: string, what: string, more: Partial<Says> = {}): Says => ({
  kind: 'says',
  who,
  what,
  ...more,
});

/** "WHO pledged WHAT." */
export const binds = (who: string, what: string, more: Partial<Binds> = {}): Binds => ({
  kind: 'binds',
  who,
  what,
  ...more,
});
