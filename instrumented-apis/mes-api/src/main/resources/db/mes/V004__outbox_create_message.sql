create table outbox_message (
    sequence        bigint generated always as identity primary key,
    message_id      text not null,
    order_id        text not null,
    routing_key     text not null,
    body            text not null,
    traceparent     text,
    baggage         text,
    stored_at       timestamptz not null default clock_timestamp(),
    attempts        integer not null default 0,
    next_attempt_at timestamptz not null default clock_timestamp()
);

create index outbox_message_by_order on outbox_message (order_id, sequence);

comment on table outbox_message is
    'Messages that were committed with a change and that the broker has not yet confirmed. Usually empty.';
comment on column outbox_message.traceparent is
    'The change in its trace, with baggage: every attempt to send the message belongs there.';
