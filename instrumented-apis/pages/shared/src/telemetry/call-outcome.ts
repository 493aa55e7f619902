import type { Span } from '@opentelemetry/api';
import { SpanStatusCode } from '@opentelemetry/api';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-web';
import { ORDER_ID } from './order-context';

/** What the fetch instrumentation hands over when a call has ended: an answer, or why there was none. */
export type CallResult = Response | { message: string; name?: string };

/**
 * Writes onto a call's span how the browser saw it end. An API that is away, hangs or breaks is named with the class of
 * its failure; a refusal (4xx) is an answer and no failure of the API.
 *
 * @param api name of the API that was called, e.g. `shop-api`
 * @param leaving whether the page is being left, when the browser breaks calls off by itself
 */
export function tellOutcome(span: Span, api: string, request: { signal?: AbortSignal | null }, result: CallResult, leaving: boolean): void {
  if (result instanceof Response) {
    tellCreatedOrder(span, result);
    tellFailure(span, api, failureOfStatus(result.status));
    return;
  }
  if (leaving) {
    return;
  }
  const timedOut = request.signal?.aborted === true;
  span.setStatus({ code: SpanStatusCode.ERROR });
  span.setAttribute('error.type', timedOut ? 'TimeoutError' : (result.name ?? 'NetworkError'));
  tellFailure(span, api, timedOut ? 'hang' : 'unavailable');
}

/** Names a call by its kind, `POST /api/orders/{id}/approve`: an address with an id in it would be a name of its own. */
export function nameCall(span: Span): void {
  const { attributes } = span as Span & ReadableSpan;
  const path = new URL(String(attributes['url.full'])).pathname;
  const template = path.replace(/^(\/api\/orders\/)[^/]+/, '$1{id}');
  span.updateName(`${attributes['http.request.method']} ${template}`);
  span.setAttribute('url.template', template);
}

/** Same words as the services use. */
export type FailureClass = 'hang' | 'unavailable' | 'error';

export function failureOfStatus(status: number): FailureClass | undefined {
  if (status === 502 || status === 503) {
    return 'unavailable';
  }
  if (status === 504) {
    return 'hang';
  }
  return status >= 500 ? 'error' : undefined;
}

function tellFailure(span: Span, api: string, failure: FailureClass | undefined): void {
  if (failure) {
    span.setAttribute('jewelry.failure.class', failure);
    span.setAttribute('jewelry.failure.dependency', api);
  }
}

/** The id of a new order is not known before the answer. */
function tellCreatedOrder(span: Span, response: Response): void {
  const created = response.headers.get('Location')?.match(/\/api\/orders\/([A-Za-z0-9._-]{1,64})$/);
  if (created?.[1]) {
    span.setAttribute(ORDER_ID, created[1]);
  }
}
