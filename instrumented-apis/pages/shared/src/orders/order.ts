/** Statuses of the order process, in the usual order. */
export const STATUSES = [
  'CREATED',
  'SUBMITTED',
  'PRICE_CALCULATED',
  'MANUFACTURING_APPROVED',
  'MANUFACTURING_STARTED',
  'MANUFACTURING_COMPLETED',
  'PACKAGED',
  'SHIPPED',
  'CLOSED',
  'REJECTED',
  'CANCELLED',
] as const;

export type Status = (typeof STATUSES)[number];

/** An order as an API shows it; each shows what its people need. */
export interface Order {
  orderId: string;
  status: Status;
  /** RFC 3339 */
  changedAt: string;
  item?: string;
  quantity?: number;
  /** Roubles. */
  price?: number;
  userId?: string;
  apiUserId?: string;
  sellerId?: string;
  operatorId?: string;
  model?: { format: string; sizeBytes: number; triangles: number };
}

/** One page of a list, the newest first; `next` asks for the page behind it. */
export interface OrderPage {
  orders: Order[];
  next?: string;
}

/** How a status looks: never told by colour alone. */
export type Mood = 'waiting' | 'working' | 'done' | 'stopped';

export function moodOf(status: Status): Mood {
  switch (status) {
    case 'REJECTED':
    case 'CANCELLED':
      return 'stopped';
    case 'CLOSED':
    case 'SHIPPED':
      return 'done';
    case 'MANUFACTURING_STARTED':
    case 'MANUFACTURING_COMPLETED':
    case 'PACKAGED':
      return 'working';
    default:
      return 'waiting';
  }
}
