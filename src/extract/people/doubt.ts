import { phraseAt } from '../text/scan.ts';
import type { Token } from '../text/tokens.ts';
import { TENTATIVE_PHRASES } from '../words/connectors.ts';

/** True when a phrase of doubt stands at `at` (`sous réserve`). */
export const isTentativeAt = (tokens: readonly Token[], at: number): boolean =>
  phraseAt(tokens, at, TENTATIVE_PHRASES) > 0;
