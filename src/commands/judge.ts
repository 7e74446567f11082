import { UsageError } from '../errors.ts';
import { DECISIONS, type Decision } from '../resolve/judgements.ts';
import { type CommonOptions, configOf, EXIT, type Terminal } from './context.ts';
import { judgeBetween, ledgerPath } from './ledger.ts';

export interface JudgeOptions extends CommonOptions {
  readonly because?: string;
  readonly by?: string;
}

/** Writes one judgement of who is who into the ledger. It holds from the next build. @returns the exit code */
export async function judge(
  a: string,
  b: string,
  decision: string,
  options: JudgeOptions,
  terminal: Terminal,
): Promise<number> {
  const config = configOf(options);
  const given = { a, b, decision: decisionOf(decision), ...signed(options, terminal) };
  const { because } = options;
  const judged = judgeBetween(
    ledgerPath(config, 'judgements'),
    because === undefined ? given : { ...given, because },
    config.base,
  );
  const { before } = judged;
  const was = before === undefined || before.decision === decision ? '' : ` (was: ${before.decision})`;
  terminal.err(`${judged.a} and ${judged.b}: ${decision}${was}. It holds from the next build\n`);
  return EXIT.done;
}

/** The decision that a text names. Throws UsageError for another. */
export function decisionOf(text: string): Decision {
  const found = DECISIONS.find((one) => one === text);
  if (found === undefined) throw new UsageError(`"${text}" is no decision: give one of ${DECISIONS.join(', ')}`);
  return found;
}

/** Who decides, and on which day. */
export function signed({ by }: Pick<JudgeOptions, 'by'>, terminal: Terminal): { by?: string; when?: string } {
  const when = terminal.today?.();
  return { ...(by === undefined ? {} : { by }), ...(when === undefined ? {} : { when }) };
}
