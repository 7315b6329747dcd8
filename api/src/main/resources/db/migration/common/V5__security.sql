-- Keys and the audit log. Of a key only its hash is kept.

create table api_key (
  id varchar(64) primary key,
  role varchar(12) not null,
  secret_hash varchar(64) not null,
  name varchar(200) not null,
  created_at timestamp with time zone not null,
  created_by varchar(64) not null,
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  last_used_at timestamp with time zone
);

create table service_secret (
  name varchar(64) primary key,
  secret varchar(200) not null,
  created_at timestamp with time zone not null
);

create table audit_entry (
  seq bigint primary key,
  at timestamp with time zone not null,
  actor varchar(64) not null,
  role varchar(12) not null,
  act varchar(64) not null,
  target varchar(600) not null,
  detail varchar(2000) not null,
  previous_hash varchar(64) not null,
  hash varchar(64) not null
);

-- the end of the chain: locked by whoever appends, so that it never forks
create table audit_head (
  id integer primary key,
  seq bigint not null,
  hash varchar(64) not null
);
insert into audit_head (id, seq, hash) values (1, 0, 'beginning');
