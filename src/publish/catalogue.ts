import { createIris } from '../map/iri.ts';
import { literal } from '../map/nquads.ts';
import { mediaTypeIri, NAMESPACES, term, xsd } from '../map/vocab.ts';
import type { Dataset } from './dataset.ts';
import { DUMPS } from './dump.ts';
import type { SiteFile } from './folder.ts';
import { parseLine } from './statement.ts';
import { type Prefixes, turtleText } from './turtle.ts';

/**
 * `catalog.ttl`: a DCAT-AP 3 catalogue of the one dataset, as the graph describes it, with its files as distributions.
 * @param lines canonical lines of the graph
 */
export function catalogue(
  dataset: Dataset,
  lines: readonly string[],
  files: Iterable<SiteFile>,
  prefixes: Prefixes,
): string {
  const iris = createIris(dataset.base);
  const node = `<${iris.file('catalog')}>`;
  const about = `<${iris.dataset()}>`;
  const license = dataset.license === undefined ? undefined : `<${dataset.license}>`;
  const publisher = `<${iris.datasetPart('publisher')}>`;
  const own = describedIn(lines, iris.graph('dataset')).filter((line) => !isFigure(line));
  const out = [
    ...own,
    `${node} ${term.rdf.type} ${term.dcat.Catalog} .`,
    `${node} ${term.dct.title} ${literal(dataset.title, dataset.language)} .`,
    `${node} ${term.dct.description} ${literal(dataset.description, dataset.language)} .`,
    ...licensed(node, license),
    `${node} ${term.dcat.dataset} ${about} .`,
    `${node} ${term.foaf.homepage} <${dataset.base}> .`,
    `${about} ${term.dcat.landingPage} <${dataset.base}> .`,
    `<${dataset.base}> ${term.rdf.type} ${term.foaf.Document} .`,
    ...(dataset.publisher === undefined ? [] : [`${node} ${term.dcterms.publisher} ${publisher} .`]),
  ];
  for (const file of files) {
    const [mediaType, packed] = mediaTypeOf(file.path);
    if (mediaType !== undefined) out.push(...distribution(iris, file, mediaType, packed, about, license));
  }
  return turtleText(out, prefixes);
}

/** `.well-known/void`: the figures, and where the dumps are (https://www.w3.org/TR/void/#well-known). */
export function voidDescription(
  dataset: Dataset,
  lines: readonly string[],
  files: Iterable<SiteFile>,
  prefixes: Prefixes,
): string {
  const iris = createIris(dataset.base);
  const about = `<${iris.dataset()}>`;
  const document = `<${iris.file('.well-known/void')}>`;
  const dumps = [...files].filter(({ path }) => path.startsWith('dumps/'));
  const out = [
    ...describedIn(lines, iris.graph('dataset')),
    `${document} ${term.rdf.type} ${term.void.DatasetDescription} .`,
    `${document} ${term.foaf.primaryTopic} ${about} .`,
    ...dumps.map(({ path }) => `${about} ${term.void.dataDump} <${iris.file(path)}> .`),
  ];
  return turtleText(out, prefixes);
}

// --- internal ---

/** Lines of a graph, without it. */
function describedIn(lines: readonly string[], graph: string): string[] {
  const end = ` <${graph}> .`;
  return lines.filter((line) => line.endsWith(end)).map((line) => `${line.slice(0, -end.length)} .`);
}

/** Of partitions and measures: they are in `.well-known/void`, and in the graph. */
function isFigure(line: string): boolean {
  const { subject, predicate } = parseLine(line);
  return predicate.startsWith(NAMESPACES.void) || /#(?:class|property|links|target)-|\/id\/quality\//.test(subject);
}

/** Nothing is published without a licence; a server may answer without one. */
function licensed(node: string, license: string | undefined): string[] {
  return license === undefined ? [] : [`${node} ${term.dcterms.license} ${license} .`];
}

function mediaTypeOf(path: string): readonly [string | undefined, boolean] {
  const plain = path.replace(/\.gz$/, '');
  const dump = Object.entries(DUMPS).find(([name]) => plain === `dumps/${name}`)?.[1];
  return [dump ?? (/^tables\/.+\.csv$/.test(plain) ? 'text/csv' : undefined), plain !== path];
}

function distribution(
  iris: ReturnType<typeof createIris>,
  { path, bytes, sha256 }: SiteFile,
  mediaType: string,
  packed: boolean,
  about: string,
  license: string | undefined,
): string[] {
  const node = `<${iris.datasetPart(`file-${path.replaceAll('/', '-')}`)}>`;
  const checksum = `<${iris.datasetPart(`checksum-${path.replaceAll('/', '-')}`)}>`;
  const type = `<${mediaTypeIri(mediaType)}>`;
  const gzip = `<${mediaTypeIri('application/gzip')}>`;
  return [
    `${about} ${term.dcat.distribution} ${node} .`,
    `${node} ${term.rdf.type} ${term.dcat.Distribution} .`,
    `${node} ${term.dct.title} ${literal(path)} .`,
    `${node} ${term.dcat.accessURL} <${iris.file(path)}> .`,
    `${node} ${term.dcat.downloadURL} <${iris.file(path)}> .`,
    `${node} ${term.dcat.mediaType} ${type} .`,
    `${type} ${term.rdf.type} ${term.dct.MediaType} .`,
    ...(packed
      ? [`${node} ${term.dcat.compressFormat} ${gzip} .`, `${gzip} ${term.rdf.type} ${term.dct.MediaType} .`]
      : []),
    `${node} ${term.dcat.byteSize} ${literal(String(bytes), xsd.nonNegativeInteger)} .`,
    ...licensed(node, license),
    `${node} ${term.spdx.checksum} ${checksum} .`,
    `${checksum} ${term.rdf.type} ${term.spdx.Checksum} .`,
    `${checksum} ${term.spdx.algorithm} ${term.spdx.checksumAlgorithm_sha256} .`,
    `${checksum} ${term.spdx.checksumValue} ${literal(sha256, xsd.hexBinary)} .`,
  ];
}
