/**
 * The flags that several commands share.
 * @module
 */
import { BASES, CONDITION_TYPES, STANCES, STATEMENT_ACTS } from '@onrecord/record';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { ExitCode } from '../world.ts';

/** Takes a command's exit code. */
export type Finish = (code: ExitCode) => void;

/** A command that throws instead of ending the process. */
export function command(name: string, summary: string): Command {
  return new Command(name).description(summary).exitOverride();
}

/** What is known of articles beside their text. */
export function originFlags(to: Command): Command {
  return to
    .option('--published-on <date>', 'the date of publication (YYYY-MM-DD)')
    .option('--publisher <name>', 'the outlet')
    .option('--url <address>', 'where the article stands')
    .option('--title <words>', 'the title')
    .option('--allow-private-addresses', 'fetch addresses of private networks too');
}

/** Many articles at once. */
export function manyFlags(to: Command, jobs: number): Command {
  return to
    .option('--jsonl <file>', 'one {"id","text",…} a line; - for what is piped in')
    .option('--list <file>', 'a JSON file that lists articles with outlet and date')
    .addOption(jobsOption(jobs));
}

/** Which ledger. */
export function databaseFlag(to: Command): Command {
  return to.option('--database <place>', 'a file, or postgres://… (default: the data folder)');
}

/** Which entries. */
export function filterFlags(to: Command): Command {
  const states = ['open', 'met', 'failed', 'disputed'];
  const reviews = ['open', 'accepted', 'edited', 'rejected'];
  return databaseFlag(to)
    .addOption(new Option('--kind <kind>').choices(['statement', 'commitment']))
    .addOption(listOption('--actor <name-or-id>', 'who speaks, is bound, or is addressed'))
    .addOption(listOption('--stance <stance>', 'of commitments', STANCES))
    .addOption(listOption('--act <act>', 'of statements', STATEMENT_ACTS))
    .addOption(listOption('--basis <basis>', 'how well it is reported', BASES))
    .addOption(listOption('--condition-type <type>', 'of its conditions', CONDITION_TYPES))
    .addOption(listOption('--condition-state <state>', 'of its conditions', states))
    .addOption(listOption('--outlet <name>', 'who published it'))
    .addOption(listOption('--review <state>', 'what people made of it', reviews))
    .option('--from <date>', 'said or published on that day or later')
    .option('--to <date>', 'said or published on that day or before')
    .option('--min-score <score>', 'how sure the reader was, 0 to 1', shareOf);
}

/** A flag that may be given more than once; where it has choices, also as `a,b`. */
export function listOption(flag: string, about: string, choices?: readonly string[]): Option {
  const offered = choices ? ` (${choices.join(', ')})` : '';
  return new Option(flag, `${about}${offered}; may be repeated`).argParser(
    (value: string, before: string[] | undefined) => {
      const values = choices ? value.split(',') : [value];
      const wrong = values.find((one) => choices && !choices.includes(one));
      if (wrong !== undefined)
        throw new InvalidArgumentError(`${wrong} is none of ${choices?.join(', ')}.`);
      return [...(before ?? []), ...values];
    },
  );
}

/** How to print; the first is the default. */
export function formatOption(formats: readonly string[]): Option {
  return new Option('--format <format>', 'how to print').choices(formats).default(formats[0]);
}

/** How many articles are read at once. */
export function jobsOption(standard: number): Option {
  return new Option('--jobs <number>', 'how many articles are read at once')
    .argParser((value) => wholeNumber(value, 64))
    .default(standard);
}

/** A whole number from 1. */
export function wholeNumber(value: string, most: number): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || most < number)
    throw new InvalidArgumentError(`expected a whole number from 1 to ${most}.`);
  return number;
}

/** A port; 0 takes any that is free. */
export function portNumber(value: string): number {
  return value === '0' ? 0 : wholeNumber(value, 65_535);
}

function shareOf(value: string): number {
  const number = Number(value);
  if (!(0 <= number && number <= 1))
    throw new InvalidArgumentError('expected a number from 0 to 1.');
  return number;
}
