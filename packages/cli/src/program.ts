/**
 * The commands and their flags. Every command's code is loaded when it is called: reading one
 * article never loads the ledger or the server.
 * @module
 */
import { availableParallelism } from 'node:os';
import { Command } from 'commander';
import {
  command,
  databaseFlag,
  type Finish,
  filterFlags,
  formatOption,
  jobsOption,
  listOption,
  manyFlags,
  originFlags,
  portNumber,
  wholeNumber,
} from './flags/flags.ts';
import type { World } from './world.ts';

/** The version that `--version` says. */
export const VERSION = '0.1.0';

/** Where `serve` listens unless told otherwise. */
const PORT = 4177;

type MakeCommand = (world: World, finish: Finish) => Command;

/** Open the program: `finish` gets each command's exit code. */
export function openProgram(world: World, finish: Finish): Command {
  const program = new Command('onrecord')
    .description('Who said what, and who is bound to what, tied to the exact words.')
    .version(VERSION)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => world.stdout.write(text),
      writeErr: (text) => world.stderr.write(text),
    })
    .showHelpAfterError('(onrecord --help lists the commands)')
    .addHelpText('after', '\nExit codes: 0 done, 1 searched and nothing found, 2 error.');
  for (const make of COMMANDS) {
    const made = make(world, finish);
    program.addCommand(made.copyInheritedSettings(program));
  }
  return program;
}

const read: MakeCommand = (world, finish) =>
  originFlags(command('read', 'read articles and show their records'))
    .argument('[INPUT...]', 'files, http(s) addresses, or - for what is piped in')
    .addOption(formatOption(['table', 'json', 'jsonl']))
    .option('--jsonl <file>', 'read one {"id","text",…} a line and print one record a line')
    .addOption(jobsOption(1))
    .action(async (names, flags) => {
      const { readCommand } = await import('./command/read.ts');
      finish(await readCommand(names, flags, world));
    });

const parse: MakeCommand = (world, finish) =>
  command('parse', 'show the words, tags and trees of a text as CoNLL-U')
    .argument('[INPUT]', 'a file, an address, or - for what is piped in', '-')
    .action(async (name) => {
      const { parseCommand } = await import('./command/parse.ts');
      finish(await parseCommand(name, world));
    });

const add: MakeCommand = (world, finish) =>
  databaseFlag(manyFlags(originFlags(command('add', 'read articles into the ledger')), cores()))
    .argument('[INPUT...]', 'files, http(s) addresses, or - for what is piped in')
    .option('--as <name>', 'who adds them')
    .addOption(formatOption(['lines', 'jsonl']))
    .action(async (names, flags) => {
      const { addCommand } = await import('./command/add.ts');
      finish(await addCommand(names, flags, world));
    });

const search: MakeCommand = (world, finish) =>
  filterFlags(command('search', 'search what was said and promised'))
    .argument('[WORDS...]', 'words, "phrases", and -exclusions (after --)')
    .addOption(formatOption(['table', 'json', 'jsonl']))
    .option('--limit <number>', 'how many at most', (value) => wholeNumber(value, 500), 20)
    .option('--cursor <cursor>', 'where the page before ended')
    .option('--ids', 'show the ids that `decide` takes')
    .option('--facets', 'show counts by value, as JSON')
    .action(async (words, flags) => {
      const { searchCommand } = await import('./command/search.ts');
      finish(await searchCommand(words, flags, world));
    });

/** The flags of commands that look at many records, of files or of the ledger. */
function scoped(name: string, summary: string): Command {
  return manyFlags(filterFlags(command(name, summary)), cores())
    .argument('[FILE...]', 'articles; without any, the ledger')
    .option('--dossier <name>', 'of the ledger: what a dossier is about')
    .addOption(listOption('--words <words>', 'of the ledger: only articles with these words'))
    .option('--published-on <date>', 'of files: the date of publication')
    .option('--publisher <name>', 'of files: the outlet');
}

const board: MakeCommand = (world, finish) =>
  scoped('board', 'who stands where, party by stance, with conditions')
    .addOption(listOption('--if <condition=state>', 'what would be live: ceasefire=met'))
    .option('--question <words>', 'what the board is about')
    .addOption(formatOption(['table', 'json']))
    .action(async (names, flags) => {
      const { boardCommand } = await import('./command/board.ts');
      finish(await boardCommand(names, flags, world));
    });

