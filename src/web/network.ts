import { startNetwork } from './network/app.ts';
import { t } from './page-data.ts';

const root = document.querySelector<HTMLElement>('[data-network]');
if (root !== null) {
  startNetwork(root).catch((error: unknown) => {
    root.append(t('Le réseau ne peut pas être dessiné : ', 'The network cannot be drawn: '), String(error));
  });
}
