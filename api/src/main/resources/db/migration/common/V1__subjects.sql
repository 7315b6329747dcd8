-- The single customer view. Times are instants; JSON is kept as text, since both databases read it alike.

create table subject (
  id varchar(64) primary key,
  household varchar(64),
  language varchar(20),
  attributes varchar not null,          -- {"tenure months": {"value": 14, "asOf": "..."}}
  consents varchar not null,            -- {"marketing": {"granted": true, "at": "...", "source": "call", "until": null}}
  preferred_channels varchar not null,  -- ["email"]
  worth varchar,                        -- {"rfm": "543", "value": 120.5}, as loaded
  version bigint not null,
  changed_at timestamp with time zone not null
);
create index subject_household on subject (household);

create table subject_alias (
  alias varchar(64) primary key,
  subject_id varchar(64) not null
);
create index subject_alias_subject on subject_alias (subject_id);

-- Which lifecycle stage a subject was last seen in, per playbook, and since when.
create table subject_stage (
  subject_id varchar(64) not null,
  playbook varchar(40) not null,
  stage varchar(200) not null,
  since timestamp with time zone not null,
  primary key (subject_id, playbook)
);

-- Every consent ever given or refused; the current ones stand with the subject.
create table consent_entry (
  subject_id varchar(64) not null,
  purpose varchar(64) not null,
  granted boolean not null,
  at timestamp with time zone not null,
  source varchar(64),
  until timestamp with time zone,
  recorded_at timestamp with time zone not null,
  recorded_by varchar(64) not null
);
create index consent_entry_subject on consent_entry (subject_id, at);

-- Lists that have been loaded; whoever changes one holds its row.
create table member_list (
  list varchar(200) primary key,
  changed_at timestamp with time zone not null
);

create table list_member (
  list varchar(200) not null,
  member varchar(64) not null,          -- id of a subject or household, or an alias
  primary key (list, member)
);
create index list_member_member on list_member (member);
