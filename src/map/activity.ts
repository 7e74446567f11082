import type { Iris } from './iri.ts';
import { literal, quad } from './nquads.ts';
import { ONTOLOGY_GRAPH, term, xsd } from './vocab.ts';

/** How a graph was built. Nothing in it comes from a clock: the same inputs make the same activity. */
export interface BuildActivity {
  /** Name and version of the program: `maillage 0.1.0`. */
  readonly tool: string;
  /** Files of the config, itself first: ledgers that it names follow. Hex SHA-256 of their bytes. */
  readonly config: readonly { readonly name: string; readonly sha256: string }[];
  /** Hex SHA-256 of the ontology's files. */
  readonly ontology: string;
  /** Sources, each with one hex SHA-256 over its documents. */
  readonly sources: readonly { readonly id: string; readonly sha256: string }[];
  /** The newest day that the sources bear, or the one given from outside: `2023-05-02`. */
  readonly day?: string;
}

/** The activity with the dataset that it made, as N-Quads lines of the graph `dataset`. */
export function activityQuads(iris: Iris, build: BuildActivity): string[] {
  const graph = `<${iris.graph('dataset')}>`;
  const lines: string[] = [];
  const say = (subject: string, property: string, object: string): void =>
    void lines.push(quad(subject, property, object, graph));
  const activity = `<${iris.datasetPart('build')}>`;
  const agent = `<${iris.datasetPart('tool')}>`;
  const [name = build.tool, version] = build.tool.split(' ');
  say(`<${iris.dataset()}>`, term.activity.wasGeneratedBy, activity);
  say(activity, term.rdf.type, term.activity.Activity);
  say(activity, term.activity.wasAssociatedWith, agent);
  say(agent, term.rdf.type, term.activity.SoftwareAgent);
  say(agent, term.schema.name, literal(name));
  if (version !== undefined) say(agent, term.software.softwareVersion, literal(version));
  if (build.day !== undefined) say(activity, term.dcterms.date, literal(build.day, xsd.date));
  const inputs: readonly (readonly [token: string, sha256: string])[] = [
    ...build.config.map((file) => [`<${iris.document('config', file.name)}>`, file.sha256] as const),
    [`<${ONTOLOGY_GRAPH}>`, build.ontology],
    ...build.sources.map((source) => [`<${iris.source(source.id)}>`, source.sha256] as const),
  ];
  for (const [token, sha256] of inputs) {
    say(activity, term.activity.used, token);
    say(token, term.rdf.type, term.activity.Entity);
    say(token, term.mlg.sha256, literal(sha256));
  }
  return lines;
}
