-- What all closed tickets took, whenever they were opened, is counted as of the month '-infinity'.
CREATE FUNCTION "months_counted"("opened" timestamptz) RETURNS SETOF date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  VALUES ('-infinity'::date), (date_trunc('month', "opened" AT TIME ZONE 'UTC')::date)
$$;
--> statement-breakpoint
-- Whoever is still writing with the function as it was would not count them: they finish first.
LOCK TABLE "tickets" IN SHARE ROW EXCLUSIVE MODE;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION "count_closing_times"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  "concerned_closed" boolean := false;
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    DELETE FROM "closing_times";
    DELETE FROM "closed_periods";
    RETURN NULL;
  END IF;

  IF TG_OP <> 'INSERT' THEN
    UPDATE "closing_times" AS "counted"
    SET "tickets" = "counted"."tickets" - "gone"."tickets",
        "milliseconds" = "counted"."milliseconds" - "gone"."milliseconds"
    FROM (
      SELECT "counted_in"."opened_month", "category", duration_step("took") AS "duration_step", count(*) AS "tickets",
             sum("took") AS "milliseconds"
      FROM "before", months_counted("opened_at") AS "counted_in" ("opened_month"),
        milliseconds_between("opened_at", "closed_at") AS "took"
      WHERE "status" = 'closed'
      GROUP BY 1, 2, 3
    ) AS "gone"
    WHERE "counted"."opened_month" = "gone"."opened_month" AND "counted"."category" = "gone"."category"
      AND "counted"."duration_step" = "gone"."duration_step";
    "concerned_closed" := FOUND;
  END IF;

  IF TG_OP = 'DELETE' THEN
    DELETE FROM "closing_times" WHERE "tickets" = 0;
    INSERT INTO "closed_changes" ("first_opened_at", "last_opened_at")
    SELECT min("opened_at"), max("opened_at") FROM "before" WHERE "status" = 'closed' HAVING count(*) > 0;
    RETURN NULL;
  END IF;

  INSERT INTO "closing_times" AS "counted" ("opened_month", "category", "duration_step", "tickets", "milliseconds")
  SELECT "counted_in"."opened_month", "category", duration_step("took"), count(*), sum("took")
  FROM "after", months_counted("opened_at") AS "counted_in" ("opened_month"),
    milliseconds_between("opened_at", "closed_at") AS "took"
  WHERE "status" = 'closed'
  GROUP BY 1, 2, 3
  ORDER BY 1, 2, 3
  ON CONFLICT ("opened_month", "category", "duration_step") DO UPDATE
  SET "tickets" = "counted"."tickets" + excluded."tickets",
      "milliseconds" = "counted"."milliseconds" + excluded."milliseconds";

  IF "concerned_closed" THEN
    INSERT INTO "closed_changes" ("first_opened_at", "last_opened_at")
    SELECT min("opened_at"), max("opened_at")
    FROM (
      (SELECT "opened_at", "category", "closed_at" FROM "before" WHERE "status" = 'closed'
        EXCEPT ALL SELECT "opened_at", "category", "closed_at" FROM "after" WHERE "status" = 'closed')
      UNION ALL
      (SELECT "opened_at", "category", "closed_at" FROM "after" WHERE "status" = 'closed'
        EXCEPT ALL SELECT "opened_at", "category", "closed_at" FROM "before" WHERE "status" = 'closed')
    ) AS "changed"
    HAVING count(*) > 0;
  ELSIF FOUND THEN
    INSERT INTO "closed_changes" ("first_opened_at", "last_opened_at")
    SELECT min("opened_at"), max("opened_at") FROM "after" WHERE "status" = 'closed';
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
INSERT INTO "closing_times" ("opened_month", "category", "duration_step", "tickets", "milliseconds")
SELECT '-infinity', "category", "duration_step", sum("tickets"), sum("milliseconds")
FROM "closing_times"
GROUP BY 2, 3
HAVING sum("tickets") > 0;
