/* What the reader thinks of a suggestion: three buttons below it. */

import { sayOf } from './api.js';
import { el, say } from './dom.js';
import { t } from './language.js';

const KINDS = ['notForMe', 'alreadyRead', 'good'];

/** Suggestions that the reader found good, as long as the page is there. */
const good = new Set();

/** The buttons. */
export function opinions(title) {
  const buttons = KINDS.map((kind) =>
    el(
      'button',
      {
        type: 'button',
        class: 'opinion',
        'data-kind': kind,
        'aria-pressed': kind === 'good' && String(good.has(title.traceId)),
        onclick: (event) => tell(title, kind, event.currentTarget),
      },
      t('opinions')[kind],
    ),
  );
  return el('div', { class: 'opinions', role: 'group', 'aria-label': t('opinionOf', title.title) }, buttons);
}

async function tell(title, kind, button) {
  if (button.ariaBusy === 'true' || button.ariaPressed === 'true') {
    return;
  }
  button.ariaBusy = 'true';
  try {
    await sayOf(title.traceId, kind);
  } catch {
    button.ariaBusy = null;
    complain(button.parentElement);
    return;
  }
  button.ariaBusy = null;
  if (kind === 'good') {
    good.add(title.traceId);
    button.ariaPressed = 'true';
    say(t('opinionHeard'));
  } else {
    good.delete(title.traceId);
    leave(button.closest('.card'), kind);
    say(t('opinionLeft', title.title));
  }
}

function complain(group) {
  if (!group.querySelector('.problem')) {
    group.append(el('p', { class: 'problem' }, t('opinionProblem')));
  }
  say(t('opinionProblem'));
}

/* The card goes; the next one, or the one before, has the focus, on the same button. */
function leave(card, kind) {
  const next = card.nextElementSibling || card.previousElementSibling;
  const plank = card.closest('.plank');
  const hadFocus = card.contains(document.activeElement);
  card.remove();
  if (!next) {
    plank.querySelector('.shelf').replaceWith(el('p', { class: 'empty' }, t('noneLeft')));
  }
  if (hadFocus) {
    const heading = plank.querySelector('h2');
    heading.tabIndex = -1;
    (next?.querySelector(`[data-kind="${kind}"]`) || heading).focus();
  }
}
