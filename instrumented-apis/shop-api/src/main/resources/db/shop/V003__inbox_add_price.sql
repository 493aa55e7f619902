alter table customer_order
    add column price numeric(12, 2) check (price >= 0);
