import type { Attested, Evidence, Lines } from '../domain/evidence.ts';
import { type Finding, finding } from '../domain/finding.ts';
import type { Mention } from '../domain/mention.ts';
import { SourceError } from '../errors.ts';
import { CLASSES, LINKED } from './classes.ts';
import { dateToken } from './date.ts';
import type { Source } from './document.ts';
import type { Ids, KeyedKind } from './ids.ts';
import { type IriKind, type Iris, linkToken, slugOfText } from './iri.ts';
import { articleAround, type KeyedRecord, type Keys, nameOf } from './keys.ts';
import { literal, quad } from './nquads.ts';
import { type Desk, type Passage, provenanceQuads } from './provenance.ts';
import { term } from './vocab.ts';

/** What all documents of a build have in common. */
export interface Office extends Desk {
  readonly ids: Ids;
}

/** A thing of the graph: its token, and what its name is made of. */
export interface Thing {
  readonly token: string;
  readonly kind: IriKind;
  readonly slug: string;
}

/** Writes down what one document says, each statement once, in the graph of its passage. */
export class Scribe {
  /** Values that were refused, for the editor to see. */
  readonly refusals: Finding[] = [];
  readonly #office: Office;
  readonly #source: Source;
  readonly #config: Source | undefined;
  readonly #keys: Keys;
  readonly #lines = new Set<string>();
  readonly #passages = { read: new Map<number, Passage>(), config: new Map<number, Passage>() };
  readonly #mentions = new Map<string, string>();
  /** IRIs of the document read and of the config. */
  readonly #documents = new Map<'config' | undefined, string>();

  constructor(office: Office, source: Source, keys: Keys, config?: Source) {
    this.#office = office;
    this.#source = source;
    this.#config = config;
    this.#keys = keys;
  }

  /** The passage of some evidence; notes the rule and grade by which it was read. */
  at(evidence: Evidence): Passage {
    const passage = this.passage(evidence.lines, evidence.document);
    passage.rules.add(evidence.rule);
    passage.grades.add(evidence.grade);
    return passage;
  }

  /** The passage of these lines. */
  passage(lines: Lines, document?: 'config'): Passage {
    const known = this.#passages[document ?? 'read'];
    const key = lines.first * 2 ** 26 + lines.last;
    let passage = known.get(key);
    if (passage === undefined) {
      if (
        !(Number.isInteger(lines.first) && Number.isInteger(lines.last) && lines.first > 0) ||
        lines.last < lines.first
      )
        throw this.error('lines must be whole numbers from 1, the last not before the first', lines, 'lines', lines);
      const iri = this.#office.iris.passage(this.#documentIri(lines, document), lines);
      passage = { token: `<${iri}>`, lines, rules: new Set(), grades: new Set() };
      known.set(key, passage);
    }
    return passage;
  }

  /** Says it in that graph, a passage's or another. */
  say(at: Pick<Passage, 'token'>, subject: string, predicate: string, object: string): void {
    this.#lines.add(quad(subject, predicate, object, at.token));
  }

  /** States a text, where there is one. */
  text(subject: string, predicate: string, value: Attested | undefined): void {
    if (value !== undefined) this.say(this.at(value), subject, predicate, this.literal(value.value));
  }

  texts(subject: string, predicate: string, values: readonly Attested[]): void {
    for (const value of values) this.text(subject, predicate, value);
  }

  /** States a date or a time, where there is one; refuses what is neither. */
  date(subject: string, predicate: string, value: Attested | undefined): void {
    if (value === undefined) return;
    const token = dateToken(value.value);
    if (token === undefined) this.#refuse('date-refused', value);
    else this.say(this.at(value), subject, predicate, token);
  }

  /** States links; refuses what is not an http(s) address. */
  links(subject: string, predicate: string, values: readonly Attested[]): void {
    for (const value of values) {
      const token = linkToken(value.value);
      if (token === undefined) this.#refuse('link-refused', value);
      else this.say(this.at(value), subject, predicate, token);
    }
  }

  /** A source's text as a literal, without personal contact data. */
  literal(text: string, language?: string): string {
    return literal(this.scrub(text), language);
  }

  scrub(text: string): string {
    return this.#office.scrub(text);
  }

  /** Slug of a text, as its literal has it. */
  slug(text: string): string {
    return slugOfText(this.scrub(text));
  }

  get iris(): Iris {
    return this.#office.iris;
  }

