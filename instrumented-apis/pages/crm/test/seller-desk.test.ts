import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type App, createApp } from 'vue';
import { api, byTestId, eventually, order } from '../../shared/test/page';
import SellerDesk from '../src/SellerDesk.vue';

let app: App;

async function open(): Promise<void> {
  app = createApp(SellerDesk, { seller: 'seller-1' });
  app.mount(document.body.appendChild(document.createElement('div')));
  await eventually(() => byTestId('order-row'));
}

function changes(calls: string[]): string[] {
  return calls.filter((call) => call.startsWith('POST'));
}

beforeEach(() => {
  document.body.innerHTML = '';
});

afterEach(() => {
  app.unmount();
  vi.unstubAllGlobals();
});

test('approves at one press, and says so', async () => {
  const calls = api((call) =>
    call.startsWith('POST') ? order('ORD-1', 'MANUFACTURING_APPROVED', 1) : { orders: [order('ORD-1', 'PRICE_CALCULATED')] },
  );
  await open();
  byTestId('approve').click();
  await eventually(() => expect(byTestId('done').textContent).toBe('Заказ ORD-1: Подтверждён.'));
  expect(changes(calls)).toEqual(['POST /api/orders/ORD-1/approve']);
  expect(document.querySelector('[data-testid=approve]')).toBeNull();
});

test('asks once before there is no way back', async () => {
  const calls = api((call) =>
    call.startsWith('POST') ? order('ORD-1', 'REJECTED', 1) : { orders: [order('ORD-1', 'PRICE_CALCULATED')] },
  );
  await open();
  byTestId('reject').click();
  await eventually(() => expect(byTestId('confirm').textContent).toContain('Да, отклонить заказ'));
  document.querySelector<HTMLButtonElement>('dialog .button:last-child')?.click();
  byTestId('reject').click();
  expect(changes(calls)).toEqual([]);
  byTestId('confirm').click();
  await eventually(() => expect(changes(calls)).toEqual(['POST /api/orders/ORD-1/reject']));
});

test('says in words why an order could not be changed, and shows how it stands', async () => {
  let approved = false;
  api((call) => {
    if (call.startsWith('POST')) {
      approved = true;
      return Response.json({ detail: 'ORD-1 is MANUFACTURING_APPROVED' }, { status: 409 });
    }
    return { orders: [approved ? order('ORD-1', 'MANUFACTURING_APPROVED', 1) : order('ORD-1', 'PRICE_CALCULATED')] };
  });
  await open();
  byTestId('approve').click();
  await eventually(() => expect(byTestId('failure').textContent).toContain('Заказ уже изменился'));
  expect(byTestId('failure').textContent).toContain('ORD-1 is MANUFACTURING_APPROVED');
  await eventually(() => expect(byTestId('status').dataset.status).toBe('MANUFACTURING_APPROVED'));
});

test('asks for the chosen status', async () => {
  const calls = api(() => ({ orders: [order('ORD-1', 'SHIPPED')] }));
  await open();
  const filter = byTestId<HTMLSelectElement>('filter');
  filter.value = 'SHIPPED';
  filter.dispatchEvent(new Event('change'));
  await eventually(() => expect(calls.at(-1)).toBe('GET /api/orders?limit=20&status=SHIPPED'));
});
