import { CompositePropagator, W3CBaggagePropagator, W3CTraceContextPropagator } from '@opentelemetry/core';
import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { DocumentLoadInstrumentation } from '@opentelemetry/instrumentation-document-load';
import { FetchInstrumentation } from '@opentelemetry/instrumentation-fetch';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, WebTracerProvider } from '@opentelemetry/sdk-trace-web';
import { type CallResult, nameCall, tellOutcome } from './call-outcome';
import { watchPageErrors } from './page-errors';
import { MOST_WAITING, PatientExporter } from './patient-exporter';
import { OrderIdProcessor, TidyingProcessor } from './span-processors';

const SPANS_PATH = '/telemetry/v1/traces';

/**
 * Starts to tell of the page's load, its calls and its errors. A page without telemetry is still a page: whatever goes
 * wrong here stays here.
 *
 * @param page name of the page as a service, e.g. `shop-page`
 * @param api name of the API that serves it, e.g. `shop-api`
 */
export function startTelemetry(page: string, api: string): void {
  try {
    start(page, api);
  } catch (error) {
    console.warn('Telemetry is off', error);
  }
}

function start(page: string, api: string): void {
  const provider = new WebTracerProvider({
    resource: resourceFromAttributes({ 'service.name': page }),
    spanProcessors: [
      new OrderIdProcessor(),
      new TidyingProcessor(),
      new BatchSpanProcessor(new PatientExporter(SPANS_PATH), {
        maxQueueSize: MOST_WAITING,
        maxExportBatchSize: 64,
        scheduledDelayMillis: 1_000,
      }),
    ],
  });
  provider.register({
    propagator: new CompositePropagator({ propagators: [new W3CTraceContextPropagator(), new W3CBaggagePropagator()] }),
  });
  registerInstrumentations({
    tracerProvider: provider,
    instrumentations: [
      new DocumentLoadInstrumentation({ ignoreNetworkEvents: true, ignorePerformancePaintEvents: true }),
      calls(api),
    ],
  });
  watchPageErrors(provider.getTracer(page));
}

function calls(api: string): FetchInstrumentation {
  let leaving = false;
  window.addEventListener('pagehide', () => (leaving = true));
  window.addEventListener('pageshow', () => (leaving = false));
  return new FetchInstrumentation({
    ignoreUrls: [new RegExp(`${SPANS_PATH}$`)],
    ignoreNetworkEvents: true,
    requestHook: nameCall,
    applyCustomAttributesOnSpan: (span, request, result) =>
      tellOutcome(span, api, request, result as CallResult, leaving),
  });
}
