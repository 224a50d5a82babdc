/**
 * A command line → an exit code. Errors with a code are told in one paragraph with their remedy;
 * anything else is a fault of ours and is shown with its trace.
 * @module
 */
import { CommanderError } from 'commander';
import { tellError } from './output/tell-error.ts';
import { openProgram } from './program.ts';
import { ExitCode, type World } from './world.ts';

/** Run the program. */
export async function run(args: readonly string[], world: World): Promise<ExitCode> {
  const outcome: { code: ExitCode } = { code: ExitCode.Done };
  const program = openProgram(world, (code) => {
    outcome.code = code;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return outcome.code;
  } catch (error) {
    if (error instanceof CommanderError)
      return error.exitCode === 0 ? ExitCode.Done : ExitCode.Failed;
    tellError(error, world);
    return ExitCode.Failed;
  }
}
