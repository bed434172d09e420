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

async function act(path, body) {
  $('#busy').hidden = false;
  try {
    const answer = await call(path, body);
    $('#error').hidden = answer.settled !== false;
    if (answer.settled === false) $('#error').textContent = 'Encore en cours : ' + answer.waiting.join(', ');
  } catch (error) {
    $('#error').hidden = false;
    $('#error').textContent = error.message;
  } finally {
    $('#busy').hidden = true;
    await refresh();
  }
}

function addPhone(name, number) {
  if (phones.has(number)) return;
  const phone = $('#phone-template').content.firstElementChild.cloneNode(true);
  phone.querySelector('strong').textContent = name;
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
}

const hour = at => at.slice(11, 16);
const longDay = iso => new Date(iso + 'T12:00').toLocaleDateString('fr-FR', {weekday: 'long', day: 'numeric', month: 'long'});

async function refreshPhone(number, phone) {
  const {messages, owner} = await call('/simulateur/api/phone?address=' + encodeURIComponent(number));
  const button = phone.element.querySelector('.owner');
  button.classList.toggle('person', owner === 'person');
  button.textContent = owner === 'person' ? 'Claire répond · rendre à l’assistant' : 'L’assistant répond · prendre la main';
  const key = messages.map(message => message.id + message.state).join();
  if (key === phone.shown) return;
  phone.shown = key;
  const list = phone.element.querySelector('.bubbles');
  list.replaceChildren(...messages.map(message => {
    const item = document.createElement('li');
    item.className = message.received ? 'out' : 'in';
    item.textContent = message.text;
    const time = document.createElement('time');
    time.textContent = longDay(message.at.slice(0, 10)) + ', ' + hour(message.at);
    item.append(time);
    return item;
  }));
  list.scrollTop = list.scrollHeight;
}

function row(cells, className) {
  const tr = document.createElement('tr');
  for (const cell of cells) { const td = document.createElement('td'); td.textContent = cell; tr.append(td); }
  if (className) tr.className = className;
  return tr;
}

function table(rows, none) {
  if (!rows.length) { const p = document.createElement('p'); p.className = 'none'; p.textContent = none; return p; }
  const t = document.createElement('table'); t.append(...rows); return t;
}

async function refreshRounds() {
  const view = await call('/simulateur/api/rounds?day=' + day);
  $('#day').value = day;
  $('#dayname').textContent = longDay(day);
  $('#round-list').replaceChildren(...view.rounds.map(round => {
    const block = document.createElement('div'); block.className = 'round';
    const title = document.createElement('h3'); title.textContent = round.technician + ' ';
    const small = document.createElement('small');
    small.textContent = round.stops.length ? `${round.stops.length} visites, ${Math.round(round.drivingSeconds / 60)} min de route` : '';
    title.append(small);
    block.append(title, table(round.stops.map(stop =>
      row([stop.window, stop.arrival, stop.client, stop.commune, stop.service + (stop.pinned ? ' ✓' : '')])), 'aucune visite'));
    return block;
  }));
}

async function refreshTickets() {
  const tickets = await call('/simulateur/api/tickets');
  $('#ticket-count').textContent = tickets.length || '';
  $('#tickets').replaceChildren(table(tickets.map(ticket =>
    row([ticket.due, ticket.subject, ticket.contact, ticket.priority], ticket.urgent ? 'urgent' : '')), 'Rien à traiter.'));
}

async function refreshJournal() {
  const entries = await call('/simulateur/api/journal');
  $('#journal').replaceChildren(table(entries.map(entry =>
    row([entry.at.slice(5, 10) + ' ' + hour(entry.at), entry.kind, entry.contact, entry.text, entry.outcome])), 'Rien encore.'));
}

async function refresh() {
  const {now} = await call('/simulateur/api/clock');
  $('#now').textContent = longDay(now.slice(0, 10)) + ' ' + now.slice(0, 4) + ', ' + hour(now);
  $('#now').dateTime = now;
  if (!day) day = now.slice(0, 10);
  await Promise.all([...phones].map(([number, phone]) => refreshPhone(number, phone)));
  await refreshTickets();
  const tab = $('#tabs [aria-selected=true]').dataset.tab;
  if (tab === 'rounds') await refreshRounds();
  if (tab === 'journal') await refreshJournal();
}

$('#add').addEventListener('submit', event => {
  event.preventDefault();
  addPhone('Téléphone', event.target.elements.number.value.trim());
  event.target.reset();
  refresh();
});
document.querySelectorAll('[data-advance]').forEach(button =>
  button.addEventListener('click', () => act('/simulateur/api/clock', {advance: button.dataset.advance})));
document.querySelectorAll('#tabs button').forEach(button => button.addEventListener('click', () => {
  document.querySelectorAll('#tabs button').forEach(other => {
    other.setAttribute('aria-selected', other === button);
    $('#' + other.dataset.tab).hidden = other !== button;
  });
  refresh();
}));
function moveDay(by) { const d = new Date(day + 'T12:00'); d.setDate(d.getDate() + by); day = d.toISOString().slice(0, 10); refreshRounds(); }
$('#before').addEventListener('click', () => moveDay(-1));
$('#after').addEventListener('click', () => moveDay(1));
$('#day').addEventListener('change', event => { day = event.target.value; refreshRounds(); });

(async () => {
  for (const phone of await call('/simulateur/api/phones')) addPhone(phone.name, phone.number);
  const {now} = await call('/simulateur/api/clock');
  const first = new Date(now.slice(0, 10) + 'T12:00');
  do first.setDate(first.getDate() + 1); while (first.getDay() === 0 || first.getDay() === 6);
  day = first.toISOString().slice(0, 10);
  await refresh();
  setInterval(() => refresh().catch(error => { $('#error').hidden = false; $('#error').textContent = error.message; }), 2000);
})();
