-- Outbound runs: what was asked, how far each is, and whom it contacts.

create table outbound_run (
  id varchar(64) primary key,
  asked varchar not null,               -- the request, JSON
  request_id varchar(64),
  playbook varchar(40) not null,
  dry boolean not null,
  status varchar(10) not null,          -- queued, running, completed, failed, cancelled
  step varchar(10) not null,            -- deciding, recording, done
  asked_by varchar(64) not null,
  created_at timestamp with time zone not null,
  at timestamp with time zone,          -- the time of all its decisions, once it has begun
  revision varchar(64),                 -- that decides, once it has begun
  progress double precision not null,   -- of the running step, 0 to 1
  result varchar,                       -- what the allocation came to, JSON; null before it
  reason varchar(2000),                 -- why it failed
  cancelled boolean not null,           -- somebody asked for it
  finished_at timestamp with time zone
);
create unique index outbound_run_request on outbound_run (asked_by, request_id);
create index outbound_run_status on outbound_run (status, created_at);

create table run_contact (
  run_id varchar(64) not null,
  place integer not null,               -- from 1, in the order of subjects
  subject_id varchar(64) not null,
  channel varchar(200) not null,
  action varchar(200) not null,
  treatment varchar(200) not null,
  placement varchar(200) not null,
  priority double precision not null,
  price numeric(19, 4),
  cost double precision not null,
  interaction_id varchar(64) not null,
  state varchar(10) not null,           -- planned, recorded, dropped
  why varchar(200),                     -- it was dropped
  primary key (run_id, place)
);
create index run_contact_state on run_contact (run_id, state, place);
create index run_contact_subject on run_contact (subject_id);

-- Which node works on runs: one at a time, until it lets the time pass.
create table run_turn (
  id integer primary key,
  worker varchar(64) not null,
  until timestamp with time zone not null
);
insert into run_turn (id, worker, until) values (1, 'nobody', timestamp with time zone '2000-01-01 00:00:00+00');
