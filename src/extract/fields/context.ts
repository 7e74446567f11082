import type { Config, SourceConfig, YamlPath } from '../../config/types.ts';
import type { Lines } from '../../domain/evidence.ts';

/** What the mapping of a source needs besides its rows. */
export interface FieldsContext {
  readonly config: Pick<Config, 'timezone' | 'path' | 'linesOf'>;
  /** Splits a role as printed (`Directrice de projet à la …`) into role and organisation: the grammar is not of this room. */
  readonly splitRole: (text: string) => SplitRole;
}

/** At least one of role and organisation is set, each as printed, without the words between them. */
export interface SplitRole {
  readonly role?: string;
  /** As printed; or with what the text tells of it besides. */
  readonly organization?: string | SplitOrganization;
  /** The text says that it is over. */
  readonly past?: boolean;
}

/** An organisation as a text names it. */
export interface SplitOrganization {
  readonly name: string;
  readonly surface: string;
  readonly aliases?: readonly string[];
  readonly within?: SplitOrganization;
}

/** What compiling one source needs. */
export interface Compiling extends FieldsContext {
  readonly source: SourceConfig;
}

/** Lines of the config for the value spec at a path: of one of its keys where it has it, else of the whole. */
export const configLines =
  ({ config }: FieldsContext, at: YamlPath) =>
  (key?: string): Lines =>
    config.linesOf(key === undefined ? at : [...at, key]);
