-- The list is read newest first and continued after a place, which needs both columns to run the same way.
drop index manufacturing_order_by_change;
create index manufacturing_order_by_change on manufacturing_order (changed_at, order_id);
create index manufacturing_order_of_operator on manufacturing_order (operator_id, changed_at, order_id);
