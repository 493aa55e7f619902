export type Language = 'ru' | 'en';

const KEPT_AS = 'language';

/** Which language the page speaks: the browser's, until somebody chooses another. Russian comes first. */
class LanguageChoice {
  #current: Language = kept() ?? (navigator.language.toLowerCase().startsWith('en') ? 'en' : 'ru');
  readonly #listeners = new Set<() => void>();

  constructor() {
    document.documentElement.lang = this.#current;
  }

  readonly current = (): Language => this.#current;

  /** @returns ends the subscription */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  choose(language: Language): void {
    this.#current = language;
    document.documentElement.lang = language;
    try {
      localStorage.setItem(KEPT_AS, language);
    } catch {
      // The browser keeps nothing: the choice lasts as long as the page.
    }
    this.#listeners.forEach((listener) => listener());
  }
}

function kept(): Language | undefined {
  try {
    const value = localStorage.getItem(KEPT_AS);
    return value === 'ru' || value === 'en' ? value : undefined;
  } catch {
    return undefined;
  }
}

export const language = new LanguageChoice();
