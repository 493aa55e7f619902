alter table customer_order
    add column own_step boolean not null default false;

comment on column customer_order.own_step is
    'Whether the CRM itself brought the order into its present status and told the trace so; false for a copy.';
