// The handset page: several telephones, the clock, and what the office sees. It only uses the calls
// that docs/simulator.md describes.
'use strict';

const $ = selector => document.querySelector(selector);
const phones = new Map();
let day = null;

async function call(path, body) {
  const options = body === undefined ? {} : {
    method: 'POST', headers: {'content-type': 'application/json'}, body: JSON.stringify(body)};
  const response = await fetch(path, options);
  const json = await response.json();
  if (!response.ok) throw new Error(json.error || response.statusText);
  return json;
}

// While the clock runs nothing may be written: it would be read at a time that nobody chose.
let locked = false;
function lock(now) {
  locked = now;
  document.querySelectorAll('.phone textarea, .phone button, [data-advance]').forEach(field => { field.disabled = locked; });
}

async function act(path, body) {
  const clock = path.endsWith('/clock');
  $('#busy').textContent = clock ? 'l’horloge avance…' : 'en cours…';
  $('#busy').hidden = false;
  lock(clock);
  try {
    const answer = await call(path, body);
    $('#error').hidden = answer.settled !== false;
    if (answer.settled === false) $('#error').textContent = 'Encore en cours : ' + answer.waiting.join(', ');
  } catch (error) {
    $('#error').hidden = false;
    $('#error').textContent = error.message;
  } finally {
    $('#busy').hidden = true;
    lock(false);
    if (clock) day = null;
    await refresh();
  }
}

// However it is written, a number is one telephone: 06 12…, 0612…, +33612….
const digits = number => number.replace(/[^\d+]/g, '').replace(/^(\+|00)33/, '0');

function addPhone(name, number) {
  if ([...phones.keys()].some(known => digits(known) && digits(known) === digits(number))) return;
  const phone = $('#phone-template').content.firstElementChild.cloneNode(true);
  phone.querySelector('strong').textContent = name === number ? 'Numéro inconnu' : name || 'Autre téléphone';
  phone.querySelector('.number').textContent = number;
  const form = phone.querySelector('form');
  const area = form.elements.body;
  form.addEventListener('submit', event => {
    event.preventDefault();
    const body = area.value;
    area.value = '';
    act('/simulateur/api/sms', {from: number, body});
  });
  area.addEventListener('keydown', event => {
    if (event.key === 'Enter' && !event.shiftKey) { event.preventDefault(); form.requestSubmit(); }
  });
  phone.querySelector('.owner').addEventListener('click', event => {
    const person = event.currentTarget.classList.contains('person');
    act('/simulateur/api/owner', {address: number, owner: person ? 'bot' : 'person'});
  });
  phones.set(number, {element: phone, shown: ''});
  $('#phones').append(phone);
  lock(locked);
}

const hour = at => at.slice(11, 16);
const shortDay = at => at.slice(8, 10) + '/' + at.slice(5, 7);
const longDay = iso => new Date(iso + 'T12:00').toLocaleDateString('fr-FR', {weekday: 'long', day: 'numeric', month: 'long'});

async function refreshPhone(number, phone) {
  const {messages, owner} = await call('/simulateur/api/phone?address=' + encodeURIComponent(number));
  const button = phone.element.querySelector('.owner');
  button.classList.toggle('person', owner === 'person');
  button.textContent = owner === 'person' ? 'Claire répond · rendre à l’assistant' : 'L’assistant répond · prendre la main';
  const key = messages.map(message => message.id + message.state).join();
  if (key === phone.shown) return;
  phone.shown = key;
  const bubbles = phone.element.querySelector('.bubbles');
  bubbles.replaceChildren(...messages.map(message => {
    const bubble = element('li', message.received ? 'out' : 'in', message.text);
    bubble.append(element('time', '', longDay(message.at.slice(0, 10)) + ', ' + hour(message.at)));
    return bubble;
  }));
  requestAnimationFrame(() => { bubbles.scrollTop = bubbles.scrollHeight; });
}

const WORDS = {
  received: 'reçu', sent: 'envoyé', report: 'accusé', refused: 'retenu',
  urgent: 'urgent', high: 'pressant', normal: 'normal', low: 'peu pressant',
  meeting: 'réunion', job: 'chantier', absence: 'absence',
};
const word = key => WORDS[key] || key;

function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

// One thing in a list: when, what, and smaller what else is known of it.
function item(when, what, more, className) {
  const li = element('li', className);
  const body = element('div');
  body.append(element('span', 'what', what), element('small', '', more.filter(Boolean).join(' · ')));
  li.append(element('span', 'when', when), body);
  return li;
}

function list(items, none) {
  if (!items.length) return element('p', 'none', none);
  const ul = element('ul', 'list'); ul.append(...items); return ul;
}

const plural = (count, one) => `${count} ${one}${count > 1 ? 's' : ''}`;

