create table customer_order (
    id          text primary key,
    status      text not null,
    changed_at  timestamptz not null,
    version     integer not null default 0,
    user_id     text,
    api_user_id text,
    seller_id   text,
    price       numeric(12, 2) check (price >= 0)
);

create index customer_order_changed_at on customer_order (changed_at desc, id);
