import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { ApiFailure } from 'shared/src/api/api-failure';
import type { OrderFeed } from 'shared/src/orders/order-feed';
import { type BoardState, useBoard } from './board-state';
import { BoardColumn } from './board-column';
import { FailureNotice } from './failure-notice';
import { COLUMNS } from './mes';
import { useTexts } from './texts';

export function Board({ operator }: { operator: string }) {
  const t = useTexts();
  const board = useBoard(operator);
  const section = useRef<HTMLElement>(null);
  const { moved } = board;

  // The pressed button is gone with the card: whoever works by keyboard goes along with the order.
  useEffect(() => {
    if (moved && document.activeElement === document.body) {
      section.current?.querySelector<HTMLElement>(`[data-order-id="${CSS.escape(moved.order.orderId)}"] button`)?.focus();
    }
  }, [moved]);

  return (
    <section ref={section} aria-labelledby="board-title">
      <h1 id="board-title">{t('board')}</h1>
      {board.failure && <FailureNotice failure={board.failure} uncertain />}
      <RefreshFailure feeds={[...board.feeds.values()]} />
      <p className="visually-hidden" role="status" data-testid="done" data-step={moved?.step}>
        {moved && t('done', { id: moved.order.orderId, status: t(moved.order.status) })}
      </p>
      <Columns board={board} />
    </section>
  );
}

function Columns({ board }: { board: BoardState }) {
  return (
    <div className="board">
      {COLUMNS.map((column) => {
        const feed = board.feeds.get(column.status);
        return feed && <BoardColumn key={column.status} column={column} feed={feed} busy={board.busy} onStep={board.move} />;
      })}
    </div>
  );
}

/** The columns share one API: one notice tells of all. */
function RefreshFailure({ feeds }: { feeds: OrderFeed[] }) {
  const failure = useSyncExternalStore(
    (listener) => {
      const ends = feeds.map((feed) => feed.subscribe(listener));
      return () => ends.forEach((end) => end());
    },
    (): ApiFailure | undefined => feeds.map((feed) => feed.state().failure).find(Boolean),
  );
  return failure && <FailureNotice failure={failure} stale />;
}