const shifts: MakeCommand = (world, finish) =>
  scoped('shifts', 'how positions changed, with both quotations')
    .option('--party <name>', 'of one party only')
    .option('--all', 'also what cannot be compared, and why')
    .addOption(formatOption(['table', 'json', 'jsonl']))
    .action(async (names, flags) => {
      const { shiftsCommand } = await import('./command/shifts.ts');
      finish(await shiftsCommand(names, flags, world));
    });

const compare: MakeCommand = (world, finish) =>
  scoped('compare', 'reports of one act of speech side by side')
    .addOption(formatOption(['table', 'json', 'jsonl']))
    .action(async (names, flags) => {
      const { compareCommand } = await import('./command/compare.ts');
      finish(await compareCommand(names, flags, world));
    });

const diff: MakeCommand = (world, finish) =>
  databaseFlag(command('diff', 'what changed between versions of an article, as records'))
    .argument('<ARTICLE>', 'the id of an article')
    .argument('[OTHER]', 'the id of another; without it, the version before is compared')
    .addOption(formatOption(['table', 'json']))
    .action(async (article, other, flags) => {
      const { diffCommand } = await import('./command/diff.ts');
      finish(await diffCommand([article, other], flags, world));
    });

const decide: MakeCommand = (world, finish) =>
  databaseFlag(command('decide', 'accept, edit, reject, merge, set a state; undo any of it'))
    .argument('<KIND>', 'accept reject edit condition status evidence merge split rename move undo')
    .argument('[TARGET...]', 'what it is about, and the new value')
    .option('--as <name>', 'who decides (needed)')
    .option('--reason <words>', 'why')
    .option('--on <date>', 'since when')
    .option('--evidence-url <address>', 'what it rests on')
    .option('--evidence-entry <entry>', 'what it rests on, in the ledger')
    .option('--note <words>', 'about the evidence')
    .option('--name <name>', 'of the actor that a split makes')
    .addOption(formatOption(['table', 'json']))
    .action(async (kind, targets, flags) => {
      const { decideCommand } = await import('./command/decide.ts');
      finish(await decideCommand([kind, targets], flags, world));
    });

const conditions: MakeCommand = (world, finish) =>
  filterFlags(command('conditions', 'what positions hang on, with states and evidence'))
    .option('--dossier <name>', 'of what a dossier is about')
    .addOption(listOption('--words <words>', 'only of articles with these words'))
    .addOption(formatOption(['table', 'json']))
    .action(async (flags) => {
      const { conditionsCommand } = await import('./command/follow.ts');
      finish(await conditionsCommand(flags, world));
    });

const dossier: MakeCommand = (world, finish) =>
  filterFlags(command('dossier', 'list, show, open or change dossiers'))
    .argument('[NAME]', 'which; with a question, words, filters or entries: open or change it')
    .option('--as <name>', 'who opens or changes it')
    .option('--question <words>', 'what it follows')
    .addOption(listOption('--words <words>', 'what its articles hold'))
    .addOption(listOption('--include <entry>', 'belongs to it all the same'))
    .addOption(listOption('--exclude <entry>', 'does not belong to it'))
    .addOption(formatOption(['table', 'json']))
    .action(async (name, flags) => {
      const { dossierCommand } = await import('./command/follow.ts');
      finish(await dossierCommand(name, flags, world));
    });

const show: MakeCommand = (world, finish) =>
  databaseFlag(
    command('show', 'one statement or commitment, how far it has come, who decided what'),
  )
    .argument('<ENTRY>', 'its id, as `search --ids` shows it')
    .addOption(formatOption(['table', 'json']))
    .action(async (entry, flags) => {
      const { showCommand } = await import('./command/show.ts');
      finish(await showCommand(entry, flags, world));
    });

const decisions: MakeCommand = (world, finish) =>
  databaseFlag(command('decisions', 'what people decided, newest first'))
    .option('--by <name>', 'who decided')
    .option('--target <id>', 'on which entry, condition or actor')
    .option('--limit <number>', 'how many at most', (value) => wholeNumber(value, 500), 50)
    .addOption(formatOption(['table', 'json']))
    .action(async (flags) => {
      const { decisionsCommand } = await import('./command/follow.ts');
      finish(await decisionsCommand(flags, world));
    });

