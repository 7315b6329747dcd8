-- Rows outside the quarters that exist (long imports) are taken all the same; the service makes the quarters ahead of time.
create table decision_rest partition of decision default;
create table interaction_rest partition of interaction default;
create table event_rest partition of event default;

-- Compressing facts costs a decision more time than their space is worth.
alter table decision alter column facts set storage external;
