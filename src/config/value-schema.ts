import { z } from 'zod';
import { AS, type FieldType } from './record-types.ts';
import { text } from './schema.ts';

/** What a value spec stands for. */
export interface ValuePlace {
  readonly field: FieldType;
  /** The part of a value of parts, e.g. `postalCode`. */
  readonly part?: string;
  /** References may stand here. */
  readonly refs: boolean;
}

const scalar = z.union([text('a value'), z.number(), z.boolean()], 'a value');

/** The shape of a value spec that is an object. Messages are phrases that follow "must be". */
export const valueSchema = z.strictObject({
  from: z.union([text('a path'), z.array(text('a path')).min(1, 'a path')], 'a path or a list of paths').optional(),
  const: z.union([scalar, z.array(scalar, 'a list of values')], 'a value or a list of values').optional(),
  template: text('a template such as "{{title}} ({{year}})"').optional(),
  link: z
    .string('an address such as https://example.org/{{slug}}')
    .regex(/^https?:\/\/[^\s{}/]+\//, 'an http(s) address with a fixed host, such as https://example.org/{{slug}}')
    .optional(),
  ref: z
    .union(
      [z.string('source/{{key}}'), z.array(z.string('source/{{key}}')).min(1, 'source/{{key}}')],
      'source/{{key}}, or a list of such',
    )
    .optional(),
  field: text('the name of a field').optional(),
  split: z
    .union(
      [z.string().min(1, 'a separator'), z.array(z.string().min(1, 'a separator'))],
      'a separator or a list of them',
    )
    .optional(),
  lookup: z.record(z.string(), scalar, 'a table of values').optional(),
  default: scalar.optional(),
  as: z.enum(AS, `one of ${AS.join(', ')}`).optional(),
});

/** A value spec as the YAML holds it. */
export type RawValue = z.infer<typeof valueSchema>;