async function refreshRounds() {
  const view = await call('/simulateur/api/rounds?day=' + day);
  $('#day').value = day;
  $('#dayname').textContent = longDay(day);
  if (!view.working) {
    $('#round-list').replaceChildren(element('p', 'none', 'Personne ne travaille ce jour-là.'));
    return;
  }
  $('#round-list').replaceChildren(...view.rounds.map(round => {
    const block = element('div', 'round');
    const title = element('h3', '', round.technician + ' ');
    title.append(element('small', '', round.stops.length
      ? `${plural(round.stops.length, 'visite')}, ${Math.round(round.drivingSeconds / 60)} min de route` : ''));
    const stops = round.stops.map(stop => [stop.arrival,
      item(stop.window, stop.client, [stop.commune, stop.service, 'vers ' + stop.arrival, stop.pinned && 'technicien annoncé'])]);
    const busy = round.busy.map(part => [part.from,
      item(part.window, part.label || word(part.kind), [part.label && !part.label.toLowerCase().startsWith(word(part.kind)) && word(part.kind)], 'busy')]);
    const parts = [...stops, ...busy].sort(([one], [other]) => one.localeCompare(other)).map(([, entry]) => entry);
    block.append(title, list(parts, 'libre toute la journée'));
    return block;
  }));
}

async function refreshTickets() {
  const tickets = await call('/simulateur/api/tickets');
  $('#ticket-count').textContent = tickets.length || '';
  $('#tickets').replaceChildren(list(tickets.map(ticket =>
    item(ticket.due, ticket.subject, [ticket.contact, word(ticket.priority)], ticket.urgent ? 'urgent' : '')), 'Rien à traiter.'));
}

async function refreshJournal() {
  const entries = await call('/simulateur/api/journal');
  $('#journal').replaceChildren(list(entries.map(entry =>
    item(shortDay(entry.at) + ' ' + hour(entry.at), entry.text, [word(entry.kind), entry.contact, entry.outcome !== entry.kind && entry.outcome], entry.kind)), 'Rien encore.'));
}

// The rounds to begin with, and after the clock was moved: those of the day to come.
function nextWorkingDay(today) {
  const next = new Date(today + 'T12:00');
  do next.setDate(next.getDate() + 1); while (next.getDay() === 0 || next.getDay() === 6);
  return next.toISOString().slice(0, 10);
}

const MOST_ERRORS = 10;

async function refreshFiles() {
  const {errors} = await call('/simulateur/api/files');
  $('#files').hidden = !errors.length;
  const more = errors.length - MOST_ERRORS;
  $('#files ul').replaceChildren(...errors.slice(0, MOST_ERRORS).map(error => element('li', '', error)),
    ...(more > 0 ? [element('li', '', `et ${plural(more, 'autre')}`)] : []));
}

async function refresh() {
  const {now} = await call('/simulateur/api/clock');
  $('#now').textContent = longDay(now.slice(0, 10)) + ' ' + now.slice(0, 4) + ', ' + hour(now);
  $('#now').dateTime = now;
  if (!day) day = nextWorkingDay(now.slice(0, 10));
  await Promise.all([...phones].map(([number, phone]) => refreshPhone(number, phone)));
  await refreshTickets();
  await refreshFiles();
  const tab = $('#tabs [aria-selected=true]').dataset.tab;
  if (tab === 'rounds') await refreshRounds();
  if (tab === 'journal') await refreshJournal();
}

$('#add').addEventListener('submit', event => {
  event.preventDefault();
  addPhone('', event.target.elements.number.value.trim());
  event.target.reset();
  refresh();
});
document.querySelectorAll('[data-advance]').forEach(button =>
  button.addEventListener('click', () => act('/simulateur/api/clock', {advance: button.dataset.advance})));
// The tab is part of the address (/simulateur#journal), so that it can be linked to.
function showTab(name) {
  document.querySelectorAll('#tabs button').forEach(button => {
    button.setAttribute('aria-selected', button.dataset.tab === name);
    $('#' + button.dataset.tab).hidden = button.dataset.tab !== name;
  });
}
document.querySelectorAll('#tabs button').forEach(button => button.addEventListener('click', () => {
  history.replaceState(null, '', '#' + button.dataset.tab);
  showTab(button.dataset.tab);
  refresh();
}));
function moveDay(by) { const d = new Date(day + 'T12:00'); d.setDate(d.getDate() + by); day = d.toISOString().slice(0, 10); refreshRounds(); }
$('#before').addEventListener('click', () => moveDay(-1));
$('#after').addEventListener('click', () => moveDay(1));
$('#day').addEventListener('change', event => { day = event.target.value; refreshRounds(); });

let lost = false;

// A service that is started again is seen again; only what was lost then is taken off the page.
async function keepFresh() {
  try {
    await refresh();
    if (lost) $('#error').hidden = true;
    lost = false;
  } catch (error) {
    lost = true;
    $('#error').hidden = false;
    $('#error').textContent = 'Le service ne répond pas : ' + error.message;
  }
}

(async () => {
  if (['tickets', 'journal'].includes(location.hash.slice(1))) showTab(location.hash.slice(1));
  for (const phone of await call('/simulateur/api/phones')) addPhone(phone.name, phone.number);
  await refresh();
  setInterval(keepFresh, 2000);
})();
