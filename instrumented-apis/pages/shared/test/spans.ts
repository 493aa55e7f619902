import type { ReadableSpan } from '@opentelemetry/sdk-trace-web';
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor, type SpanProcessor, StackContextManager } from '@opentelemetry/sdk-trace-web';
import { context, propagation, type Tracer } from '@opentelemetry/api';
import { W3CBaggagePropagator } from '@opentelemetry/core';

/** A tracer whose spans can be looked at. */
export function recorder(...processors: SpanProcessor[]): { tracer: Tracer; spans: () => ReadableSpan[] } {
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [...processors, new SimpleSpanProcessor(exporter)] });
  context.setGlobalContextManager(new StackContextManager().enable());
  propagation.setGlobalPropagator(new W3CBaggagePropagator());
  return { tracer: provider.getTracer('test'), spans: () => exporter.getFinishedSpans() };
}

/** Finished spans with a payload of roughly that many bytes each. */
export function finishedSpans(count: number, bytes = 100): ReadableSpan[] {
  const { tracer, spans } = recorder();
  for (let i = 0; i < count; i++) {
    const span = tracer.startSpan(`span ${i}`);
    span.setAttribute('filling', 'x'.repeat(bytes));
    span.end();
  }
  return [...spans()];
}
