CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE TABLE "search_people" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_words" (
	"word" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
-- Numbers and addresses are no words that anybody is corrected to.
CREATE FUNCTION "words_of"("description" text, "location" text) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT "word"
  FROM unnest(tsvector_to_array(to_tsvector('simple', replace("description" || ' ' || coalesce("location", ''), '-', '')))) AS "word"
  WHERE "word" !~ '[0-9[:punct:][:space:]]' AND char_length("word") BETWEEN 3 AND 40
$$;
--> statement-breakpoint
-- In PL/pgSQL, which keeps its plans. Always in one order, so that two who bring the same new words do not wait for each other.
CREATE FUNCTION "learn_words"("words" text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "search_words" ("word")
  SELECT "new" FROM unnest("words") AS "new"
  WHERE NOT EXISTS (SELECT FROM "search_words" WHERE "word" = "new")
  ORDER BY "new"
  ON CONFLICT DO NOTHING;
END
$$;
--> statement-breakpoint
CREATE FUNCTION "learn_person"("person_id" text, "person_name" text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- Those whose names were taken away are nobody to look for.
  IF "person_id" IS NULL OR "person_id" = 'removed' OR "person_id" LIKE 'forgotten-%'
    OR EXISTS (SELECT FROM "search_people" WHERE "id" = "person_id" AND "name" = "person_name") THEN
    RETURN;
  END IF;
  INSERT INTO "search_people" ("id", "name") VALUES ("person_id", "person_name")
  ON CONFLICT ("id") DO UPDATE SET "name" = excluded."name";
END
$$;
--> statement-breakpoint
-- What nobody says any more is not kept. That some ticket has a word is enough to know: most words some new ticket has, and
-- reading all tickets to find none would take seconds.
CREATE FUNCTION "forget_words"("words" text[]) RETURNS void LANGUAGE plpgsql SET enable_seqscan = off SET gin_fuzzy_search_limit = 100 AS $$
BEGIN
  DELETE FROM "search_words"
  WHERE "word" IN (
    SELECT unnest("words")
    EXCEPT SELECT unnest(tsvector_to_array("search"))
    FROM (SELECT "search" FROM "tickets" ORDER BY "number" DESC LIMIT 50) AS "newest"
  ) AND NOT EXISTS (SELECT FROM "tickets" WHERE "search" @@ ('''' || "word" || '''')::tsquery);
END
$$;
--> statement-breakpoint
CREATE FUNCTION "forget_person"("person_id" text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "search_people" WHERE "id" = "person_id"
    AND NOT EXISTS (SELECT FROM "tickets" WHERE "reporter_id" = "person_id")
    AND NOT EXISTS (SELECT FROM "tickets" WHERE "assignee_id" = "person_id");
END
$$;
--> statement-breakpoint
CREATE FUNCTION "learn_filed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM learn_words(array(SELECT DISTINCT "word" FROM "after", words_of("description", "location") AS "word"));
  PERFORM learn_person("id", "name") FROM (
    SELECT DISTINCT ON ("person"."id") "person"."id", "person"."name"
    FROM "after", LATERAL (VALUES ("reporter_id", "reporter_name"), ("assignee_id", "assignee_name")) AS "person" ("id", "name")
    ORDER BY "person"."id"
  ) AS "people";
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE FUNCTION "learn_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."search" <> OLD."search" THEN
    PERFORM learn_words(array(SELECT words_of(NEW."description", NEW."location")));
    PERFORM forget_words(array(
      SELECT words_of(OLD."description", OLD."location") EXCEPT SELECT words_of(NEW."description", NEW."location")
    ));
  END IF;
  -- What an old ticket calls somebody is not their newest name.
  IF (NEW."reporter_id", NEW."reporter_name") IS DISTINCT FROM (OLD."reporter_id", OLD."reporter_name") THEN
    PERFORM learn_person(NEW."reporter_id", NEW."reporter_name");
  END IF;
  IF (NEW."assignee_id", NEW."assignee_name") IS DISTINCT FROM (OLD."assignee_id", OLD."assignee_name") THEN
    PERFORM learn_person(NEW."assignee_id", NEW."assignee_name");
  END IF;
  IF NEW."reporter_id" <> OLD."reporter_id" THEN
    PERFORM forget_person(OLD."reporter_id");
  END IF;
  IF NEW."assignee_id" IS DISTINCT FROM OLD."assignee_id" THEN
    PERFORM forget_person(OLD."assignee_id");
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
-- What is there by now is read before anything is locked: it takes half a minute for a million tickets.
SELECT learn_words(array(SELECT DISTINCT "word" FROM "tickets", words_of("description", "location") AS "word"));
--> statement-breakpoint
INSERT INTO "search_people" ("id", "name")
SELECT DISTINCT ON ("person"."id") "person"."id", "person"."name"
FROM "tickets", LATERAL (VALUES ("reporter_id", "reporter_name"), ("assignee_id", "assignee_name")) AS "person" ("id", "name")
WHERE "person"."id" IS NOT NULL AND "person"."id" <> 'removed' AND "person"."id" NOT LIKE 'forgotten-%'
ORDER BY "person"."id", "number" DESC;
--> statement-breakpoint
CREATE INDEX "search_people_by_likeness" ON "search_people" USING gin ("name" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "search_words_by_likeness" ON "search_words" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
CREATE TRIGGER "tickets_filed_words" AFTER INSERT ON "tickets" REFERENCING NEW TABLE AS "after" FOR EACH STATEMENT EXECUTE FUNCTION "learn_filed"();
--> statement-breakpoint
CREATE TRIGGER "tickets_changed_words" AFTER UPDATE OF "description", "location", "reporter_id", "reporter_name", "assignee_id", "assignee_name" ON "tickets" FOR EACH ROW EXECUTE FUNCTION "learn_changed"();
--> statement-breakpoint
-- What was filed or changed since this transaction began.
SELECT learn_words(array(SELECT DISTINCT "word" FROM "tickets", words_of("description", "location") AS "word" WHERE "modified_at" > now() - interval '5 minutes'));
--> statement-breakpoint
SELECT learn_person("id", "name") FROM "tickets", LATERAL (VALUES ("reporter_id", "reporter_name"), ("assignee_id", "assignee_name")) AS "person" ("id", "name")
WHERE "modified_at" > now() - interval '5 minutes';
