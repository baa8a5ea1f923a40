CREATE TABLE "unclosed_counts" (
	"opened_hour" timestamp (3) with time zone NOT NULL,
	"category" "category" NOT NULL,
	"status" "status" NOT NULL,
	"tickets" integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX "unclosed_counts_by_hour" ON "unclosed_counts" USING btree ("opened_hour");--> statement-breakpoint
CREATE FUNCTION "count_unclosed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Each in a statement of its own: where nothing was updated there is no "before" to name.
  IF TG_OP = 'INSERT' THEN
    INSERT INTO "unclosed_counts" ("opened_hour", "category", "status", "tickets")
    SELECT date_trunc('hour', "opened_at", 'UTC'), "category", "status", count(*)
    FROM "after" WHERE "status" <> 'closed'
    GROUP BY 1, 2, 3;
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO "unclosed_counts" ("opened_hour", "category", "status", "tickets")
    SELECT date_trunc('hour', "opened_at", 'UTC'), "category", "status", sum("change")
    FROM (
      SELECT "opened_at", "category", "status", -1 AS "change" FROM "before"
      UNION ALL SELECT "opened_at", "category", "status", 1 FROM "after"
    ) AS "changed"
    WHERE "status" <> 'closed'
    GROUP BY 1, 2, 3
    HAVING sum("change") <> 0;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO "unclosed_counts" ("opened_hour", "category", "status", "tickets")
    SELECT date_trunc('hour', "opened_at", 'UTC'), "category", "status", -count(*)
    FROM "before" WHERE "status" <> 'closed'
    GROUP BY 1, 2, 3;
  ELSE
    DELETE FROM "unclosed_counts";
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "tickets_inserted_unclosed" AFTER INSERT ON "tickets" REFERENCING NEW TABLE AS "after" FOR EACH STATEMENT EXECUTE FUNCTION "count_unclosed"();
--> statement-breakpoint
CREATE TRIGGER "tickets_updated_unclosed" AFTER UPDATE ON "tickets" REFERENCING OLD TABLE AS "before" NEW TABLE AS "after" FOR EACH STATEMENT EXECUTE FUNCTION "count_unclosed"();
--> statement-breakpoint
CREATE TRIGGER "tickets_deleted_unclosed" AFTER DELETE ON "tickets" REFERENCING OLD TABLE AS "before" FOR EACH STATEMENT EXECUTE FUNCTION "count_unclosed"();
--> statement-breakpoint
CREATE TRIGGER "tickets_truncated_unclosed" AFTER TRUNCATE ON "tickets" FOR EACH STATEMENT EXECUTE FUNCTION "count_unclosed"();
--> statement-breakpoint
-- Creating the triggers has locked the tickets against changes: what is not closed by now is counted here, once.
INSERT INTO "unclosed_counts" ("opened_hour", "category", "status", "tickets")
SELECT date_trunc('hour', "opened_at", 'UTC'), "category", "status", count(*)
FROM "tickets" WHERE "status" <> 'closed'
GROUP BY 1, 2, 3;
