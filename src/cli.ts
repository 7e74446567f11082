import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { build } from './commands/build.ts';
import { check } from './commands/check.ts';
import { EXIT, type Terminal, version } from './commands/context.ts';
import { diff } from './commands/diff.ts';
import { evaluate } from './commands/evaluate.ts';
import { explain } from './commands/explain.ts';
import { judge } from './commands/judge.ts';
import { load } from './commands/load.ts';
import { network } from './commands/network.ts';
import { publish } from './commands/publish.ts';
import { query, sparql } from './commands/query.ts';
import { review } from './commands/review.ts';
import { serve } from './commands/serve.ts';
import { suppress } from './commands/suppress.ts';
import { RecordError, SourceError, UsageError } from './errors.ts';
import { NETWORK_FORMATS } from './network/export.ts';
import { OCCASION_TYPES, WEIGHTINGS } from './network/network.ts';
import { outputFormats } from './query/run.ts';
import { FolderTaken } from './store/lock.ts';
import { NoSnapshot } from './store/snapshot.ts';
import { QueryFailed } from './store/store.ts';

const terminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  in: () => text(process.stdin),
  lines: () => createInterface({ input: process.stdin }),
  // A judgement says on which day it was made; nothing else here reads a clock.
  today: () => new Date().toISOString().slice(0, 10),
  ...(process.stdout.isTTY ? { width: process.stdout.columns } : {}),
};

process.stdout.on('error', cannotWrite);
process.stderr.on('error', cannotWrite);

const program = new Command('maillage')
  .description('Turns the pages and programmes in which a community describes itself into an open knowledge graph.')
  .version(version())
  .showHelpAfterError('(maillage --help lists the commands)')
  .exitOverride()
  .addHelpText(
    'after',
    `
Exit codes: 0 done; 1 failed; 2 wrong usage or config; 3 built, but files were left out (each is named with its reason).
Data goes to stdout, progress and messages to stderr.

A first look:
  maillage build --dumps          build the graph of data/maillage.config.yaml into build/
  maillage query                  list the saved queries
  maillage query sessions         run one
  maillage explain IRI            where each statement about something was read`,
  );

common(program.command('build'))
  .description('Build the graph of a config into the build folder. Sources that have not changed are taken over.')
  .option('--dumps', 'also write graph.ttl, graph.nq, graph.trig, graph.jsonld and graph.rdf into the build folder')
  .option('--report', 'also run the saved queries and say how many rows each gives')
  .option('--fresh', 'read every source again, whatever has changed')
  .option('--check', 'also hold the graph to shapes and rules (maillage check), and name what breaks them')
  .option('--strict', 'the same, and give the build up where something does: the build before stays current')
  .option('--json', 'print the report as JSON')
  .action((options) => run(build({ ...options, epoch: process.env.SOURCE_DATE_EPOCH }, terminal)));

common(program.command('check'))
  .description(
    'Hold the built graph to the shapes and rules of the ontology: what breaks them, where, and how to mend it.',
  )
  .option('--json', 'print as JSON')
  .action((options) => run(check(options, terminal)));

common(program.command('query'))
  .description('Run a saved query (queries/NAME.rq) on the built graph; without NAME, list them.')
  .argument('[name]', 'name of the query')
  .addOption(formats())
  .option('-p, --param <name=value...>', 'value of a parameter of the query')
  .option('--json', 'the same as --format json')
  .action((name, options) => run(query(name, options, terminal)));

common(program.command('sparql'))
  .description(
    'Run a SPARQL query (SELECT, ASK, CONSTRUCT, DESCRIBE) on the built graph. The default graph is the union of all.',
  )
  .argument('[query]', 'the query; without it, --file or standard input is read')
  .option('--file <path>', 'read the query from a file')
  .addOption(formats())
  .option('--json', 'the same as --format json')
  .action((query, options) => run(sparql(query, options, terminal)));

common(program.command('explain'))
  .description('Say of each statement about something where it was read: file, lines and quoted words.')
  .argument('<thing>', 'IRI of an entity, session, finding …; or its end, such as person/ada-lovelace')
  .argument('[property]', 'only the statements with this property: schema:performer, or its IRI')
  .argument('[value]', 'only the one with this value: an IRI, its end, or a text')
  .option('--json', 'print as JSON')
  .action((thing, property, value, options) => run(explain(thing, { ...options, property, value }, terminal)));

common(program.command('review'))
  .description('Show what may be one, both sides with their lines, and take judgements of who is who.')
  .addOption(new Option('--format <format>', 'print the candidates as a table to fill in').choices(['csv']))
  .option('--from <file>', 'take the judgements of such a table, filled in')
  .option('--by <name>', 'who judges')
  .action((options) => run(review(options, terminal)));

common(program.command('judge'))
  .description(
    'Write one judgement of who is who. A and B are ids, addresses of mentions, or names (person:Ada Lovelace).',
  )
  .argument('<a>')
  .argument('<b>')
  .argument('<decision>', 'same, different or unsure')
  .option('--because <reason>', 'why')
  .option('--by <name>', 'who judges')
  .action((a, b, decision, options) => run(judge(a, b, decision, options, terminal)));

common(program.command('suppress'))
  .description('Leave someone who asks for it out of everything, from the next build on.')
  .argument('<id>', 'such as person/ada-lovelace')
  .action((id, options) => run(suppress(id, options, terminal)));
