/**
 * `onrecord evaluate`: how well a stage of the reader does on marked text.
 * @module
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVALUATION_STAGES, findStage } from '@onrecord/evaluate';
import { CodedError } from '@onrecord/record';
import { modelFolder } from '@onrecord/server/reading';
import { prettyJson, writeOut } from '../output/write-out.ts';
import { ExitCode, type World } from '../world.ts';

/** The flags of `evaluate`. */
export interface EvaluateFlags {
  corpora: string;
  json?: boolean;
  dev?: boolean;
}

/** Evaluate one stage; `list` names them. */
export async function evaluateCommand(
  name: string,
  flags: EvaluateFlags,
  world: World,
): Promise<ExitCode> {
  if (name === 'list') {
    for (const stage of EVALUATION_STAGES) await writeOut(world, `${stage.name}\t${stage.about}\n`);
    return ExitCode.Done;
  }
  const stage = findStage(name);
  if (!stage)
    throw new CodedError('stage-unknown', `there is no stage called ${name}`, {
      remedy: `one of ${EVALUATION_STAGES.map((known) => known.name).join(', ')}`,
    });
  const { scores, lines } = await stage.evaluate(flags.corpora, {
    load: (file) => readFileSync(join(modelFolder(), file)),
    isDevOnly: flags.dev ?? false,
  });
  await writeOut(world, flags.json ? `${prettyJson(scores)}\n` : `${lines.join('\n')}\n`);
  return ExitCode.Done;
}
