create table b2b_request (
    api_user_id     text not null,
    idempotency_key text not null,
    order_id        text not null unique,
    model_sha256    text not null,
    received_at     timestamptz not null default clock_timestamp(),
    primary key (api_user_id, idempotency_key)
);

comment on table b2b_request is
    'Which order an Idempotency-Key of an API user stands for. Stored before the order, so that a repeated request finds the same number wherever the first one ended.';
