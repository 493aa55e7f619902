import { useEffect, useMemo, useState } from 'react';
import { ApiFailure } from 'shared/src/api/api-failure';
import { OrderFeed } from 'shared/src/orders/order-feed';
import type { Order, Status } from 'shared/src/orders/order';
import { keepAsking } from 'shared/src/orders/polling';
import { COLUMNS, Mes, type Step } from './mes';

export interface BoardState {
  feeds: ReadonlyMap<Status, OrderFeed>;
  /** The order that is being moved. */
  busy: string | undefined;
  /** The last step that was made, and the order in its new state. */
  moved: { step: Step; order: Order } | undefined;
  failure: ApiFailure | undefined;
  move: (order: Order, step: Step) => Promise<void>;
}

/** One list for each column, kept up to date together, and the way of an order from one to the next. */
export function useBoard(operator: string): BoardState {
  const mes = useMemo(() => new Mes(operator), [operator]);
  const feeds = useMemo(
    () => new Map<Status, OrderFeed>(COLUMNS.map(({ status }) => [status, new OrderFeed(mes.orders(status))])),
    [mes],
  );
  const [busy, setBusy] = useState<string>();
  const [moved, setMoved] = useState<BoardState['moved']>();
  const [failure, setFailure] = useState<ApiFailure>();

  useEffect(() => keepAsking(() => refreshAll(feeds)), [feeds]);

  const move = async (order: Order, step: Step): Promise<void> => {
    setBusy(order.orderId);
    setFailure(undefined);
    setMoved(undefined);
    try {
      const next = await mes.move(order.orderId, step);
      feeds.get(order.status)?.remove(order.orderId);
      feeds.get(next.status)?.put(next);
      setMoved({ step, order: next });
    } catch (error) {
      if (!(error instanceof ApiFailure)) {
        throw error;
      }
      setFailure(error);
      await refreshAll(feeds);
    } finally {
      setBusy(undefined);
    }
  };
  return { feeds, busy, moved, failure, move };
}

function refreshAll(feeds: ReadonlyMap<Status, OrderFeed>): Promise<unknown> {
  return Promise.all([...feeds.values()].map((feed) => feed.refresh()));
}
