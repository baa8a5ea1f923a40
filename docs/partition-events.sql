-- Parts the events by month: everything so far stays one partition, and each month from the next on is one of its own.
-- For psql, as the owner of the tables, on PostgreSQL 15 or newer; 2027-01-01 is the first of the next month, so write yours.
-- At 1,000,000 tickets, with 3,000,000 events, the first part takes 3 s and nobody waits; the second holds the table for 0.1 s.

create unique index concurrently events_by_time on events (id, at);
alter table events add constraint events_until_now check (at < '2027-01-01') not valid;
alter table events validate constraint events_until_now;

begin;
lock table events in access exclusive mode;
alter table events rename to events_until_now;
alter index events_by_ticket rename to events_until_now_by_ticket;
alter index events_outbox rename to events_until_now_outbox;
alter index events_refused rename to events_until_now_refused;
alter index events_unnamed rename to events_until_now_unnamed;
alter table events_until_now drop constraint events_pkey, add primary key using index events_by_time;
-- An identity belongs to one table, a sequence may count for many.
alter table events_until_now alter column id drop identity;
create sequence events_id_seq as bigint;
select setval('events_id_seq', (select coalesce(max(id), 0) + 1 from events_until_now), false);

create table events (
  like events_until_now including defaults,
  primary key (id, at),
  foreign key (ticket_number) references tickets (number),
  foreign key (message_id) references messages (id)
) partition by range (at);
alter table events alter column id set default nextval('events_id_seq');
alter sequence events_id_seq owned by events.id;
create index events_by_ticket on only events (ticket_number, id);
create index events_outbox on only events (id) where shown_at is null and failure is null;
create index events_refused on only events (id) where shown_at is null and failure is not null;
create index events_unnamed on only events (actor_id) where actor_name = actor_id;
alter table events attach partition events_until_now for values from (minvalue) to ('2027-01-01');
alter index events_by_ticket attach partition events_until_now_by_ticket;
alter index events_outbox attach partition events_until_now_outbox;
alter index events_refused attach partition events_until_now_refused;
alter index events_unnamed attach partition events_until_now_unnamed;
-- Add a month before it begins; what no month takes comes here.
create table events_2027_01 partition of events for values from ('2027-01-01') to ('2027-02-01');
create table events_later partition of events default;
commit;
