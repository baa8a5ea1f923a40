CREATE TABLE "closing_times" (
	"opened_month" date NOT NULL,
	"category" "category" NOT NULL,
	"duration_step" smallint NOT NULL,
	"tickets" integer NOT NULL,
	"milliseconds" bigint NOT NULL,
	CONSTRAINT "closing_times_opened_month_category_duration_step_pk" PRIMARY KEY("opened_month","category","duration_step"),
	CONSTRAINT "closing_times_counted" CHECK ("closing_times"."tickets" >= 0 and "closing_times"."milliseconds" >= 0)
);
--> statement-breakpoint
CREATE FUNCTION "duration_step"("milliseconds" bigint) RETURNS smallint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT floor(ln(greatest("milliseconds", 1000)::double precision / 1000) / ln(1.02::double precision))::smallint
$$;
--> statement-breakpoint
CREATE FUNCTION "milliseconds_between"("opened" timestamptz, "closed" timestamptz) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT round(extract(epoch FROM "closed" - "opened") * 1000)::bigint
$$;
--> statement-breakpoint
-- Statement triggers, so that filling in a million tickets counts them once and not one by one.
CREATE FUNCTION "count_closing_times"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    DELETE FROM "closing_times";
    RETURN NULL;
  END IF;

  IF TG_OP <> 'INSERT' THEN
    UPDATE "closing_times" AS "counted"
    SET "tickets" = "counted"."tickets" - "gone"."tickets",
        "milliseconds" = "counted"."milliseconds" - "gone"."milliseconds"
    FROM (
      SELECT date_trunc('month', "opened_at" AT TIME ZONE 'UTC')::date AS "opened_month", "category",
             duration_step("took") AS "duration_step", count(*) AS "tickets", sum("took") AS "milliseconds"
      FROM "before", milliseconds_between("opened_at", "closed_at") AS "took"
      WHERE "status" = 'closed'
      GROUP BY 1, 2, 3
    ) AS "gone"
    WHERE "counted"."opened_month" = "gone"."opened_month" AND "counted"."category" = "gone"."category"
      AND "counted"."duration_step" = "gone"."duration_step";
  END IF;

  IF TG_OP = 'DELETE' THEN
    DELETE FROM "closing_times" WHERE "tickets" = 0;
    RETURN NULL;
  END IF;

  INSERT INTO "closing_times" AS "counted" ("opened_month", "category", "duration_step", "tickets", "milliseconds")
  SELECT date_trunc('month', "opened_at" AT TIME ZONE 'UTC')::date, "category", duration_step("took"), count(*), sum("took")
  FROM "after", milliseconds_between("opened_at", "closed_at") AS "took"
  WHERE "status" = 'closed'
  GROUP BY 1, 2, 3
  ORDER BY 1, 2, 3
  ON CONFLICT ("opened_month", "category", "duration_step") DO UPDATE
  SET "tickets" = "counted"."tickets" + excluded."tickets",
      "milliseconds" = "counted"."milliseconds" + excluded."milliseconds";
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "tickets_inserted" AFTER INSERT ON "tickets" REFERENCING NEW TABLE AS "after" FOR EACH STATEMENT EXECUTE FUNCTION "count_closing_times"();
--> statement-breakpoint
CREATE TRIGGER "tickets_updated" AFTER UPDATE ON "tickets" REFERENCING OLD TABLE AS "before" NEW TABLE AS "after" FOR EACH STATEMENT EXECUTE FUNCTION "count_closing_times"();
--> statement-breakpoint
CREATE TRIGGER "tickets_deleted" AFTER DELETE ON "tickets" REFERENCING OLD TABLE AS "before" FOR EACH STATEMENT EXECUTE FUNCTION "count_closing_times"();
--> statement-breakpoint
CREATE TRIGGER "tickets_truncated" AFTER TRUNCATE ON "tickets" FOR EACH STATEMENT EXECUTE FUNCTION "count_closing_times"();
--> statement-breakpoint
-- Creating the triggers has locked the tickets against changes: what is closed by now is counted here, once.
INSERT INTO "closing_times" ("opened_month", "category", "duration_step", "tickets", "milliseconds")
SELECT date_trunc('month', "opened_at" AT TIME ZONE 'UTC')::date, "category", duration_step("took"), count(*), sum("took")
FROM "tickets", milliseconds_between("opened_at", "closed_at") AS "took"
WHERE "status" = 'closed'
GROUP BY 1, 2, 3;
