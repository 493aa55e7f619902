import { useSyncExternalStore } from 'react';
import type { OrderFeed } from 'shared/src/orders/order-feed';
import type { Order } from 'shared/src/orders/order';
import { Card } from './card';
import type { Column, Step } from './mes';
import { useTexts } from './texts';

interface Props {
  column: Column;
  feed: OrderFeed;
  busy: string | undefined;
  onStep: (order: Order, step: Step) => Promise<void>;
}

export function BoardColumn({ column, feed, busy, onStep }: Props) {
  const t = useTexts();
  const { orders, arrived, loaded, failure, next } = useSyncExternalStore(feed.subscribe, feed.state);
  const heading = `column-${column.status}`;
  return (
    <section className="column" aria-labelledby={heading} data-testid="column" data-status={column.status}>
      <div className="list-head">
        <h2 id={heading}>{t(column.status)}</h2>
        <div className="arrivals" role="status">
          {arrived.length > 0 && (
            <button
              type="button"
              className="button small"
              data-testid="arrived"
              aria-label={t('arrived', { n: arrived.length })}
              onClick={() => feed.showArrived()}
            >
              {t('arrived.short', { n: arrived.length })}
            </button>
          )}
        </div>
      </div>
      {!loaded && !failure && <p className="empty">{t('loading')}</p>}
      {loaded && orders.length === 0 && <p className="empty">{t('column.empty')}</p>}
      <ul className="orders">
        {orders.map((order) => (
          <Card
            key={order.orderId}
            order={order}
            column={column}
            busy={busy === order.orderId}
            onStep={(step) => onStep(order, step)}
            onPutAway={() => feed.remove(order.orderId)}
          />
        ))}
      </ul>
      {next && (
        <div className="list-foot">
          <button type="button" className="button small" data-testid="more" onClick={() => void feed.more()}>
            {t('more')}
          </button>
        </div>
      )}
    </section>
  );
}
