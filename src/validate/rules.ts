import type { SavedQuery } from '../query/catalogue.ts';
import { selectRows } from '../query/passages.ts';
import { LEDGER_GRAPH } from '../store/remote-ledger.ts';
import type { Store } from '../store/store.ts';
import { PATIENT } from './slices.ts';
import type { Breach } from './violation.ts';

/**
 * Runs rules that SHACL core cannot say: each is a SELECT whose rows are what breaks it, with the columns `focus` and, where
 * they apply, `path` and `value`. Its summary says what should be so, its description how to mend.
 */
export async function checkRules(store: Store, rules: readonly SavedQuery[]): Promise<Breach[]> {
  const breaches: Breach[] = [];
  for (const rule of rules) {
    const { summary: en, summaryFr: fr = en, description = '', descriptionFr = description } = rule;
    for (const { focus = '', path, value } of await selectRows(store, rule.text, PATIENT)) {
      // What a server notes of loads is in no build.
      if (focus.startsWith(LEDGER_GRAPH)) continue;
      breaches.push({
        rule: rule.name,
        focus,
        ...(path === undefined ? {} : { path }),
        ...(value === undefined ? {} : { value }),
        message: { en, fr },
        mend: { en: description, fr: descriptionFr },
      });
    }
  }
  return breaches;
}