const articles: MakeCommand = (world, finish) =>
  databaseFlag(command('articles', 'the articles of the ledger, newest first')).action(
    async (flags) => {
      const { articlesCommand } = await import('./command/store.ts');
      finish(await articlesCommand(flags, world));
    },
  );

const actors: MakeCommand = (world, finish) =>
  databaseFlag(command('actors', 'the actors of the ledger, most reported first'))
    .argument('[NAME]', 'the beginning of a word of the name')
    .option('--more', 'with other names, offices and their dates, and whom it may be')
    .action(async (name, flags) => {
      const { actorsCommand } = await import('./command/store.ts');
      finish(await actorsCommand(name, flags, world));
    });

const orphans: MakeCommand = (world, finish) =>
  databaseFlag(
    command('orphans', 'decisions that fit nothing any more; `decide move` takes them on'),
  ).action(async (flags) => {
    const { orphansCommand } = await import('./command/store.ts');
    finish(await orphansCommand(flags, world));
  });

const exported: MakeCommand = (world, finish) =>
  databaseFlag(command('export', 'every current record, one a line'))
    .option('--as-read', 'as the machine read it, without decisions')
    .action(async (flags) => {
      const { exportCommand } = await import('./command/store.ts');
      finish(await exportCommand({ ...flags, as: flags.asRead ? 'read' : 'decided' }, world));
    });

const verify: MakeCommand = (world, finish) =>
  command('verify', 'check exported records against their sources, offline')
    .argument('<RECORDS>', 'a file of records, one a line, as `export` and `read` write them')
    .argument('[SOURCE...]', 'the texts as they stand now; without any, the texts in the records')
    .addOption(formatOption(['table', 'jsonl']))
    .action(async (file, sources, flags) => {
      const { verifyCommand } = await import('./command/verify.ts');
      finish(await verifyCommand([file, sources], flags, world));
    });

const serve: MakeCommand = (world, finish) =>
  databaseFlag(command('serve', 'the app and the API, in the browser'))
    .option('--port <number>', '0 takes any that is free', portNumber, PORT)
    .option('--host <address>', 'where to listen (default: this machine only)')
    .addOption(jobsOption(cores()))
    .option('--allow-private-addresses', 'fetch addresses of private networks too')
    .action(async (flags) => {
      const { serveCommand } = await import('./command/serve.ts');
      finish(await serveCommand(flags, world));
    });

const backup: MakeCommand = (world, finish) =>
  databaseFlag(command('backup', 'write the whole ledger to a file'))
    .argument('<FILE>', '.gz packs it')
    .action(async (file, flags) => {
      const { backupCommand } = await import('./command/store.ts');
      finish(await backupCommand(file, flags, world));
    });

const restore: MakeCommand = (world, finish) =>
  databaseFlag(command('restore', 'read a backup into a new ledger'))
    .argument('<FILE>', 'what `backup` wrote')
    .action(async (file, flags) => {
      const { restoreCommand } = await import('./command/store.ts');
      finish(await restoreCommand(file, flags, world));
    });

/** For those who work on the reader: scores and training, with their own flags. */
const evaluate: MakeCommand = (world, finish) =>
  command('evaluate', 'score the reader on a corpus')
    .argument('<STAGE>', 'which stage; `list` names them')
    .option('--corpora <folder>', 'where the corpora are', '../shared/corpora')
    .option('--json', 'print the figures as JSON')
    .option('--dev', 'leave the test files alone')
    .action(async (stage, flags) => {
      const { evaluateCommand } = await import('./command/evaluate.ts');
      finish(await evaluateCommand(stage, flags, world));
    });

const COMMANDS: readonly MakeCommand[] = [
  read,
  parse,
  add,
  search,
  board,
  shifts,
  compare,
  diff,
  decide,
  show,
  decisions,
  conditions,
  dossier,
  articles,
  actors,
  orphans,
  exported,
  verify,
  serve,
  backup,
  restore,
  evaluate,
];

function cores(): number {
  return Math.min(8, availableParallelism());
}
