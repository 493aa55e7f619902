import { vi } from 'vitest';
import { language } from '../src/i18n/language';
import type { Order, Status } from '../src/orders/order';

language.choose('ru');

/** An order as an API shows it. */
export function order(orderId: string, status: Status, second = 0): Order {
  return { orderId, status, changedAt: new Date(Date.UTC(2026, 1, 3) + second * 1000).toISOString() };
}

/** What an API answers: called with `METHOD /path`, in place of fetch. */
export type Answers = (call: string) => Order | { orders: Order[] } | Response | undefined;

/** Stands in for the API; returns the calls it got, in order. */
export function api(answers: Answers): string[] {
  const calls: string[] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    const call = `${init.method ?? 'GET'} ${path}`;
    calls.push(call);
    const answer = answers(call) ?? { orders: [] };
    return answer instanceof Response ? answer.clone() : Response.json(answer);
  });
  return calls;
}

export function find<T extends HTMLElement>(selector: string): T {
  const found = document.querySelector<T>(selector);
  if (!found) {
    throw new Error(`No ${selector} in ${document.body.innerHTML}`);
  }
  return found;
}

export function byTestId<T extends HTMLElement>(id: string): T {
  return find(`[data-testid="${id}"]`);
}

/** Types into a field as a person does. */
export function type(field: HTMLInputElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Waits until the expectations hold. */
export const eventually = (expectations: () => void): Promise<void> => vi.waitFor(expectations, { timeout: 5_000 });
