create index customer_order_of_user on customer_order (user_id, changed_at, id);
