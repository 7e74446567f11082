import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../src/domain/evidence.ts';
import type { DomainRecord } from '../../src/domain/record.ts';
import { onlyStated } from '../../src/extract/stated.ts';
import { records } from '../support/arbitrary-records.ts';
import { mention, on, value } from '../support/records.ts';

const inferred = <T extends Evidence>(said: T): T => ({ ...said, grade: 'inferred' });

/** Everything in a value that has a grade. */
function graded(part: unknown): { grade: string }[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = 'grade' in part ? [part as { grade: string }] : [];
  return [...own, ...Object.values(part).flatMap(graded)];
}

const none = { organizers: [], partners: [], about: [], keywords: [], urls: [] };
const event: DomainRecord = { ...on(1), ...none, type: 'event', key: 'e', name: value(1, 'Foire') };
const session: DomainRecord = {
  ...{ ...on(2), type: 'session', key: 's', event: 'e', title: value(2, 'Atelier') },
  ...{ format: inferred(value(3, 'atelier' as const)), start: value(2, '2030-05-14T10:00:00+02:00') },
  presents: [
    {
      project: mention('project', 4, 'Semis'),
      kind: 'software',
      steward: inferred(mention('organization', 4, 'Orme')),
    },
    { project: inferred(mention('project', 5, 'Ruche')), kind: 'service' },
  ],
};
const talk: DomainRecord = {
  ...{ ...on(6), type: 'participation', in: 's', capacity: 'speaker', tentative: false },
  actor: mention('person', 6, 'Ada Noor', { within: inferred(mention('organization', 6, 'Orme')) }),
  affiliations: [
    { ...on(6), role: 'maire', organization: inferred(mention('organization', 6, 'Orme')), past: false },
    { ...on(6), organization: inferred(mention('organization', 6, 'Aulne')), past: false },
    { ...inferred(on(6)), role: 'élue', past: false },
  ],
};

describe('onlyStated', () => {
  it('leaves out inferred values, affiliations and presented items, and keeps what stands beside them', () => {
    expect(onlyStated([event, session, talk])).toEqual([
      event,
      {
        ...{ ...on(2), type: 'session', key: 's', event: 'e', title: value(2, 'Atelier') },
        start: value(2, '2030-05-14T10:00:00+02:00'),
        presents: [{ project: mention('project', 4, 'Semis'), kind: 'software' }],
      },
      {
        ...{ ...on(6), type: 'participation', in: 's', capacity: 'speaker', tentative: false },
        actor: mention('person', 6, 'Ada Noor'),
        affiliations: [{ ...on(6), role: 'maire', past: false }],
      },
    ]);
  });

  it('leaves out a place of which only the street is stated', () => {
    const location = { name: inferred(value(1, 'Halle')), street: value(1, '1 rue Basse') };
    expect(onlyStated([{ ...event, location } as DomainRecord])).toEqual([event]);
  });

  it('leaves out a record without its name, and what stands in it', () => {
    const nameless = { ...event, name: inferred(value(1, 'Foire')) } as DomainRecord;
    const person: DomainRecord = {
      ...{ ...on(9), type: 'person', person: mention('person', 9, 'Ada Noor') },
      ...{ affiliations: [], projects: [], urls: [], sameAs: [] },
    };
    expect(onlyStated([nameless, session, talk, person])).toEqual([person]);
  });

  it('keeps what stands in a record that was never there, for the mapper to tell', () => {
    const [first] = onlyStated([{ ...talk, in: 'elsewhere' } as DomainRecord]);
    expect(first).toMatchObject({ type: 'participation', in: 'elsewhere' });
  });

  it('leaves nothing that is inferred, adds nothing, and changes nothing a second time', () => {
    fc.assert(
      fc.property(records, (some) => {
        const left = onlyStated(some);
        expect(graded(left).every(({ grade }) => grade === 'stated')).toBe(true);
        expect(onlyStated(left)).toEqual(left);
        const before = new Set(some.map((record) => JSON.stringify([record.type, 'key' in record ? record.key : ''])));
        for (const record of left)
          expect(before).toContain(JSON.stringify([record.type, 'key' in record ? record.key : '']));
      }),
    );
  });

  it('keeps everything where all is stated', () => {
    fc.assert(
      fc.property(records, (some) => {
        const stated = JSON.parse(JSON.stringify(some).replaceAll('"grade":"inferred"', '"grade":"stated"'));
        // a place without name and locality, and an affiliation of nothing, are none in any case
        const whole = onlyStated(stated);
        expect(graded(whole)).toHaveLength(graded(stated).length - graded(emptyAffiliations(stated)).length);
        expect(whole.map(({ type }) => type)).toEqual(some.map(({ type }) => type));
      }),
    );
  });

  it('keeps of a list exactly what is stated, in its order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ minLength: 1 }), fc.boolean()), { maxLength: 8 }), (words) => {
        const keywords = words.map(([word, sure]) => (sure ? value(3, word) : inferred(value(3, word))));
        const organizers = words.map(([word, sure]) =>
          sure ? mention('organization', 4, word) : inferred(mention('organization', 4, word)),
        );
        const [first] = onlyStated([{ ...event, keywords, organizers } as DomainRecord]);
        const sure = words.filter(([, stated]) => stated).map(([word]) => word);
        expect(first).toEqual({
          ...event,
          keywords: sure.map((word) => value(3, word)),
          organizers: sure.map((word) => mention('organization', 4, word)),
        });
      }),
    );
  });
});

/** Affiliations that name neither a role nor an organisation, which the arbitrary records have and no reader makes. */
function emptyAffiliations(some: readonly DomainRecord[]): unknown[] {
  return some.flatMap((record) =>
    'affiliations' in record
      ? record.affiliations.filter((one) => one.role === undefined && one.organization === undefined)
      : [],
  );
}
