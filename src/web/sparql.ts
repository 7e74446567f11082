import Yasqe from '@zazuko/yasqe';
import { withPrefixes } from '../query/prefixes.ts';
import { ask, asksForGraph, MEDIA_TYPES, warmUp } from './engine.ts';
import { dataOf, element, t } from './page-data.ts';
import { download, showAnswer, showError, showWaiting } from './show.ts';

/** What the page knows: the query to begin with, prefixes, and examples. */
interface EditorData {
  readonly query: string;
  readonly prefixes: Readonly<Record<string, string>>;
  readonly examples: readonly { readonly name: string; readonly title: string; readonly text: string }[];
}

const data = dataOf<EditorData>('editor');
const place = document.querySelector<HTMLElement>('[data-sparql]');
if (data !== undefined && place !== null) editor(data, place);

// --- internal ---

function editor({ query, prefixes, examples }: EditorData, place: HTMLElement): void {
  const endpoint = place.dataset.endpoint ?? 'sparql';
  const parameters = new URLSearchParams(location.search);
  const named = examples.find(({ name }) => name === parameters.get('name'));
  const box = element('div', { class: 'yasqe-box' });
  const run = element('button', { type: 'submit' }, t('Exécuter', 'Run'));
  const hint = element('span', { class: 'note' }, t('Ctrl + Entrée', 'Ctrl + Enter'));
  const format = element('p', { class: 'exports' });
  const answer = element('div', { 'data-answer': '' });
  const form = element('form', {}, box, element('p', { class: 'run' }, run, ' ', hint));
  place.append(form, format, answer);
  const yasqe = new Yasqe(box, {
    persistenceId: null,
    consumeShareLink: null,
    showQueryButton: false,
    resizeable: false,
    collapsePrefixesOnLoad: false,
    prefixCcApi: null,
    autocompleters: [],
    editorHeight: '22rem',
  });
  yasqe.addKeyMap({
    'Ctrl-Enter': () => void answerQuery(),
    'Cmd-Enter': () => void answerQuery(),
    'Ctrl-Space': () => complete(yasqe, prefixes),
    // Tab indents: a keyboard must be able to leave by another key.
    Esc: () => run.focus(),
  });
  // What scrolls can be reached by keyboard.
  box.querySelector('.CodeMirror-scroll')?.setAttribute('tabindex', '0');
  yasqe.getInputField().setAttribute('aria-label', t('Requête SPARQL', 'SPARQL query'));
  yasqe.setValue(parameters.get('query') ?? named?.text ?? query);
  const text = (): string => withPrefixes(yasqe.getValue(), prefixes);
  async function answerQuery(): Promise<void> {
    showWaiting(answer);
    format.replaceChildren();
    const sparql = text();
    const isGraph = asksForGraph(sparql);
    try {
      const body = await ask(sparql, isGraph ? 'ttl' : 'json', endpoint);
      await showAnswer(answer, body, isGraph, t('Réponse', 'Answer'), true);
      const formats = isGraph ? ['ttl', 'nt', 'jsonld'] : ['csv', 'tsv', 'json', 'xml'];
      format.replaceChildren(...formats.map((ending) => exportButton(ending, sparql, endpoint, answer)));
    } catch (error) {
      showError(answer, error);
    }
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void answerQuery();
  });
  const choice = document.querySelector<HTMLElement>('[data-examples]');
  const select = choice?.querySelector('select');
  if (choice !== null && select !== null && select !== undefined) {
    choice.hidden = false;
    if (named !== undefined) select.value = named.name;
    select.addEventListener('change', () => {
      const chosen = examples.find(({ name }) => name === select.value);
      if (chosen === undefined) return;
      yasqe.setValue(chosen.text);
      history.replaceState(null, '', `?${new URLSearchParams({ name: chosen.name })}`);
    });
  }
  warmUp();
}

function exportButton(ending: string, sparql: string, endpoint: string, answer: HTMLElement): HTMLElement {
  const button = element('button', { type: 'button', class: 'chip' }, ending.toUpperCase());
  button.addEventListener('click', async () => {
    try {
      download(await ask(sparql, ending, endpoint), `answer.${ending}`, MEDIA_TYPES[ending] ?? 'text/plain');
    } catch (error) {
      showError(answer, error);
    }
  });
  return button;
}

/** Offers the graph's prefixes where a word begins. */
function complete(yasqe: Yasqe, prefixes: Readonly<Record<string, string>>): void {
  yasqe.showHint({
    hint: () => {
      const cursor = yasqe.getDoc().getCursor();
      const before = yasqe.getDoc().getLine(cursor.line)?.slice(0, cursor.ch) ?? '';
      const word = /[\w-]*$/.exec(before)?.[0] ?? '';
      const list = Object.keys(prefixes)
        .filter((name) => name.startsWith(word))
        .map((name) => ({ text: `${name}:` }));
      return { list, from: { line: cursor.line, ch: cursor.ch - word.length }, to: cursor };
    },
  } as unknown as Parameters<Yasqe['showHint']>[0]);
}
