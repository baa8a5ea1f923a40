CREATE TABLE "office_closures" (
	"day" date PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "office_hours" (
	"time_zone" text NOT NULL,
	"weekday" smallint NOT NULL,
	"opens" smallint NOT NULL,
	"closes" smallint NOT NULL,
	CONSTRAINT "office_hours_weekday_opens_pk" PRIMARY KEY("weekday","opens"),
	CONSTRAINT "office_hours_weekday" CHECK ("office_hours"."weekday" between 1 and 7),
	CONSTRAINT "office_hours_span" CHECK ("office_hours"."opens" < "office_hours"."closes")
);
--> statement-breakpoint
CREATE TABLE "working_times" (
	"opened_month" date NOT NULL,
	"duration_step" smallint NOT NULL,
	"tickets" integer NOT NULL,
	"milliseconds" bigint NOT NULL,
	CONSTRAINT "working_times_opened_month_duration_step_pk" PRIMARY KEY("opened_month","duration_step"),
	CONSTRAINT "working_times_counted" CHECK ("working_times"."tickets" >= 0 and "working_times"."milliseconds" >= 0)
);
--> statement-breakpoint
-- How much of a time helpdesk was there; null where no office hours are known.
CREATE FUNCTION "working_milliseconds"("since" timestamptz, "until" timestamptz) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN EXISTS (SELECT FROM "office_hours") THEN coalesce((
    SELECT sum(milliseconds_between(greatest("since", "opening"), least("until", "closing")))
    FROM "office_hours",
      generate_series(
        date_trunc('day', "since" AT TIME ZONE "time_zone"), "until" AT TIME ZONE "time_zone", interval '1 day'
      ) AS "midnight",
      LATERAL (SELECT
        ("midnight" + make_interval(mins => "opens")) AT TIME ZONE "time_zone" AS "opening",
        ("midnight" + make_interval(mins => "closes")) AT TIME ZONE "time_zone" AS "closing"
      ) AS "span"
    WHERE "weekday" = extract(isodow FROM "midnight") AND "opening" < "until" AND "closing" > "since"
      AND NOT EXISTS (SELECT FROM "office_closures" WHERE "day" = "midnight"::date)
  ), 0)::bigint END
$$;
--> statement-breakpoint
CREATE FUNCTION "count_working_times"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "office_hours") THEN
    RETURN NULL;
  END IF;

  IF TG_OP = 'TRUNCATE' THEN
    DELETE FROM "working_times";
    RETURN NULL;
  END IF;

  IF TG_OP = 'DELETE' THEN
    UPDATE "working_times" AS "counted"
    SET "tickets" = "counted"."tickets" - "gone"."tickets",
        "milliseconds" = "counted"."milliseconds" - "gone"."milliseconds"
    FROM (
      SELECT date_trunc('month', "opened_at" AT TIME ZONE 'UTC')::date AS "opened_month",
             duration_step("took") AS "duration_step", count(*) AS "tickets", sum("took") AS "milliseconds"
      FROM "before", working_milliseconds("opened_at", "responded_at") AS "took"
      GROUP BY 1, 2
    ) AS "gone"
    WHERE "counted"."opened_month" = "gone"."opened_month" AND "counted"."duration_step" = "gone"."duration_step";
    DELETE FROM "working_times" WHERE "tickets" = 0;
    RETURN NULL;
  END IF;

  INSERT INTO "working_times" AS "counted" ("opened_month", "duration_step", "tickets", "milliseconds")
  SELECT date_trunc('month', "opened_at" AT TIME ZONE 'UTC')::date, duration_step("took"), count(*), sum("took")
  FROM "after", working_milliseconds("opened_at", "responded_at") AS "took"
  GROUP BY 1, 2
  ORDER BY 1, 2
  ON CONFLICT ("opened_month", "duration_step") DO UPDATE
  SET "tickets" = "counted"."tickets" + excluded."tickets",
      "milliseconds" = "counted"."milliseconds" + excluded."milliseconds";
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "first_responses_inserted_working" AFTER INSERT ON "first_responses" REFERENCING NEW TABLE AS "after" FOR EACH STATEMENT EXECUTE FUNCTION "count_working_times"();
--> statement-breakpoint
CREATE TRIGGER "first_responses_deleted_working" AFTER DELETE ON "first_responses" REFERENCING OLD TABLE AS "before" FOR EACH STATEMENT EXECUTE FUNCTION "count_working_times"();
--> statement-breakpoint
CREATE TRIGGER "first_responses_truncated_working" AFTER TRUNCATE ON "first_responses" FOR EACH STATEMENT EXECUTE FUNCTION "count_working_times"();
