import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LARGEST_REQUEST, MOST_WAITING, PatientExporter } from '../src/telemetry/patient-exporter';
import { finishedSpans } from './spans';

const sent: Uint8Array[] = [];
let answers: (Response | Error)[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  sent.length = 0;
  answers = [];
  vi.stubGlobal('fetch', async (_path: string, init: { body: Uint8Array }) => {
    const answer = answers.shift() ?? new Response('{}');
    if (answer instanceof Error) {
      throw answer;
    }
    if (answer.ok) {
      sent.push(init.body);
    }
    return answer;
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function names(): string[] {
  const text = sent.map((body) => new TextDecoder().decode(body)).join();
  return [...text.matchAll(/"name":"(span \d+)"/g)].map((match) => match[1] ?? '');
}

async function exported(count: number, bytes?: number): Promise<PatientExporter> {
  const exporter = new PatientExporter('/telemetry/v1/traces');
  exporter.export(finishedSpans(count, bytes), () => {});
  await vi.advanceTimersByTimeAsync(0);
  return exporter;
}

test('sends every span once, in requests that the API takes', async () => {
  await exported(60, 4_000);
  expect(names()).toEqual(Array.from({ length: 60 }, (_, i) => `span ${i}`));
  expect(sent.length).toBeGreaterThan(3);
  expect(Math.max(...sent.map((body) => body.byteLength))).toBeLessThanOrEqual(LARGEST_REQUEST);
});

test('leaves out a span that fits no request, and goes on', async () => {
  const exporter = await exported(1, 70_000);
  exporter.export(finishedSpans(1), () => {});
  await vi.advanceTimersByTimeAsync(0);
  expect(sent).toHaveLength(1);
});

test('keeps the newest spans while the API is away, and sends them when it is back', async () => {
  answers = [new TypeError('refused'), new Response('', { status: 503 })];
  const exporter = await exported(1);
  exporter.export(finishedSpans(MOST_WAITING), () => {});
  await vi.advanceTimersByTimeAsync(1_900);
  expect(sent).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(names().filter((name) => name === 'span 0')).toHaveLength(1);
  expect(new Set(names()).size).toBe(MOST_WAITING);
});

test('waits as long as the API asks', async () => {
  answers = [new Response('', { status: 429, headers: { 'Retry-After': '30' } })];
  await exported(3);
  await vi.advanceTimersByTimeAsync(29_000);
  expect(sent).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(names()).toEqual(['span 0', 'span 1', 'span 2']);
});

test('does not repeat what the API refuses for good', async () => {
  answers = [new Response('', { status: 400 })];
  await exported(3);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(sent).toHaveLength(0);
});

test('hands everything to the browser when the page is left', async () => {
  answers = [new TypeError('refused')];
  const beacons: Blob[] = [];
  vi.stubGlobal('navigator', { sendBeacon: (_path: string, body: Blob) => beacons.push(body) > 0 });
  await exported(3);
  window.dispatchEvent(new Event('pagehide'));
  expect(beacons).toHaveLength(1);
  expect(beacons[0]?.type).toBe('application/json');
  await vi.advanceTimersByTimeAsync(120_000);
  expect(sent).toHaveLength(0);
});
