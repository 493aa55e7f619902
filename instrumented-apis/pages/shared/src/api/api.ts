import { aboutOrder } from '../telemetry/order-context';
import { ApiFailure } from './api-failure';

/** Milliseconds until a call without an answer is given up. */
export const DEADLINE = 10_000;
const SLOWEST_LINE = 64 * 1024;
const ANSWER_TO_UPLOAD = 30_000;

/**
 * The same for sending a file. fetch does not tell how much is sent already, so a slow line cannot be told from an API
 * that hangs: the visitor's line gets as long as the slowest takes that a model is sent over, half a megabit a second;
 * after that the API has what it needs for its own calls, which end after half of it.
 */
export function uploadDeadline(bytes: number): number {
  return ANSWER_TO_UPLOAD + Math.ceil(bytes / SLOWEST_LINE) * 1_000;
}

/** What a call that changes something sends. */
export interface Change {
  method?: 'POST' | 'PUT';
  json?: unknown;
  file?: Blob;
}

/** The API that serves the page. Every call has a deadline, and fails with {@link ApiFailure} only. */
export class Api {
  readonly #identity: Record<string, string>;

  /** @param identity the header by which the gateway says who is signed in, and its value */
  constructor(identity: Record<string, string>) {
    this.#identity = identity;
  }

  /** Looks at something. Looking is no part of an order's history, so it carries no order id. */
  look<T>(path: string): Promise<T> {
    return this.#call(path, {}, DEADLINE);
  }

  /** Asks for something new, whose id is not known yet. */
  create<T>(path: string, json: unknown): Promise<T> {
    return this.#call(path, request({ json }), DEADLINE);
  }

  /** Changes an order. The order id travels with the call. */
  change<T>(orderId: string, step: string, change: Change = {}): Promise<T> {
    const deadline = change.file ? uploadDeadline(change.file.size) : DEADLINE;
    return aboutOrder(orderId, () =>
      this.#call<T>(`/api/orders/${encodeURIComponent(orderId)}/${step}`, request(change), deadline),
    );
  }

  // Reaches fetch before its first await: the context of the call is a matter of the call stack.
  async #call<T>(path: string, init: RequestInit, deadline: number): Promise<T> {
    const signal = AbortSignal.timeout(deadline);
    const headers = new Headers(init.headers);
    Object.entries(this.#identity).forEach(([name, value]) => headers.set(name, value));
    headers.set('Accept', 'application/json, application/problem+json');
    try {
      const response = await fetch(path, { ...init, headers, signal, credentials: 'same-origin' });
      if (response.ok) {
        return (await response.json()) as T;
      }
      throw await ApiFailure.of(response);
    } catch (error) {
      if (error instanceof ApiFailure) {
        throw error;
      }
      throw new ApiFailure(signal.aborted ? 'hang' : 'unavailable');
    }
  }
}

function request({ method = 'POST', json, file }: Change): RequestInit {
  if (file) {
    return { method, body: file, headers: { 'Content-Type': 'application/octet-stream' } };
  }
  return json === undefined
    ? { method }
    : { method, body: JSON.stringify(json), headers: { 'Content-Type': 'application/json' } };
}
