-- H2 writes to the disk each time that a sequence has given out what it keeps in memory: usually after 32 rows. After a
-- crash numbers are passed over, which no order of rows minds.
alter table interaction alter column seq set cache 2000;
alter table event alter column seq set cache 2000;
alter table outbox alter column seq set cache 2000;
