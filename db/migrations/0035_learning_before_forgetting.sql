-- Learning and forgetting go one after the other: who learns what is being forgotten waits, and learns it anew; what somebody
-- learns at this moment is not forgotten, so nobody who forgets waits for one who learns and may forget next.
CREATE OR REPLACE FUNCTION "learn_words"("words" text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  "known" text[] := array(SELECT "word" FROM "search_words" WHERE "word" = ANY("words") ORDER BY "word" FOR KEY SHARE);
BEGIN
  IF cardinality("known") = cardinality("words") THEN
    RETURN;
  END IF;
  INSERT INTO "search_words" ("word")
  SELECT "new" FROM unnest("words") AS "new"
  WHERE "new" <> ALL("known")
  ORDER BY "new"
  ON CONFLICT DO NOTHING;
END
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION "learn_person"("person_id" text, "person_name" text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- Those whose names were taken away are nobody to look for.
  IF "person_id" IS NULL OR "person_id" = 'removed' OR "person_id" LIKE 'forgotten-%' THEN
    RETURN;
  END IF;
  PERFORM FROM "search_people" WHERE "id" = "person_id" AND "name" = "person_name" FOR KEY SHARE;
  IF FOUND THEN
    RETURN;
  END IF;
  INSERT INTO "search_people" ("id", "name") VALUES ("person_id", "person_name")
  ON CONFLICT ("id") DO UPDATE SET "name" = excluded."name";
END
$$;
--> statement-breakpoint
-- Locked first and looked for again: only then is nobody left who learned it meanwhile.
CREATE OR REPLACE FUNCTION "forget_words"("words" text[]) RETURNS void LANGUAGE plpgsql SET enable_seqscan = off SET gin_fuzzy_search_limit = 100 AS $$
DECLARE
  "unsaid" text[];
BEGIN
  "unsaid" := array(
    SELECT "word" FROM "search_words"
    WHERE "word" IN (
      SELECT unnest("words")
      EXCEPT SELECT unnest(tsvector_to_array("search"))
      FROM (SELECT "search" FROM "tickets" ORDER BY "number" DESC LIMIT 50) AS "newest"
    ) AND NOT EXISTS (SELECT FROM "tickets" WHERE "search" @@ ('''' || "word" || '''')::tsquery)
    FOR UPDATE OF "search_words" SKIP LOCKED
  );
  DELETE FROM "search_words"
  WHERE "word" = ANY("unsaid") AND NOT EXISTS (SELECT FROM "tickets" WHERE "search" @@ ('''' || "word" || '''')::tsquery);
END
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION "forget_person"("person_id" text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM "search_people" WHERE "id" = "person_id"
    AND NOT EXISTS (SELECT FROM "tickets" WHERE "reporter_id" = "person_id")
    AND NOT EXISTS (SELECT FROM "tickets" WHERE "assignee_id" = "person_id")
  FOR UPDATE OF "search_people" SKIP LOCKED;
  IF FOUND THEN
    DELETE FROM "search_people" WHERE "id" = "person_id"
      AND NOT EXISTS (SELECT FROM "tickets" WHERE "reporter_id" = "person_id")
      AND NOT EXISTS (SELECT FROM "tickets" WHERE "assignee_id" = "person_id");
  END IF;
END
$$;
