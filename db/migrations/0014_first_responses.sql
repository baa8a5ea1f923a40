CREATE TABLE "first_responses" (
	"ticket_number" integer PRIMARY KEY NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"responded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "response_times" (
	"opened_month" date NOT NULL,
	"duration_step" smallint NOT NULL,
	"tickets" integer NOT NULL,
	"milliseconds" bigint NOT NULL,
	CONSTRAINT "response_times_opened_month_duration_step_pk" PRIMARY KEY("opened_month","duration_step"),
	CONSTRAINT "response_times_counted" CHECK ("response_times"."tickets" >= 0 and "response_times"."milliseconds" >= 0)
);
--> statement-breakpoint
ALTER TABLE "first_responses" ADD CONSTRAINT "first_responses_ticket_number_tickets_number_fk" FOREIGN KEY ("ticket_number") REFERENCES "public"."tickets"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "first_responses_by_opening" ON "first_responses" USING btree ("opened_at");--> statement-breakpoint
-- A message of helpdesk, or the start of work. The first one stays: what comes later changes nothing.
CREATE FUNCTION "note_started_tickets"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "first_responses" ("ticket_number", "opened_at", "responded_at")
  SELECT "number", "opened_at", "started_at" FROM "after" WHERE "started_at" IS NOT NULL
  ORDER BY "number"
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE FUNCTION "note_answered_tickets"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "first_responses" ("ticket_number", "opened_at", "responded_at")
  SELECT "number", "opened_at", greatest("opened_at", min("created_at"))
  FROM "after" JOIN "tickets" ON "number" = "ticket_number"
  WHERE "actor_role" = 'helpdesk'
  GROUP BY "number", "opened_at"
  ORDER BY "number"
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE FUNCTION "count_response_times"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    DELETE FROM "response_times";
    RETURN NULL;
  END IF;

  IF TG_OP = 'DELETE' THEN
    UPDATE "response_times" AS "counted"
    SET "tickets" = "counted"."tickets" - "gone"."tickets",
        "milliseconds" = "counted"."milliseconds" - "gone"."milliseconds"
    FROM (
      SELECT date_trunc('month', "opened_at" AT TIME ZONE 'UTC')::date AS "opened_month",
             duration_step("took") AS "duration_step", count(*) AS "tickets", sum("took") AS "milliseconds"
      FROM "before", milliseconds_between("opened_at", "responded_at") AS "took"
      GROUP BY 1, 2
    ) AS "gone"
    WHERE "counted"."opened_month" = "gone"."opened_month" AND "counted"."duration_step" = "gone"."duration_step";
    DELETE FROM "response_times" WHERE "tickets" = 0;
    RETURN NULL;
  END IF;

  INSERT INTO "response_times" AS "counted" ("opened_month", "duration_step", "tickets", "milliseconds")
  SELECT date_trunc('month', "opened_at" AT TIME ZONE 'UTC')::date, duration_step("took"), count(*), sum("took")
  FROM "after", milliseconds_between("opened_at", "responded_at") AS "took"
  GROUP BY 1, 2
  ORDER BY 1, 2
  ON CONFLICT ("opened_month", "duration_step") DO UPDATE
  SET "tickets" = "counted"."tickets" + excluded."tickets",
      "milliseconds" = "counted"."milliseconds" + excluded."milliseconds";
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "first_responses_inserted" AFTER INSERT ON "first_responses" REFERENCING NEW TABLE AS "after" FOR EACH STATEMENT EXECUTE FUNCTION "count_response_times"();
--> statement-breakpoint
CREATE TRIGGER "first_responses_deleted" AFTER DELETE ON "first_responses" REFERENCING OLD TABLE AS "before" FOR EACH STATEMENT EXECUTE FUNCTION "count_response_times"();
--> statement-breakpoint
CREATE TRIGGER "first_responses_truncated" AFTER TRUNCATE ON "first_responses" FOR EACH STATEMENT EXECUTE FUNCTION "count_response_times"();
--> statement-breakpoint
CREATE TRIGGER "tickets_inserted_started" AFTER INSERT ON "tickets" REFERENCING NEW TABLE AS "after" FOR EACH STATEMENT EXECUTE FUNCTION "note_started_tickets"();
--> statement-breakpoint
CREATE TRIGGER "tickets_updated_started" AFTER UPDATE ON "tickets" REFERENCING NEW TABLE AS "after" FOR EACH STATEMENT EXECUTE FUNCTION "note_started_tickets"();
--> statement-breakpoint
CREATE TRIGGER "messages_inserted_answered" AFTER INSERT ON "messages" REFERENCING NEW TABLE AS "after" FOR EACH STATEMENT EXECUTE FUNCTION "note_answered_tickets"();
--> statement-breakpoint
-- Creating the triggers has locked both tables against changes: what was answered by now is counted here, once.
INSERT INTO "first_responses" ("ticket_number", "opened_at", "responded_at")
SELECT "number", "opened_at", greatest("opened_at", least("started_at", "answered"."at"))
FROM "tickets" LEFT JOIN (
  SELECT "ticket_number", min("created_at") AS "at" FROM "messages" WHERE "actor_role" = 'helpdesk' GROUP BY 1
) AS "answered" ON "ticket_number" = "number"
WHERE "started_at" IS NOT NULL OR "answered"."at" IS NOT NULL;
