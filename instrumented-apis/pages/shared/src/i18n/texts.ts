import type { Language } from './language';

/** A text with `{places}`, or its plural forms, chosen by the value `n`. */
export type Text = string | Partial<Record<Intl.LDMLPluralRule, string>>;

/** Every text in both languages: a key that one of them lacks does not compile. */
export type Texts<K extends string> = Record<Language, Record<K, Text>>;

export type Translate<K extends string> = (key: K, values?: Record<string, string | number>) => string;

export function translator<K extends string>(texts: Texts<K>, language: Language): Translate<K> {
  const plural = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(language);
  return (key, values = {}) => {
    const text = texts[language][key];
    const form = typeof text === 'string' ? text : (text[plural.select(Number(values.n))] ?? text.other ?? key);
    return form.replace(/\{(\w+)\}/g, (place, name: string) => {
      const value = values[name] ?? place;
      return typeof value === 'number' ? number.format(value) : value;
    });
  };
}
