import { formatAge, formatSize, formatTime } from 'shared/src/i18n/formats';
import { moodOf, type Order } from 'shared/src/orders/order';
import type { Column, Step } from './mes';
import { useLanguage, useTexts } from './texts';

interface Props {
  order: Order;
  column: Column;
  busy: boolean;
  onStep: (step: Step) => Promise<void>;
  onPutAway: () => void;
}

export function Card({ order, column, busy, onStep, onPutAway }: Props) {
  const t = useTexts();
  const language = useLanguage();
  return (
    <li className="card panel" data-testid="card" data-order-id={order.orderId}>
      <h3>{order.orderId}</h3>
      <Facts order={order} />
      <time className="hint" dateTime={order.changedAt}>
        {formatTime(order.changedAt, language)} ({formatAge(order.changedAt, language)})
      </time>
      {order.status === column.status ? (
        <div className="actions">
          {column.steps.map((step, index) => (
            <button
              key={step}
              type="button"
              className={index === 0 ? 'button small primary' : 'button small'}
              data-testid={step}
              aria-label={`${t(step)} ${order.orderId}`}
              aria-disabled={busy}
              onClick={() => busy || void onStep(step)}
            >
              {t(step)}
            </button>
          ))}
        </div>
      ) : (
        <MovedOn order={order} onPutAway={onPutAway} />
      )}
    </li>
  );
}

/** Somebody else was faster: the card stays where it is being read, and says where the order went. */
function MovedOn({ order, onPutAway }: { order: Order; onPutAway: () => void }) {
  const t = useTexts();
  return (
    <div className="moved-on">
      <span>
        {t('moved.on')} <span className={`status ${moodOf(order.status)}`}>{t(order.status)}</span>
      </span>
      <button type="button" className="button small" aria-label={`${t('put.away')} ${order.orderId}`} onClick={onPutAway}>
        {t('put.away')}
      </button>
    </div>
  );
}

function Facts({ order }: { order: Order }) {
  const t = useTexts();
  const language = useLanguage();
  const facts = [
    order.apiUserId ? t('partner', { id: order.apiUserId }) : order.userId && t('customer', { id: order.userId }),
    order.operatorId && t('operator', { id: order.operatorId }),
    order.model && formatSize(order.model.sizeBytes, language),
    order.model && t('triangles', { n: order.model.triangles }),
  ];
  return <p className="hint facts">{facts.filter(Boolean).join(' · ')}</p>;
}
