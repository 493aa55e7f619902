create sequence order_number;

create table customer_order (
    id         text primary key check (id ~ '^ORD-[0-9]{7,18}$'),
    user_id    text not null,
    item       text not null,
    quantity   integer not null check (quantity between 1 and 1000),
    status     text not null,
    created_at timestamptz not null default now(),
    changed_at timestamptz not null default now(),
    version    integer not null default 0
);
