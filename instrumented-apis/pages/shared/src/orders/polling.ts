const INTERVAL = 4_000;

/**
 * Repeats a question while the page is looked at; the next one comes a while after the last is answered, however long
 * that took.
 *
 * @returns ends it
 */
export function keepAsking(ask: () => Promise<unknown>, interval = INTERVAL): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ended = false;
  const later = (): void => {
    clearTimeout(timer);
    if (!ended) {
      timer = setTimeout(() => void now(), interval);
    }
  };
  const now = async (): Promise<void> => {
    try {
      if (document.visibilityState === 'visible') {
        await ask();
      }
    } finally {
      later();
    }
  };
  void now();
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}