common(program.command('network'))
  .description('Write a network of actors for Gephi and other tools; every tie names the sessions behind it.')
  .argument('<view>', 'people, organizations, people-organizations or organizations-projects')
  .addOption(new Option('-f, --format <format>', 'form of the file').choices(NETWORK_FORMATS).default('gexf'))
  .addOption(new Option('--table <table>', 'of CSV: which table').choices(['edges', 'nodes']).default('edges'))
  .option('-o, --output <file>', 'write to a file instead of stdout')
  .option('--event <name...>', 'only of these events: IRIs, or their ends')
  .option('--year <year...>', 'only of these years')
  .addOption(new Option('--kind <kind...>', 'only ties of these kinds of occasions').choices(OCCASION_TYPES))
  .option('--format-of-session <format...>', 'only of sessions of these formats: atelier, conference …')
  .option('--min-weight <weight>', 'only ties of at least this weight', positive)
  .addOption(
    new Option('--weighting <weighting>', 'each shared session counts 1, or 1/(n - 1) of n who share it')
      .choices(WEIGHTINGS)
      .default('shared'),
  )
  .action((view, options) => run(network(view, options, terminal)));

common(program.command('evaluate'))
  .description('Measure how well the built graph was read, against labels that people made by hand.')
  .argument('<labels>', 'folder with sessions.json, pages.json, projects.json or clusters.json')
  .option('--only <part...>', 'measure only: programme, pages, projects, identity')
  .option('--errors <n>', 'also list the first N differences of each measure', wholeNumber)
  .option('--save <file>', 'put the figures into a file of measurements, which the config can publish (quality: FILE)')
  .option('--name <name>', 'name of the labels in saved figures (default: the name of the folder)')
  .option('--json', 'print as JSON')
  .action((labels, options) => run(evaluate(labels, options, terminal)));

common(program.command('load'))
  .description(
    'Put the built graph on a SPARQL server: the graphs that changed since the last load. Can be stopped and started again.',
  )
  .option('--to <endpoint>', 'query endpoint of the server (default: "store" of the config)')
  .option('--update <address>', 'where the server takes updates, where that is another address')
  .option('--batch <megabytes>', 'size of one request, which is one transaction (default: 16)', wholeNumber)
  .option('--fresh', 'replace every graph, whatever the server holds of earlier loads')
  .option('--json', 'print the report as JSON')
  .action((options) => run(load(options, terminal)));

common(program.command('serve'))
  .description('Serve the built graph: pages, linked data, SPARQL, saved queries, search, reconciliation.')
  .option('--host <address>', 'address to listen on', '127.0.0.1')
  .option('--port <number>', 'port to listen on', wholeNumber, 8080)
  .option('--address <url>', 'where the server is reached from outside (default: where it listens)')
  .option('--workers <n>', 'long queries that run at once (default: cores less one)', wholeNumber)
  .option('--timeout <seconds>', 'time limit of a query', positive, 10)
  .option('--cache <megabytes>', 'answers that are remembered until the next build; 0 for none', wholeNumber, 32)
  .option('--edit', 'take judgements of who is who on the quality page; on this machine only')
  .option('--trusted-proxy', 'take the client from X-Forwarded-For, which a proxy of yours sets')
  .action((options) => run(serve(options, terminal)));

common(program.command('publish'))
  .description('Publish the built graph as one folder for any file server: dumps, tables, catalogue, pages.')
  .requiredOption('-o, --output <dir>', 'folder to publish into; what was published there before is replaced whole')
  .option('--previous <path>', 'compare with a published folder, a build folder or a dump before publishing')
  .option('--max-loss <share>', 'with --previous: stop where more than this share is lost (default: 5%)')
  .option('--force', 'publish whatever is lost')
  .option('--json', 'print the files as JSON')
  .action((options) => run(publish(options, terminal)));

common(program.command('diff'))
  .description('Say what changed from one build to another in terms of things, and why.')
  .argument('<old>', 'build folder, published folder or dump (.nq, .trig, .ttl)')
  .argument('<new>', 'the same, of the newer graph')
  .addOption(new Option('-f, --format <format>', 'form of the answer').choices(['text', 'json', 'ttl']).default('text'))
  .option('--json', 'the same as --format json')
  .action((before, after, options) => run(diff(before, after, options, terminal)));

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

// --- internal ---

function common(command: Command): Command {
  return command
    .option('-c, --config <file>', 'config file (default: maillage.config.yaml, else data/maillage.config.yaml)')
    .option('-b, --build <dir>', 'build folder', 'build')
    .option('-q, --quiet', 'no progress on stderr');
}

function formats(): Option {
  return new Option('-f, --format <format>', 'form of the result (default: table, Turtle for graphs)').choices([
    ...outputFormats,
  ]);
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Expected a whole number.');
  return Number(text);
}

function positive(text: string): number {
  const value = Number(text);
  if (!/^\d{1,9}(?:\.\d{1,9})?$/.test(text) || value <= 0) {
    throw new InvalidArgumentError('Expected a number greater than 0.');
  }
  return value;
}

async function run(command: Promise<number>): Promise<void> {
  const code = await command;
  // Output that could not be written has set it already.
  process.exitCode ||= code;
}

/** A reader that has seen enough (`| head`) is no failure. */
function cannotWrite(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  process.exitCode = EXIT.failed;
  terminal.err(`error: the output cannot be written: ${error.message}\n`);
}

/** Says what went wrong in one line, and gives the exit code for it. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  const known =
    error instanceof UsageError ||
    error instanceof SourceError ||
    error instanceof RecordError ||
    error instanceof FolderTaken ||
    error instanceof NoSnapshot ||
    error instanceof QueryFailed;
  const message = error instanceof Error ? (known ? error.message : (error.stack ?? error.message)) : String(error);
  terminal.err(`error: ${message}\n`);
  return error instanceof UsageError ? EXIT.usage : EXIT.failed;
}
