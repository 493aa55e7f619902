import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRoot, type Root } from 'react-dom/client';
import { api, byTestId, eventually, find, order, type Answers } from '../../shared/test/page';
import { Board } from '../src/board';

let root: Root;

async function open(): Promise<void> {
  root = createRoot(document.body.appendChild(document.createElement('div')));
  root.render(<Board operator="op-1" />);
  await eventually(() => byTestId('card'));
}

function cardsIn(status: string): string[] {
  return [...find(`[data-status=${status}]`).querySelectorAll('h3')].map((heading) => heading.textContent ?? '');
}

function list(call: string, status: string): boolean {
  return call.startsWith('GET') && call.includes(`status=${status}&`);
}

const waiting: Answers = (call) =>
  list(call, 'MANUFACTURING_APPROVED') ? { orders: [order('ORD-1', 'MANUFACTURING_APPROVED')] } : undefined;

beforeEach(() => {
  document.body.innerHTML = '';
});

afterEach(() => {
  root.unmount();
  vi.unstubAllGlobals();
});

test('moves an order into the next column, and the keyboard goes along', async () => {
  api((call) => (call === 'POST /api/orders/ORD-1/take' ? order('ORD-1', 'MANUFACTURING_STARTED', 1) : waiting(call)));
  await open();
  byTestId('take').focus();
  byTestId('take').click();
  await eventually(() => expect(cardsIn('MANUFACTURING_STARTED')).toEqual(['ORD-1']));
  expect(cardsIn('MANUFACTURING_APPROVED')).toEqual([]);
  expect(byTestId('done').textContent).toBe('Заказ ORD-1: Взят в работу.');
  await eventually(() => expect(document.activeElement?.getAttribute('data-testid')).toBe('complete'));
});

test('lets a card stay where it is read although somebody else was faster', async () => {
  let taken = false;
  api((call) => {
    if (call.startsWith('POST')) {
      taken = true;
      return Response.json({ detail: 'taken' }, { status: 409 });
    }
    if (call === 'GET /api/orders/ORD-1') {
      return order('ORD-1', 'MANUFACTURING_STARTED', 1);
    }
    return taken ? undefined : waiting(call);
  });
  await open();
  byTestId('take').click();
  await eventually(() => expect(byTestId('failure').dataset.reason).toBe('409'));
  await eventually(() => expect(byTestId('card').textContent).toContain('Ушёл дальше: Взят в работу'));
  expect(cardsIn('MANUFACTURING_APPROVED')).toEqual(['ORD-1']);
  find<HTMLButtonElement>('.moved-on button').click();
  await eventually(() => expect(cardsIn('MANUFACTURING_APPROVED')).toEqual([]));
});

test('says that the API is away', async () => {
  api(waiting);
  await open();
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  byTestId('take').click();
  await eventually(() => expect(byTestId('failure').dataset.reason).toBe('unavailable'));
  expect(cardsIn('MANUFACTURING_APPROVED')).toEqual(['ORD-1']);
});
