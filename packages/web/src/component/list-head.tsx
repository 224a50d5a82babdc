/**
 * The heads of a list's columns, for the eye: each line says by itself what its numbers count.
 * @module
 */
import { describeCount } from './record-head.tsx';

/** Draw a number under its head; to a screen reader it says what it counts. */
export function Count({ value, of }: { value: number; of: string }) {
  const [digits] = describeCount(value, of).split(' ');
  return (
    <span class="count">
      {digits}
      <span class="sr-only"> {value === 1 ? of : `${of}s`}</span>
    </span>
  );
}

/** Draw the heads over a list of lines. */
export function ListHead({ names }: { names: readonly string[] }) {
  return (
    <p class="list-line list-head" aria-hidden="true">
      {names.map((name) => (
        <span key={name}>{name}</span>
      ))}
    </p>
  );
}
