import { expect, test } from 'vitest';
import { STATUSES, type Status } from 'shared/src/orders/order';
import { decisionsFor } from '../src/crm';

const decisions = (status: Status) => decisionsFor({ orderId: 'ORD-1', status, changedAt: '' });

test('offers what the process allows, and nothing else', () => {
  expect(Object.fromEntries(STATUSES.map((status) => [status, decisions(status)]))).toEqual({
    CREATED: ['cancel'],
    SUBMITTED: ['cancel'],
    PRICE_CALCULATED: ['approve', 'reject', 'cancel'],
    MANUFACTURING_APPROVED: ['cancel'],
    MANUFACTURING_STARTED: [],
    MANUFACTURING_COMPLETED: [],
    PACKAGED: [],
    SHIPPED: ['close'],
    CLOSED: [],
    REJECTED: [],
    CANCELLED: [],
  });
});
