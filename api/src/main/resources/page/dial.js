/* How far suggestions may lie: a choice of three that stands in the address. */

import { el } from './dom.js';
import { t } from './language.js';
import { MODES, changed, current } from './place.js';

const link = (mode, chosen) =>
  el(
    'a',
    { class: 'dial-way', href: changed({ mode }), 'data-dial': mode || 'balanced', 'aria-current': mode === chosen && 'true' },
    t('modes')[mode || 'balanced'],
  );

/** The three ways, the one that is gone now marked. */
export function dial() {
  const { mode } = current();
  return el(
    'nav',
    { class: 'dial', 'aria-label': t('modesLabel') },
    el('span', { class: 'note', 'aria-hidden': 'true' }, t('modesLabel')),
    el('span', { class: 'dial-ways' }, MODES.map((way) => link(way, mode))),
  );
}
