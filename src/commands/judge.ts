import { UsageError } from '../errors.ts';
import { DECISIONS, type Decision } from '../resolve/judgements.ts';
import { type CommonOptions, configOf, EXIT, type Terminal } from './context.ts';
import { addJudgement, ledgerPath, referenceOf } from './ledger.ts';

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
  const [left, right] = [referenceOf(a, config.base), referenceOf(b, config.base)];
  if (left === right) throw new UsageError('the two are one and the same: a thing is judged against another');
  const path = ledgerPath(config, 'judgements');
  const before = addJudgement(path, {
    a: left,
    b: right,
    decision: decisionOf(decision),
    ...signed(options, terminal),
    ...(options.because === undefined ? {} : { because: options.because }),
  });
  const was = before === undefined || before.decision === decision ? '' : ` (was: ${before.decision})`;
  terminal.err(`${left} and ${right}: ${decision}${was}. It holds from the next build\n`);
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
