import { expect, test } from 'vitest';
import { COMMON } from '../src/i18n/common';
import { formatAge, formatPrice } from '../src/i18n/formats';
import { translator } from '../src/i18n/texts';

test('counts orders in the three Russian forms', () => {
  const t = translator(COMMON, 'ru');
  expect([1, 2, 5, 11, 22].map((n) => t('arrived', { n }))).toEqual([
    'Показать 1 новый заказ',
    'Показать 2 новых заказа',
    'Показать 5 новых заказов',
    'Показать 11 новых заказов',
    'Показать 22 новых заказа',
  ]);
});

test('says every text in both languages', () => {
  expect(Object.keys(COMMON.en).sort()).toEqual(Object.keys(COMMON.ru).sort());
});

test('writes roubles and ages as people do', () => {
  expect(formatPrice(1234.56, 'ru').replace(/\s/g, ' ')).toBe('1 234,56 ₽');
  const now = Date.parse('2026-11-18T12:00:00Z');
  expect(formatAge('2026-11-18T09:00:00Z', 'ru', now)).toBe('3 часа назад');
  expect(formatAge('2026-11-18T11:59:30Z', 'en', now)).toBe('now');
  expect(formatAge('2026-11-18T12:00:09Z', 'en', now)).toBe('now');
});
