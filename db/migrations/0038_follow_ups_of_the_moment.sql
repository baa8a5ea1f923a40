-- What was filed in the millisecond in which the earlier ticket was closed counts as its follow-up, whichever of the two came
-- first: who reads the edge of a month knows the times alone, and would take away what was never counted.
CREATE OR REPLACE FUNCTION "count_solved_answers"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    DELETE FROM "solved_answers";
    RETURN NULL;
  END IF;

  IF TG_OP <> 'INSERT' THEN
    UPDATE "solved_answers" AS "counted"
    SET "solved" = "counted"."solved" - "gone"."solved", "not_solved" = "counted"."not_solved" - "gone"."not_solved"
    FROM (
      SELECT date_trunc('month', "opened_at" AT TIME ZONE 'UTC')::date AS "opened_month", "category",
             count(*) FILTER (WHERE "solved") AS "solved", count(*) FILTER (WHERE NOT "solved") AS "not_solved"
      FROM "before" WHERE "solved" IS NOT NULL
      GROUP BY 1, 2
    ) AS "gone"
    WHERE "counted"."opened_month" = "gone"."opened_month" AND "counted"."category" = "gone"."category";
  END IF;

  IF TG_OP = 'DELETE' THEN
    -- A ticket may go together with the one that it follows up.
    UPDATE "solved_answers" AS "counted" SET "follow_ups" = "counted"."follow_ups" - "gone"."follow_ups"
    FROM (
      SELECT date_trunc('month', "earlier"."opened_at" AT TIME ZONE 'UTC')::date AS "opened_month", "earlier"."category",
             count(*) AS "follow_ups"
      FROM "before" AS "later" JOIN (
        SELECT "number", "category", "opened_at", "closed_at" FROM "before"
        UNION ALL SELECT "number", "category", "opened_at", "closed_at" FROM "tickets"
      ) AS "earlier" ON "earlier"."number" = "later"."follow_up_of" AND "earlier"."closed_at" <= "later"."opened_at"
      GROUP BY 1, 2
    ) AS "gone"
    WHERE "counted"."opened_month" = "gone"."opened_month" AND "counted"."category" = "gone"."category";
    DELETE FROM "solved_answers" WHERE "solved" = 0 AND "not_solved" = 0 AND "follow_ups" = 0;
    RETURN NULL;
  END IF;

  INSERT INTO "solved_answers" AS "counted" ("opened_month", "category", "solved", "not_solved", "follow_ups")
  SELECT date_trunc('month', "opened_at" AT TIME ZONE 'UTC')::date, "category",
         count(*) FILTER (WHERE "solved"), count(*) FILTER (WHERE NOT "solved"), 0
  FROM "after" WHERE "solved" IS NOT NULL
  GROUP BY 1, 2
  ORDER BY 1, 2
  ON CONFLICT ("opened_month", "category") DO UPDATE
  SET "solved" = "counted"."solved" + excluded."solved", "not_solved" = "counted"."not_solved" + excluded."not_solved";

  -- In an IF of its own: where nothing was updated there is no "before" to name.
  IF TG_OP = 'UPDATE' THEN
    IF EXISTS (
      SELECT FROM "before" JOIN "after" USING ("number") WHERE "before"."status" <> 'closed' AND "after"."status" = 'closed'
    ) THEN
      INSERT INTO "solved_answers" AS "counted" ("opened_month", "category", "solved", "not_solved", "follow_ups")
      SELECT date_trunc('month', "earlier"."opened_at" AT TIME ZONE 'UTC')::date, "earlier"."category", 0, 0, count(*)
      FROM "before" JOIN "after" AS "earlier" USING ("number") JOIN "tickets" AS "later"
        ON "later"."follow_up_of" = "earlier"."number" AND "earlier"."closed_at" <= "later"."opened_at"
      WHERE "before"."status" <> 'closed' AND "earlier"."status" = 'closed'
      GROUP BY 1, 2
      ORDER BY 1, 2
      ON CONFLICT ("opened_month", "category") DO UPDATE SET "follow_ups" = "counted"."follow_ups" + excluded."follow_ups";
    END IF;
  END IF;
  RETURN NULL;
END
$$;
