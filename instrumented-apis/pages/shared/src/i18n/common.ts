import type { FailureText } from '../api/api-failure';
import type { Status } from '../orders/order';
import type { Texts } from './texts';

type Words =
  | 'language'
  | 'skip'
  | 'person'
  | 'sign-in'
  | 'sign-in.label'
  | 'sign-in.hint'
  | 'sign-in.invalid'
  | 'sign-in.gateway'
  | 'sign-out'
  | 'loading'
  | 'more'
  | 'retry'
  | 'stale'
  | 'arrived'
  | 'arrived.short'
  | 'confirm.no'
  | 'uncertain'
  | 'detail'
  | 'price.none'
  | 'changed';

export type CommonKey = Words | FailureText | Status;

/** Words that all three pages use. */
export const COMMON: Texts<CommonKey> = {
  ru: {
    language: 'Язык',
    skip: 'К содержанию',
    person: 'Вы вошли как',
    'sign-in': 'Войти',
    'sign-in.label': 'Ваш номер',
    'sign-in.hint': 'Латинские буквы, цифры, точка, дефис и подчёркивание; до 64 знаков. Например, {example}.',
    'sign-in.invalid': 'Номер состоит из латинских букв, цифр и знаков . _ - (до 64 знаков)',
    'sign-in.gateway': 'В компании номер подставляет шлюз после общего входа. На этом стенде его вводят сами.',
    'sign-out': 'Выйти',
    loading: 'Загружаем…',
    more: 'Показать ещё',
    retry: 'Повторить',
    stale: 'Показано то, что загружено раньше.',
    arrived: { one: 'Показать {n} новый заказ', few: 'Показать {n} новых заказа', many: 'Показать {n} новых заказов', other: 'Показать {n} новых заказа' },
    'arrived.short': '+{n}',
    'confirm.no': 'Нет, вернуться',
    uncertain: 'Неизвестно, выполнено ли действие: проверьте статус заказа, прежде чем повторять.',
    detail: 'Ответ сервера:',
    'price.none': 'рассчитывается',
    changed: 'Статус изменён',
    'failure.hang': 'Сервер не ответил вовремя.',
    'failure.unavailable': 'Сервер сейчас недоступен.',
    'failure.conflict': 'Заказ уже изменился, и это действие больше нельзя выполнить.',
    'failure.unknown': 'Такого заказа нет.',
    'failure.forbidden': 'Этот заказ вам недоступен.',
    'failure.too-large': 'Файл слишком большой.',
    'failure.too-many': 'Слишком много запросов. Подождите немного.',
    'failure.invalid': 'Сервер не принял данные.',
    'failure.inside': 'На сервере произошла ошибка.',
    CREATED: 'Создан',
    SUBMITTED: 'Отправлен',
    PRICE_CALCULATED: 'Цена рассчитана',
    MANUFACTURING_APPROVED: 'Подтверждён',
    MANUFACTURING_STARTED: 'Взят в работу',
    MANUFACTURING_COMPLETED: 'Изготовлен',
    PACKAGED: 'Упакован',
    SHIPPED: 'Отгружен',
    CLOSED: 'Закрыт',
    REJECTED: 'Отклонён',
    CANCELLED: 'Отменён',
  },
  en: {
    language: 'Language',
    skip: 'Skip to content',
    person: 'Signed in as',
    'sign-in': 'Sign in',
    'sign-in.label': 'Your id',
    'sign-in.hint': 'Latin letters, digits, dot, hyphen and underscore; up to 64 characters. For example, {example}.',
    'sign-in.invalid': 'An id is made of Latin letters, digits and the characters . _ - (up to 64)',
    'sign-in.gateway': 'In the company the gateway sets the id after the common sign-in. Here you type it yourself.',
    'sign-out': 'Sign out',
    loading: 'Loading…',
    more: 'Show more',
    retry: 'Try again',
    stale: 'You see what was loaded before.',
    arrived: { one: 'Show {n} new order', other: 'Show {n} new orders' },
    'arrived.short': '+{n}',
    'confirm.no': 'No, go back',
    uncertain: 'It is not known whether this was done: check the order’s status before you repeat it.',
    detail: 'The server says:',
    'price.none': 'being calculated',
    changed: 'Status changed',
    'failure.hang': 'The server did not answer in time.',
    'failure.unavailable': 'The server is not available at the moment.',
    'failure.conflict': 'The order has changed meanwhile, and this can no longer be done.',
    'failure.unknown': 'There is no such order.',
    'failure.forbidden': 'You have no access to this order.',
    'failure.too-large': 'The file is too large.',
    'failure.too-many': 'Too many requests. Please wait a little.',
    'failure.invalid': 'The server did not accept the data.',
    'failure.inside': 'Something went wrong on the server.',
    CREATED: 'Created',
    SUBMITTED: 'Submitted',
    PRICE_CALCULATED: 'Price calculated',
    MANUFACTURING_APPROVED: 'Approved',
    MANUFACTURING_STARTED: 'In manufacturing',
    MANUFACTURING_COMPLETED: 'Manufactured',
    PACKAGED: 'Packaged',
    SHIPPED: 'Shipped',
    CLOSED: 'Closed',
    REJECTED: 'Rejected',
    CANCELLED: 'Cancelled',
  },
};

/** The common words together with a page's own. */
export function withCommon<K extends string>(own: Texts<K>): Texts<K | CommonKey> {
  return {
    ru: { ...COMMON.ru, ...own.ru },
    en: { ...COMMON.en, ...own.en },
  };
}
