// Keys and a list that stays fresh. Everything works without this file.
'use strict';

const OFF = 'vigie-keys-off';
const keysAreOff = () => localStorage.getItem(OFF) !== null;

const isTyping = at => at.closest('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]') !== null;

function move(by) {
  const lines = [...document.querySelectorAll('.go')];
  if (lines.length === 0) return;
  const at = lines.findIndex(line => line.closest('li')?.contains(document.activeElement));
  const next = lines[at < 0 ? 0 : Math.min(lines.length - 1, Math.max(0, at + by))];
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
}

const KEYS = {
  n: () => document.querySelector('#next button')?.click(),
  j: () => move(1),
  k: () => move(-1),
  c: () => (document.activeElement.closest('li') ?? document).querySelector('.claim')?.click(),
  d: () => {
    const fields = 'form.decision :is(input, select, textarea):not([type=hidden])';
    const first = document.querySelector(`main details[open] > ${fields}`) ?? document.querySelector(`main ${fields}`);
    first?.closest('details')?.setAttribute('open', '');
    first?.focus();
  },
  i: () => document.querySelector('#nav-report')?.click(),
  w: () => document.querySelector('#nav-work')?.click(),
  '/': () => document.querySelector('#nav-search')?.click(),
};

/** A digit chooses in the form that stands open, and leaves the focus there: Enter sends it. */
function choice(key) {
  const chosen = /^[0-9]$/.test(key) && document.querySelector(`details[open] > form [data-key="${key}"]`);
  return chosen && (() => { chosen.click(); chosen.focus(); });
}

document.addEventListener('keydown', event => {
  const does = KEYS[event.key] ?? choice(event.key);
  if (!does || event.ctrlKey || event.metaKey || event.altKey || keysAreOff() || isTyping(event.target)) return;
  event.preventDefault();
  does();
});

const keys = document.querySelector('#keys-switch');
if (keys) {
  const label = () => { keys.textContent = keysAreOff() ? keys.dataset.on : keys.dataset.off; };
  keys.addEventListener('click', () => {
    if (keysAreOff()) localStorage.removeItem(OFF); else localStorage.setItem(OFF, '');
    label();
  });
  label();
  keys.hidden = false;
}

// What has the focus keeps it, by its row; somebody who is typing is left alone.
async function refresh(live) {
  if (document.hidden || isTyping(document.activeElement)) return;
  const answer = await fetch(location.pathname + location.search.replace(/([?&])said=[^&]*/, '$1'));
  if (answer.status === 401) {
    live.insertAdjacentHTML('afterbegin', '<p class="said trouble" role="alert"></p>');
    live.firstElementChild.textContent = live.dataset.signedOut;
    clearInterval(live.timer);
    return;
  }
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.querySelector('#live');
  if (!fresh) return;
  const row = document.activeElement.closest('li')?.id;
  const button = document.activeElement.matches('button');
  live.replaceChildren(...fresh.childNodes);
  document.title = page.title;
  if (row) document.getElementById(row)?.querySelector(button ? '.claim' : '.go')?.focus();
}

// Lines are checked as they are typed, by the form's own check; what stands beside them is all that changes.
async function check(pasted) {
  const asked = pasted.value;
  const answer = asked.trim() === '' ? null
    : await fetch(pasted.dataset.check, { method: 'POST', body: new URLSearchParams(new FormData(pasted.form)) });
  if (pasted.value !== asked) return;
  if (answer?.status === 401) {
    document.getElementById('becomes-sum').textContent = pasted.dataset.signedOut;
    return;
  }
  const page = new DOMParser().parseFromString(answer === null ? '' : await answer.text(), 'text/html');
  for (const id of ['becomes-sum', 'becomes-list']) {
    document.getElementById(id).replaceChildren(...page.getElementById(id)?.childNodes ?? []);
  }
}

const pasted = document.querySelector('textarea[data-check]');
if (pasted) {
  let soon;
  pasted.addEventListener('input', () => {
    clearTimeout(soon);
    soon = setTimeout(() => check(pasted).catch(() => {}), 300);
  });
}

// A file that is dropped would open in the page's place: an image would be seen.
for (const what of ['dragover', 'drop']) {
  document.addEventListener(what, event => { if (event.dataTransfer?.types.includes('Files')) event.preventDefault(); });
}

const live = document.querySelector('#live[data-refresh]');
if (live) live.timer = setInterval(() => refresh(live).catch(() => {}), live.dataset.refresh * 1000);
