/**
 * Pronouns: number, gender and person of each form. Generic ones ("one", "everybody") are no
 * mentions of an actor.
 * @module
 */
import type { MentionKind } from '../layers.ts';

/** What a pronoun tells of whom it stands for. */
export interface Pronoun {
  readonly person: 1 | 2 | 3;
  readonly kind: MentionKind;
  readonly gender?: 'female' | 'male';
  readonly isPlural?: boolean;
}

const TABLE: readonly (readonly [forms: string, pronoun: Pronoun])[] = [
  ['i me my mine myself', { person: 1, kind: 'person' }],
  ['we us our ours ourselves', { person: 1, kind: 'group', isPlural: true }],
  ['you your yours yourself', { person: 2, kind: 'person' }],
  ['he him his himself', { person: 3, kind: 'person', gender: 'male' }],
  ['she her hers herself', { person: 3, kind: 'person', gender: 'female' }],
  ['it its itself', { person: 3, kind: 'thing' }],
  ['they them their theirs themselves', { person: 3, kind: 'group', isPlural: true }],
];
const PRONOUNS = new Map<string, Pronoun>();
for (const [forms, pronoun] of TABLE)
  for (const form of forms.split(' ')) PRONOUNS.set(form, pronoun);

/** Look a lower-case form up. @returns undefined when it is no personal pronoun. */
export function classifyPronoun(form: string): Pronoun | undefined {
  return PRONOUNS.get(form);
}
