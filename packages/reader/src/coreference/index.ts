/**
 * The coreference stage: actors, and the speaker of each attribution.
 * @module
 */
export { CANDIDATE_FEATURES } from './candidate.ts';
export type { Cast, Speaker } from './cast.ts';
export { type ActorsInput, resolveActors } from './resolve-actors.ts';
export { PRONOUN_CLASSES, type PronounClass, type ScoredCandidate } from './resolve-pronouns.ts';
export { SURENESS_FEATURES } from './sureness.ts';
