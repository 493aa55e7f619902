create table manufacturing_order (
    order_id        text primary key,
    status          text not null,
    changed_at      timestamptz not null,
    version         integer not null default 0,
    user_id         text,
    api_user_id     text,
    seller_id       text,
    operator_id     text,
    model_key       text,
    model_format    text,
    model_size      bigint,
    model_triangles bigint,
    model_sha256    text,
    price           numeric(12, 2) check (price > 0),
    received_at     timestamptz not null default now(),
    constraint model_is_whole_or_absent check (
        num_nonnulls(model_key, model_format, model_size, model_triangles, model_sha256) in (0, 5)),
    constraint submitted_with_a_model check (status in ('CREATED', 'CANCELLED') or model_key is not null)
);

create index manufacturing_order_by_change on manufacturing_order (changed_at desc);

comment on table manufacturing_order is
    'What MES knows of an order. Its own steps change it here first; the steps of Shop API and CRM API are copies.';
comment on column manufacturing_order.changed_at is
    'When the present status was reached, by the clock of the database in which it was changed first.';
comment on column manufacturing_order.version is 'Counts changes; an update names the version it has read.';
