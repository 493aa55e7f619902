import { onScopeDispose, shallowRef, type ShallowRef } from 'vue';
import type { FeedState, OrderFeed } from '../orders/order-feed';
import { keepAsking } from '../orders/polling';

/** The list's state, kept up to date as long as the component lives. */
export function useFeed(feed: OrderFeed): ShallowRef<FeedState> {
  const state = shallowRef(feed.state());
  onScopeDispose(feed.subscribe(() => (state.value = feed.state())));
  onScopeDispose(keepAsking(() => feed.refresh()));
  return state;
}
