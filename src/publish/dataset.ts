/** What is published, as its config names it. */
export interface Dataset {
  readonly base: string;
  readonly title: string;
  readonly description: string;
  readonly language: 'fr' | 'en';
  /** Without one nothing is published. */
  readonly license?: string;
  readonly publisher?: { readonly name: string; readonly url?: string };
}
