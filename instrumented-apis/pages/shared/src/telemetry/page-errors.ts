import { context, ROOT_CONTEXT, SpanStatusCode, type Tracer } from '@opentelemetry/api';
import { withOrder } from './order-context';

/** Characters; the Collector cuts what is longer. */
const LONGEST_STACK = 2_000;
const LONGEST_MESSAGE = 500;
/** Milliseconds between pressing a button down and letting it go. */
const LONGEST_PRESS = 1_000;

/**
 * Tells every error that nobody caught as a span `page.error`. An error inside the press of a button that belongs to an
 * order (`data-order-id` on it or around it) carries the order's id.
 */
export function watchPageErrors(tracer: Tracer): void {
  const pressed = watchPressedOrder();
  window.addEventListener('error', (event) => {
    // Pictures and scripts that do not load are events without an error.
    if (event.error !== null && event.error !== undefined) {
      tellPageError(tracer, event.error, pressed());
    }
  });
  window.addEventListener('unhandledrejection', (event) => tellPageError(tracer, event.reason, pressed()));
}

function tellPageError(tracer: Tracer, error: unknown, orderId: string | undefined): void {
  const parent = orderId ? withOrder(ROOT_CONTEXT, orderId) : ROOT_CONTEXT;
  context.with(parent, () => {
    const span = tracer.startSpan('page.error');
    const { type, message, stack } = described(error);
    span.setAttributes({ 'error.type': type, 'exception.type': type, 'exception.message': message, 'exception.stacktrace': stack });
    span.setStatus({ code: SpanStatusCode.ERROR, message });
    span.end();
  });
}

function described(error: unknown): { type: string; message: string; stack: string } {
  const known = error instanceof Error ? error : undefined;
  return {
    type: known?.name ?? typeof error,
    message: (known?.message ?? String(error)).slice(0, LONGEST_MESSAGE),
    stack: withoutQueries(known?.stack ?? '').slice(0, LONGEST_STACK),
  };
}

function withoutQueries(stack: string): string {
  return stack.replace(/\?[^\s:)]*/g, '');
}

/** The order whose button is being pressed, from the first touch until the browser has run all that the press set off. */
function watchPressedOrder(): () => string | undefined {
  let orderId: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const remember = (event: Event): void => {
    const target = event.target instanceof Element ? event.target : undefined;
    orderId = target?.closest<HTMLElement>('[data-order-id]')?.dataset.orderId;
    clearTimeout(timer);
    timer = setTimeout(() => (orderId = undefined), event.type === 'click' ? 0 : LONGEST_PRESS);
  };
  for (const type of ['pointerdown', 'keydown', 'click']) {
    window.addEventListener(type, remember, { capture: true });
  }
  return () => orderId;
}