  /** What a mention refers to; says that it is one, of which class, and what the text gives with it. */
  thing(mention: Mention, at: Passage = this.at(mention)): Thing & { readonly mention: string } {
    const thing = this.#entity(mention.kind, this.#office.ids.slugOf(mention, this.#source.document));
    const node = this.#mentionNode(mention, thing);
    this.say(at, thing.token, term.rdf.type, CLASSES[mention.kind]);
    this.say(at, node, term.rdf.type, term.mlg.Mention);
    this.say(at, node, term.mlg.surface, this.literal(mention.surface));
    this.say(at, node, term.mlg.refersTo, thing.token);
    if (mention.url !== undefined && LINKED.has(mention.kind)) {
      this.links(thing.token, term.schema.url, [{ ...mention, value: mention.url }]);
    }
    if (mention.within !== undefined) this.#within(at, thing, mention.within);
    return { ...thing, mention: node };
  }

  /** States that the subject stands in a relation to what the text mentions. */
  refer(subject: string, predicate: string, mentions: readonly Mention[]): void {
    for (const mention of mentions) this.say(this.at(mention), subject, predicate, this.thing(mention).token);
  }

  /** A record of this document. */
  record(record: KeyedRecord): Thing {
    return this.#entity(record.type, this.#office.ids.slugOfKey(record.type, record.key, nameOf(record)));
  }

  /** The record with this key. Throws a SourceError where the document has none of these kinds. */
  keyed(key: string, kinds: readonly KeyedKind[], field: string, lines: Lines): Thing {
    const record = this.#keys.get(key);
    if (record === undefined) throw this.error('no record of this document has this key', lines, field, key);
    if (!kinds.includes(record.type)) {
      throw this.error(
        `the key is of a record of type ${record.type}; expected ${kinds.join(' or ')}`,
        lines,
        field,
        key,
      );
    }
    return this.record(record);
  }

  /** The record with this key, of any kind, where the document has one. */
  find(key: string): Thing | undefined {
    const record = this.#keys.get(key);
    return record === undefined ? undefined : this.record(record);
  }

  /** The article that some evidence belongs to, if any. */
  articleAround({ lines }: Evidence): Thing | undefined {
    const article = articleAround(this.#keys, lines);
    return article === undefined ? undefined : this.record(article);
  }

  error(message: string, lines: Lines, field: string, value: unknown): SourceError {
    const { sourceId, path } = this.#source.document;
    return new SourceError(message, { source: sourceId, path, line: lines.first, field, value });
  }

  /** Everything that was said, with the provenance of the passages used, as N-Quads lines, each once. */
  finish(): readonly string[] {
    const { read, config } = this.#passages;
    const provenance = provenanceQuads(this.#office, this.#source, read.values());
    if (this.#config === undefined || config.size === 0) return [...this.#lines, ...provenance];
    return [...this.#lines, ...provenance, ...provenanceQuads(this.#office, this.#config, config.values())];
  }

  #entity(kind: IriKind, slug: string): Thing {
    return { token: `<${this.#office.iris.entity(kind, slug)}>`, kind, slug };
  }

  /** One node a line, surface and referent. Where two would share an IRI, the second in order takes a number. */
  #mentionNode(mention: Mention, thing: Thing): string {
    const document = this.#documentIri(mention.lines, mention.document);
    const slug = this.slug(mention.surface);
    const meant = `${mention.surface} ${thing.token}`;
    for (let n = 1; ; n++) {
      const iri = this.#office.iris.mention(document, mention.lines.first, n === 1 ? slug : `${slug}-${n}`);
      const known = this.#mentions.get(iri);
      if (known === undefined) this.#mentions.set(iri, meant);
      if (known === undefined || known === meant) return `<${iri}>`;
    }
  }

  #within(at: Passage, thing: Thing, mention: Mention): void {
    const whole = this.thing(mention);
    if (whole.token === thing.token) return;
    if (thing.kind === 'organization' && whole.kind === 'organization') {
      this.say(at, thing.token, term.schema.parentOrganization, whole.token);
    } else if ((thing.kind === 'organization' || thing.kind === 'project') && whole.kind === 'place') {
      this.say(at, thing.token, term.schema.location, whole.token);
    }
  }

  #documentIri(lines: Lines, document: 'config' | undefined): string {
    const known = this.#documents.get(document);
    if (known !== undefined) return known;
    const source = document === 'config' ? this.#config : this.#source;
    if (source === undefined) {
      throw this.error(
        'the config states this value, but the config document was not passed',
        lines,
        'document',
        document,
      );
    }
    const iri = this.#office.iris.document(source.document.sourceId, source.document.name);
    this.#documents.set(document, iri);
    return iri;
  }

  #refuse(code: 'date-refused' | 'link-refused', { value, lines, document }: Attested): void {
    const refused = finding('warning', { code, value }, lines);
    this.refusals.push(document === undefined ? refused : { ...refused, document });
  }
}
