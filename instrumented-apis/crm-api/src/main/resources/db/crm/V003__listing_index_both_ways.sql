-- The list is read newest first and continued after a place, which needs both columns to run the same way.
drop index customer_order_changed_at;
create index customer_order_by_change on customer_order (changed_at, id);
