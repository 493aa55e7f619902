import { shallowRef, type ShallowRef } from 'vue';

const INTERVAL = 15_000;

const now = shallowRef(Date.now());
setInterval(() => (now.value = Date.now()), INTERVAL);

/** The time of day, as exactly as "3 minutes ago" needs it. */
export function useNow(): Readonly<ShallowRef<number>> {
  return now;
}
