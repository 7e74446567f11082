export type { DatasetDescription } from './dataset.ts';
export type { DocumentInfo, LineText, Source } from './document.ts';
export { type Figures, figuresOf } from './figures.ts';
export type { Entity, IdentityStatements } from './identity.ts';
export type { Ids, KeyedKind, Scope } from './ids.ts';
export { createMapper, type Mapper, type MapperOptions } from './mapper.ts';
export type { PublishedMeasurement } from './quality.ts';
export { decodeTally } from './tally.ts';
