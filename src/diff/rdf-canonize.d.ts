/** The one call that is used here; the package brings no types. */
declare module 'rdf-canonize' {
  import type { Quad } from 'n3';

  const canonize: {
    canonize(
      dataset: readonly Quad[],
      options: { readonly algorithm: 'RDFC-1.0'; readonly maxWorkFactor?: number },
    ): Promise<string>;
  };
  export default canonize;
}
