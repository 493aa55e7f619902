import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepAsking } from '../src/orders/polling';

let asked = 0;
let end: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  asked = 0;
});

afterEach(() => {
  end();
  vi.useRealTimers();
});

test('asks at once, and again a while after each answer', async () => {
  end = keepAsking(async () => {
    asked++;
    await new Promise((resolve) => setTimeout(resolve, 5_000));
  }, 1_000);
  expect(asked).toBe(1);
  await vi.advanceTimersByTimeAsync(5_900);
  expect(asked).toBe(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(asked).toBe(2);
});

test('asks nothing while nobody looks', async () => {
  const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  end = keepAsking(async () => asked++, 1_000);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toBe(0);
  visibility.mockReturnValue('visible');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked).toBe(1);
});

test('stops when it is told to', async () => {
  end = keepAsking(async () => asked++, 1_000);
  end();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toBe(1);
});
