CREATE TABLE "solved_answers" (
	"opened_month" date NOT NULL,
	"category" "category" NOT NULL,
	"solved" integer NOT NULL,
	"not_solved" integer NOT NULL,
	"follow_ups" integer NOT NULL,
	CONSTRAINT "solved_answers_opened_month_category_pk" PRIMARY KEY("opened_month","category"),
	CONSTRAINT "solved_answers_counted" CHECK ("solved_answers"."solved" >= 0 and "solved_answers"."not_solved" >= 0 and "solved_answers"."follow_ups" >= 0)
);
--> statement-breakpoint
CREATE INDEX "tickets_follow_ups" ON "tickets" USING btree ("follow_up_of") WHERE "tickets"."follow_up_of" is not null;--> statement-breakpoint
-- Statement triggers, as for closing times: filling in many tickets counts them once and not one by one.
CREATE FUNCTION "count_solved_answers"() RETURNS trigger LANGUAGE plpgsql AS $$
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
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE FUNCTION "count_follow_ups"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "solved_answers" AS "counted" ("opened_month", "category", "solved", "not_solved", "follow_ups")
  SELECT date_trunc('month', "earlier"."opened_at" AT TIME ZONE 'UTC')::date, "earlier"."category", 0, 0, count(*)
  FROM "after" AS "later" JOIN "tickets" AS "earlier"
    ON "earlier"."number" = "later"."follow_up_of" AND "earlier"."closed_at" <= "later"."opened_at"
  GROUP BY 1, 2
  ORDER BY 1, 2
  ON CONFLICT ("opened_month", "category") DO UPDATE SET "follow_ups" = "counted"."follow_ups" + excluded."follow_ups";
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "tickets_inserted_answers" AFTER INSERT ON "tickets" REFERENCING NEW TABLE AS "after" FOR EACH STATEMENT EXECUTE FUNCTION "count_solved_answers"();
--> statement-breakpoint
CREATE TRIGGER "tickets_inserted_follow_ups" AFTER INSERT ON "tickets" REFERENCING NEW TABLE AS "after" FOR EACH STATEMENT EXECUTE FUNCTION "count_follow_ups"();
--> statement-breakpoint
CREATE TRIGGER "tickets_updated_answers" AFTER UPDATE ON "tickets" REFERENCING OLD TABLE AS "before" NEW TABLE AS "after" FOR EACH STATEMENT EXECUTE FUNCTION "count_solved_answers"();
--> statement-breakpoint
CREATE TRIGGER "tickets_deleted_answers" AFTER DELETE ON "tickets" REFERENCING OLD TABLE AS "before" FOR EACH STATEMENT EXECUTE FUNCTION "count_solved_answers"();
--> statement-breakpoint
CREATE TRIGGER "tickets_truncated_answers" AFTER TRUNCATE ON "tickets" FOR EACH STATEMENT EXECUTE FUNCTION "count_solved_answers"();
--> statement-breakpoint
-- Creating the triggers has locked the tickets against changes: what is there by now is counted here, once.
INSERT INTO "solved_answers" AS "counted" ("opened_month", "category", "solved", "not_solved", "follow_ups")
SELECT date_trunc('month', "ticket"."opened_at" AT TIME ZONE 'UTC')::date, "ticket"."category",
       count(*) FILTER (WHERE "ticket"."solved"), count(*) FILTER (WHERE NOT "ticket"."solved"), sum("later"."follow_ups")
FROM "tickets" AS "ticket" CROSS JOIN LATERAL (
  SELECT count(*) AS "follow_ups" FROM "tickets" AS "later"
  WHERE "later"."follow_up_of" = "ticket"."number" AND "later"."opened_at" >= "ticket"."closed_at"
) AS "later"
WHERE "ticket"."status" = 'closed' AND ("ticket"."solved" IS NOT NULL OR "later"."follow_ups" > 0)
GROUP BY 1, 2;
