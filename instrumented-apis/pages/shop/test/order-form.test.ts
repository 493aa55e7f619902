import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type App, createApp } from 'vue';
import { api, byTestId, eventually, find, order, type } from '../../shared/test/page';
import ShopDesk from '../src/ShopDesk.vue';
import { binary, facets } from './stl';

let app: App;

function open(): void {
  app = createApp(ShopDesk, { user: 'user-1' });
  app.mount(document.body.appendChild(document.createElement('div')));
}

async function choose(name: string, content: BlobPart): Promise<void> {
  const input = byTestId<HTMLInputElement>('model');
  Object.defineProperty(input, 'files', { configurable: true, value: [new File([content], name)] });
  input.dispatchEvent(new Event('change'));
  await eventually(() => expect(find('#model-error').textContent + byTestId('model-facts').textContent).toMatch(/STL|мм/));
}

beforeEach(() => {
  // There is no WebGL here, as in some browsers; three.js says so.
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  document.body.innerHTML = '';
});

afterEach(() => {
  app.unmount();
  vi.unstubAllGlobals();
});

test('leads to what is missing', async () => {
  const calls = api(() => undefined);
  open();
  byTestId('order').click();
  await eventually(() => expect(find('#model-error').textContent).toBe('Выберите файл модели'));
  expect(document.activeElement?.id).toBe('model');
  type(byTestId('quantity'), '0');
  byTestId('order').click();
  await eventually(() => expect(find('#quantity-error').textContent).toBe('От 1 до 1000 штук'));
  expect(document.activeElement?.id).toBe('quantity');
  expect(calls.filter((call) => !call.startsWith('GET'))).toEqual([]);
});

test('tells a wrong file before it is sent', async () => {
  api(() => undefined);
  open();
  await choose('photo.png', 'picture');
  expect(find('#model-error').textContent).toBe('Это не файл STL');
});

test('shows what the model is like', async () => {
  api(() => undefined);
  open();
  await choose('ring.stl', binary(facets(5)));
  await eventually(() =>
    expect(byTestId('model-facts').textContent).toMatch(/4 треугольника · 5 × 5 × 5 мм\s+Браузер не может показать модель/),
  );
});

test('orders once, also if the model has to be sent twice', async () => {
  let down = true;
  const calls = api((call) => {
    if (call.startsWith('POST')) {
      return order('ORD-1', 'CREATED');
    }
    if (call.startsWith('PUT')) {
      return down ? new Response('{}', { status: 503 }) : order('ORD-1', 'SUBMITTED', 1);
    }
    return undefined;
  });
  open();
  await choose('Кольцо Анны.stl', binary(facets(5)));
  byTestId('order').click();
  await eventually(() => expect(byTestId('failure').textContent).toContain('Заказ ORD-1 создан, но модель не отправлена'));
  down = false;
  byTestId('order').click();
  await eventually(() => expect(byTestId('sent').dataset.orderId).toBe('ORD-1'));
  expect(calls.filter((call) => !call.startsWith('GET'))).toEqual([
    'POST /api/orders',
    `PUT /api/orders/ORD-1/model?filename=${encodeURIComponent('Кольцо Анны.stl')}`,
    `PUT /api/orders/ORD-1/model?filename=${encodeURIComponent('Кольцо Анны.stl')}`,
  ]);
  expect(byTestId('order-row').textContent).toContain('Отправлен');
});
