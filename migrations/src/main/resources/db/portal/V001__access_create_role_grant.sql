-- Who may do what, given by whom, why and until when. A grant is never deleted: revoking closes it.
create table role_grant (
    id            bigint generated always as identity primary key,
    user_name     text        not null check (user_name = btrim(user_name) and length(user_name) between 1 and 255),
    role          text        not null check (role in ('TRACING_SUPPORT', 'DEVELOPER', 'ADMINISTRATOR')),
    reason        text        not null check (length(btrim(reason)) between 1 and 500),
    granted_by    text        not null check (length(btrim(granted_by)) between 1 and 255),
    granted_at    timestamptz not null default now(),
    expires_at    timestamptz check (expires_at > granted_at),
    revoked_at    timestamptz check (revoked_at >= granted_at),
    revoked_by    text        check (length(btrim(revoked_by)) between 1 and 255),
    revoke_reason text        check (length(revoke_reason) <= 500),
    constraint role_grant_revoked_by_somebody check ((revoked_at is null) = (revoked_by is null))
);

-- Asked on every request; and nobody holds one role twice.
create unique index role_grant_one_open_per_user_and_role on role_grant (user_name, role) where revoked_at is null;
