import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { events, tickets } from '../schema/index.ts';
import { intoEmptyDatabase } from './into-empty-database.ts';
import { ben, chloe, students } from './people.ts';
import { readFilings } from './read-filings.ts';

/** Rows made by one statement. */
const chunk = 50_000;
const yearsBack = 2;

type FillManyTicketsInput = { db: Database; now: Date; count: number; progress: (done: number) => void };

/**
 * Fills an empty database with `count` tickets of the two years before `now`, for measuring: the same each time, all
 * shown in Slack already, the newest 0.5 % not closed, without messages. Undefined when the database is not empty.
 */
export async function fillManyTickets(input: FillManyTicketsInput): Promise<number | undefined> {
  const { db, now, count, progress } = input;
  return intoEmptyDatabase({
    db,
    fill: async tx => {
      for (let from = 1; from <= count; from += chunk) {
        const to = Math.min(from + chunk - 1, count);
        await tx.execute(manyTickets({ from, to, count, now }));
        await tx.execute(theirEvents({ from, to }));
        progress(to);
      }
      return count;
    },
  });
}

/** The texts of the demo campus again and again; times and people from the number, evenly spread. */
function manyTickets({ from, to, count, now }: { from: number; to: number; count: number; now: Date }): SQL {
  const filings = readFilings().filter(({ guess, category }) => guess === category);
  return sql`
    with filings as materialized (
      select (position - 1)::int as position, filing, array(select jsonb_array_elements_text(filing->'because')) as because
      from jsonb_array_elements(${JSON.stringify(filings)}::text::jsonb) with ordinality as listed(filing, position)
    ), people as materialized (
      select (position - 1)::int as position, person
      from jsonb_array_elements(${JSON.stringify(students.en)}::text::jsonb) with ordinality as listed(person, position)
    ), drawn as (
      select n, ${share(1_103_515_245)} as one, ${share(747_796_405)} as two,
        ${now.toISOString()}::timestamptz - (1 - n / ${count}::float8) * interval '${sql.raw(String(yearsBack * 365))} days' as opened,
        case when n > ${count} * 0.998 then 'open' when n > ${count} * 0.995 then 'active' else 'closed' end as status
      from generate_series(${from}::int, ${to}::int) as n
    ), timed as (
      select *, least(
        interval '1 hour' * (0.5 + (2.2 - n / ${count}::float8) * (case filing->>'category'
          when 'it' then 20 when 'facility' then 60 else 110 end) * one * one * one),
        ${now.toISOString()}::timestamptz - opened) as took
      from drawn
      join filings on filings.position = n % ${filings.length}
      join people on people.position = (n / 7) % ${students.en.length}
    )
    insert into ${tickets} (number, status, description, location, category, category_second, category_source, category_confidence,
      category_unsure, category_because, category_model, reporter_id, reporter_name, assignee_id, assignee_name,
      closing_note, closed_by_id, closed_by_name, opened_at, started_at, closed_at, modified_at, version)
    overriding system value
    select n, status::status, filing->>'description', filing->>'location', (filing->>'category')::category,
      (filing->>'second')::category, 'auto',
      0.8 + 0.19 * two, false, because, 'demo', person->>'id', person->>'name',
      case when status <> 'open' then case when n % 2 = 0 then ${ben.id} else ${chloe.id} end end,
      case when status <> 'open' then case when n % 2 = 0 then ${ben.name} else ${chloe.name} end end,
      case when status = 'closed' then filing->>'closingNote' end,
      case when status = 'closed' then case when n % 2 = 0 then ${ben.id} else ${chloe.id} end end,
      case when status = 'closed' then case when n % 2 = 0 then ${ben.name} else ${chloe.name} end end,
      opened, case when status <> 'open' then opened + took * 0.2 end, case when status = 'closed' then opened + took end,
      case status when 'open' then opened when 'active' then opened + took * 0.2 else opened + took end,
      case status when 'open' then 1 when 'active' then 2 else 3 end
    from timed
    order by n`;
}

/** From 0 to 1, spread evenly over the numbers; the multiplier says which sequence. */
function share(multiplier: number): SQL {
  return sql`(n::bigint * ${sql.raw(String(multiplier))} % 2147483647) / 2147483647.0::float8`;
}

/** Filed, started and closed, as the tickets say. */
function theirEvents({ from, to }: { from: number; to: number }): SQL {
  const assignee = sql`jsonb_build_object('id', assignee_id, 'name', assignee_name)`;
  return sql`
    insert into ${events} (ticket_number, type, actor_id, actor_name, actor_role, at, changes, shown_at)
    select number, type::event_type, actor_id, actor_name, role::role, at, changes, at
    from ${tickets}, lateral (values
      ('ticket.filed', reporter_id, reporter_name, 'user', opened_at,
        ${changed({ status: sql`'open'`, description: sql`description`, category: sql`category` })} ||
        case when location is null then '{}' else ${changed({ location: sql`location` })} end),
      ('ticket.started', assignee_id, assignee_name, 'helpdesk', started_at,
        '{"status": {"from": "open", "to": "active"}}'::jsonb || ${changed({ assignee })}),
      ('ticket.closed', assignee_id, assignee_name, 'helpdesk', closed_at,
        '{"status": {"from": "active", "to": "closed"}}'::jsonb ||
        case when closing_note is null then '{}' else ${changed({ closingNote: sql`closing_note` })} end)
    ) as happened(type, actor_id, actor_name, role, at, changes)
    where number between ${from} and ${to} and at is not null
    order by at, number`;
}

/** Fields that were empty before. */
function changed(fields: Record<string, SQL>): SQL {
  const pairs = Object.entries(fields).map(
    ([field, to]) => sql`${sql.raw(`'${field}'`)}, jsonb_build_object('from', null, 'to', ${to})`,
  );
  return sql`jsonb_build_object(${sql.join(pairs, sql`, `)})`;
}
