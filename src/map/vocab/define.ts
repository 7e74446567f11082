export type Vocabulary<Name extends string> = { readonly [N in Name]: string };

/** A typed list of terms: a typo does not compile. */
export function vocabulary<const Name extends string>(namespace: string, names: readonly Name[]): Vocabulary<Name> {
  return Object.freeze(Object.fromEntries(names.map((name) => [name, namespace + name]))) as Vocabulary<Name>;
}

/** The same terms as N-Quads tokens. */
export function tokens<const Name extends string>(list: Vocabulary<Name>): Vocabulary<Name> {
  const entries = Object.entries<string>(list).map(([name, iri]) => [name, `<${iri}>`]);
  return Object.freeze(Object.fromEntries(entries)) as Vocabulary<Name>;
}
