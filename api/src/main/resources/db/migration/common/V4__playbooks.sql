-- Playbooks and who did what to them.

create table playbook_revision (
  playbook varchar(40) not null,
  revision varchar(64) not null,
  content ${binary} not null,           -- the folder as a zip; never changes
  digest varchar(64) not null,          -- SHA-256 of the zip: what is approved
  status varchar(12) not null,          -- draft, approved, published
  author varchar(64) not null,
  note varchar(2000) not null,
  created_at timestamp with time zone not null,
  findings varchar not null,            -- warnings of the upload, JSON
  tested varchar,                       -- JSON of the last golden test, null before it
  approver varchar(64),
  approved_at timestamp with time zone,
  primary key (playbook, revision)
);
create index playbook_revision_created on playbook_revision (playbook, created_at);

create table live_playbook (
  playbook varchar(40) primary key,
  revision varchar(64) not null,
  version bigint not null,
  published_at timestamp with time zone not null,
  published_by varchar(64) not null
);

create table publication (
  playbook varchar(40) not null,
  version bigint not null,
  revision varchar(64) not null,
  published_at timestamp with time zone not null,
  published_by varchar(64) not null,
  primary key (playbook, version)
);

create table stop (
  id varchar(64) primary key,
  target varchar(600) not null,
  channel varchar(200),
  until timestamp with time zone,
  reason varchar(2000) not null,
  ordered_by varchar(64) not null,
  ordered_at timestamp with time zone not null,
  lifted_by varchar(64),
  lifted_at timestamp with time zone
);
