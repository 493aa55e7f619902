import { useSyncExternalStore } from 'react';
import { withCommon } from 'shared/src/i18n/common';
import { language, type Language } from 'shared/src/i18n/language';
import { translator, type Texts, type Translate } from 'shared/src/i18n/texts';

const TEXTS = withCommon({
  ru: {
    product: 'MES: производство',
    'sign-in.title': 'Вход для оператора',
    board: 'Доска производства',
    'column.empty': 'Пусто',
    take: 'Взять в работу',
    complete: 'Изготовлено',
    pack: 'Упаковать',
    ship: 'Отгрузить',
    rework: 'Переделать',
    operator: 'оператор {id}',
    customer: 'покупатель {id}',
    partner: 'партнёр {id}',
    triangles: { one: '{n} треугольник', few: '{n} треугольника', many: '{n} треугольников', other: '{n} треугольника' },
    'moved.on': 'Ушёл дальше:',
    'put.away': 'Убрать',
    done: 'Заказ {id}: {status}.',
  },
  en: {
    product: 'MES: manufacturing',
    'sign-in.title': 'Operator sign-in',
    board: 'Manufacturing board',
    'column.empty': 'Empty',
    take: 'Take',
    complete: 'Complete',
    pack: 'Pack',
    ship: 'Ship',
    rework: 'Rework',
    operator: 'operator {id}',
    customer: 'customer {id}',
    partner: 'partner {id}',
    triangles: { one: '{n} triangle', other: '{n} triangles' },
    'moved.on': 'Moved on:',
    'put.away': 'Put away',
    done: 'Order {id}: {status}.',
  },
});

type Key = typeof TEXTS extends Texts<infer K> ? K : never;

export function useLanguage(): Language {
  return useSyncExternalStore(language.subscribe, language.current);
}

/** The texts in the chosen language. */
export function useTexts(): Translate<Key> {
  return translator(TEXTS, useLanguage());
}
