import type { Lines } from './evidence.ts';

export type Severity = 'error' | 'warning' | 'info';

/**
 * What was found: a stable kebab-case code, and what there is to say with it. Plain data; the words, in each language, are
 * in `src/map/finding-messages.ts`. Hours are minutes of a day, days are ISO dates, weekdays are numbers from Monday, 1.
 */
export type Said =
  | { readonly code: 'end-before-start'; readonly in: 'session' }
  | { readonly code: 'end-before-start'; readonly in: 'front-matter'; readonly start: string; readonly end: string }
  | {
      readonly code: 'end-before-start';
      readonly in: 'agenda';
      readonly title: string;
      readonly start: number;
      readonly end: number;
    }
  | { readonly code: 'weekday-mismatch'; readonly printed: number; readonly date: string; readonly weekday: number }
  | {
      readonly code: 'time-mismatch';
      readonly in: 'event';
      readonly edge: 'start' | 'end';
      readonly declared: number;
      readonly printed: number;
      /** Where the other hour is printed: in the text, in the agenda, or in the front matter under this label. */
      readonly where: 'text' | 'agenda' | { readonly label: string };
    }
  | {
      readonly code: 'time-mismatch';
      readonly in: 'agenda';
      readonly title: string;
      readonly room: number;
      readonly count: number;
      readonly each: number;
    }
  | {
      readonly code: 'date-mismatch';
      readonly in: 'text' | 'agenda';
      /** First and last day. */
      readonly declared: readonly [string, string];
      readonly printed: readonly [string, string];
    }
  | { readonly code: 'count-mismatch'; readonly of: 'items'; readonly said: number; readonly listed: number }
  | {
      readonly code: 'count-mismatch';
      readonly of: 'days';
      readonly said: number;
      readonly declared: readonly [string, string];
      readonly length: number;
    }
  | { readonly code: 'agenda-incomplete'; readonly title: string }
  | {
      readonly code: 'agenda-after-end';
      readonly title: string;
      readonly edge: 'start' | 'end';
      readonly at: number;
      readonly end: number;
    }
  | { readonly code: 'missing-time'; readonly title: string }
  | { readonly code: 'index-without-body'; readonly title: string }
  | { readonly code: 'body-without-index'; readonly title: string }
  | { readonly code: 'title-mismatch'; readonly index: string; readonly heading: string }
  | {
      readonly code: 'page-used-twice';
      readonly page: number;
      readonly first: string;
      readonly second: string;
    }
  | { readonly code: 'repeated-people-block'; readonly title: string; readonly other: string }
  | {
      readonly code: 'same-person-twice';
      readonly name: string;
      readonly title: string;
      readonly other: string;
    }
  | { readonly code: 'near-names'; readonly name: string; readonly other: string; readonly line: number }
  | { readonly code: 'long-line' }
  | { readonly code: 'unread-people-line'; readonly what: 'numbered item' | 'people block' }
  | {
      readonly code: 'personal-data-removed';
      readonly field: string;
      readonly removed: readonly ('e-mail address' | 'telephone number')[];
    }
  | { readonly code: 'ambiguous-local-time'; readonly field: string; readonly value: string; readonly zone: string }
  | { readonly code: 'unknown-kind'; readonly field: string; readonly value: string }
  | { readonly code: 'not-in-lookup'; readonly field: string; readonly value: string; readonly known: string }
  | { readonly code: 'several-values'; readonly field: string; readonly value: string }
  | {
      readonly code: 'uneven-parts';
      readonly field: string;
      readonly values: number;
      readonly beside: number;
      readonly value: string;
    }
  | {
      readonly code: 'unpaired-affiliations';
      readonly roles: number;
      /** The first of the roles. */
      readonly value: string;
      readonly organizations: number;
    }
  | { readonly code: 'address-not-understood'; readonly value: string }
  | { readonly code: 'place-without-name'; readonly value: string }
  | ({ readonly code: 'reference-not-found' } & Reference)
  | ({ readonly code: 'reference-ambiguous' } & Reference)
  | { readonly code: 'date-refused'; readonly value: string }
  | { readonly code: 'link-refused'; readonly value: string };

export type FindingCode = Said['code'];

/** Something about a source that its editor should see. It never changes a fact. */
export type Finding = Said & {
  readonly severity: Severity;
  readonly lines: Lines;
  /** `config`: the lines are of the config file. Without it, they are of the document read. */
  readonly document?: 'config';
  /** Key of the record it is about, where there is one. */
  readonly about?: string;
};

/** A finding about these lines. @param about key of the record it is about */
export const finding = (severity: Severity, said: Said, lines: Lines, about?: string): Finding => ({
  ...said,
  severity,
  lines,
  ...(about === undefined ? {} : { about }),
});

// --- internal ---

/** A reference that was looked up by this key or name. */
interface Reference {
  readonly field: string;
  readonly value: string;
  readonly type: string;
  readonly source: string;
}
