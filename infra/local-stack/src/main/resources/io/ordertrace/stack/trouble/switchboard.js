'use strict';

// The token stands behind # in the address, so that no server and no log ever gets it.
const token = location.hash.slice(1);
const russian = !navigator.language.startsWith('en');
const words = russian
  ? {
      title: 'Неполадки по желанию', on: 'Включить', off: 'Выключить', allOff: 'Выключить все',
      again: 'Отправить потерянные и недоставленные ещё раз', sent: (n) => `Отправлено сообщений: ${n}`,
      head: ['Неполадка', 'Где', 'Состояние', ''], isOn: '▲ включена', isOff: '○ выключена', busy: 'Выполняется…',
      noToken: 'Откройте страницу по адресу, который напечатал ./start: в нём есть ключ.',
    }
  : {
      title: 'Troubles at will', on: 'Turn on', off: 'Turn off', allOff: 'Turn all off',
      again: 'Send lost and dead messages again', sent: (n) => `Messages sent: ${n}`,
      head: ['Trouble', 'Where', 'State', ''], isOn: '▲ on', isOff: '○ off', busy: 'Working…',
      noToken: 'Open the page by the address that ./start has printed: it holds the key.',
    };
const said = document.getElementById('said');

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

async function ask(method, path) {
  said.textContent = words.busy;
  try {
    const answer = await fetch(path, { method, headers: { 'X-Troubles-Token': token } });
    const body = await answer.json();
    said.textContent = answer.ok ? ('sent' in body ? words.sent(body.sent) : '') : body.detail;
  } catch (problem) {
    said.textContent = String(problem);
  }
  await show();
}

function row(trouble) {
  const line = document.createElement('tr');
  line.className = trouble.on ? 'on' : 'off';
  const button = element('button', trouble.on ? words.off : words.on);
  button.type = 'button';
  button.setAttribute('aria-label', `${button.textContent}: ${trouble.name}`);
  button.addEventListener('click', () => ask(trouble.on ? 'DELETE' : 'PUT', `/troubles/${trouble.name}`));
  const cell = document.createElement('td');
  cell.append(button);
  line.append(
    element('td', trouble.description), element('td', trouble.system),
    element('td', trouble.on ? words.isOn : words.isOff), cell);
  return line;
}

async function show() {
  const answer = await fetch('/troubles', { headers: { 'Accept-Language': russian ? 'ru' : 'en' } });
  const { troubles } = await answer.json();
  document.getElementById('troubles').replaceChildren(...troubles.map(row));
}

document.documentElement.lang = russian ? 'ru' : 'en';
document.title = words.title;
document.querySelector('h1').textContent = words.title;
document.getElementById('hint').textContent = token ? '' : words.noToken;
document.getElementById('head').replaceChildren(...words.head.map((text) => element('th', text)));
document.getElementById('all-off').textContent = words.allOff;
document.getElementById('all-off').addEventListener('click', () => ask('DELETE', '/troubles'));
document.getElementById('again').textContent = words.again;
document.getElementById('again').addEventListener('click', () => ask('POST', '/messages/again'));
show();
