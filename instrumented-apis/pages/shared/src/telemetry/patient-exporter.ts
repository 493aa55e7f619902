import { ExportResultCode, type ExportResult } from '@opentelemetry/core';
import { JsonTraceSerializer } from '@opentelemetry/otlp-transformer';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-web';

/** Bytes of one request; the API refuses more. */
export const LARGEST_REQUEST = 64 * 1024;
/** Spans that are kept while the API is away; older ones go first. */
export const MOST_WAITING = 500;

const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 30_000;
const DEADLINE = 10_000;

/**
 * Sends spans to the page's own API as OTLP/HTTP JSON and keeps them while it is away: a call that failed because the
 * API was down is told once it is up again. Never throws and never tells the page that telemetry is in trouble.
 */
export class PatientExporter implements SpanExporter {
  #waiting: ReadableSpan[] = [];
  #sending = false;
  #pause = FIRST_PAUSE;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #path: string;

  /** @param path where the API takes spans, on the page's own origin */
  constructor(path: string) {
    this.#path = path;
    document.addEventListener('visibilitychange', () => this.#handOverIfHidden());
    window.addEventListener('pagehide', () => this.#handOver());
  }

  export(spans: ReadableSpan[], done: (result: ExportResult) => void): void {
    this.#waiting = [...this.#waiting, ...spans].slice(-MOST_WAITING);
    this.#handOverIfHidden();
    if (this.#timer === undefined) {
      void this.#send();
    }
    done({ code: ExportResultCode.SUCCESS });
  }

  forceFlush(): Promise<void> {
    return this.#send();
  }

  shutdown(): Promise<void> {
    clearTimeout(this.#timer);
    return Promise.resolve();
  }

  async #send(): Promise<void> {
    if (this.#sending) {
      return;
    }
    this.#sending = true;
    try {
      let goOn = true;
      while (goOn && this.#waiting.length > 0) {
        goOn = await this.#sendOne();
      }
    } finally {
      this.#sending = false;
    }
  }

  /** Sends as much as fits one request; false if the rest has to wait. */
  async #sendOne(): Promise<boolean> {
    const [batch, body] = this.#nextRequest();
    if (!body) {
      this.#forget(batch);
      return true;
    }
    const answer = await this.#post(body);
    if (answer === undefined || answer.status === 429 || answer.status >= 500) {
      this.#waitFor(retryAfter(answer) ?? this.#pause);
      this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
      return false;
    }
    // Taken, or refused for good: what the API does not want today it will not want tomorrow.
    this.#pause = FIRST_PAUSE;
    this.#forget(batch);
    return true;
  }

  /** The oldest spans that fit one request; no body if the very first is too large to be sent at all. */
  #nextRequest(): [ReadableSpan[], Uint8Array<ArrayBuffer> | undefined] {
    let count = Math.min(this.#waiting.length, 64);
    for (;;) {
      const batch = this.#waiting.slice(0, count);
      const body = JsonTraceSerializer.serializeRequest(batch);
      if (body && body.byteLength <= LARGEST_REQUEST) {
        return [batch, new Uint8Array(body)];
      }
      if (count === 1) {
        return [batch, undefined];
      }
      count = Math.floor(count / 2);
    }
  }

  async #post(body: Uint8Array<ArrayBuffer>): Promise<Response | undefined> {
    try {
      return await fetch(this.#path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body,
        signal: AbortSignal.timeout(DEADLINE),
      });
    } catch {
      return undefined;
    }
  }

  #forget(batch: ReadableSpan[]): void {
    const gone = new Set(batch);
    this.#waiting = this.#waiting.filter((span) => !gone.has(span));
  }

  #waitFor(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#send();
    }, milliseconds);
  }

  #handOverIfHidden(): void {
    if (document.visibilityState === 'hidden') {
      this.#handOver();
    }
  }

  /** A page that is being left cannot wait for answers: the browser itself takes what is there. */
  #handOver(): void {
    while (this.#waiting.length > 0) {
      const [batch, body] = this.#nextRequest();
      if (body && !navigator.sendBeacon(this.#path, new Blob([body], { type: 'application/json' }))) {
        return;
      }
      this.#forget(batch);
    }
  }
}

/** Milliseconds that the API asks to wait; only the form in seconds is used by it. */
function retryAfter(answer: Response | undefined): number | undefined {
  const seconds = Number(answer?.headers.get('Retry-After') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds * 1000, 20 * LONGEST_PAUSE) : undefined;
}
