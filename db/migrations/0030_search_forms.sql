-- Without accents, in small letters: how a word or a name is looked for.
CREATE FUNCTION "fold_word"("word" text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN translate(replace(replace(replace(
  lower(regexp_replace(normalize("word", NFD), '[\u0300-\u036f]', '', 'g')), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'øłđ', 'old');
--> statement-breakpoint
-- What the forms of one word have in common: the spelling with and without accents, also with German vowels spelled out, and
-- the stems of these in the languages that people write here. Two letters say too little.
CREATE FUNCTION "forms_of"("word" text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
  WITH "spellings" AS (
    SELECT DISTINCT unnest(ARRAY[
      "word", fold_word("word"), fold_word(replace(replace(replace("word", 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'))
    ]) AS "spelling"
  )
  SELECT array_agg(DISTINCT "form") FROM (
    SELECT "spelling" AS "form" FROM "spellings"
    UNION ALL
    SELECT unnest(ts_lexize("language", "spelling"))
    FROM "spellings", unnest('{english_stem,italian_stem,german_stem,spanish_stem,french_stem}'::regdictionary[]) AS "language"
  ) AS "forms"
  WHERE char_length("form") >= 3
);
--> statement-breakpoint
CREATE OR REPLACE FUNCTION "learn_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."search" <> OLD."search" THEN
    PERFORM learn_words(array(SELECT words_of(NEW."description", NEW."location")));
  END IF;
  -- What an old ticket calls somebody is not their newest name.
  IF (NEW."reporter_id", NEW."reporter_name") IS DISTINCT FROM (OLD."reporter_id", OLD."reporter_name") THEN
    PERFORM learn_person(NEW."reporter_id", NEW."reporter_name");
  END IF;
  IF (NEW."assignee_id", NEW."assignee_name") IS DISTINCT FROM (OLD."assignee_id", OLD."assignee_name") THEN
    PERFORM learn_person(NEW."assignee_id", NEW."assignee_name");
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
-- Of two who take the last word away at once, each would find it with the other: so one looks after the other has committed.
-- At the end of the transaction, when there is nothing else left for which they could wait for each other.
CREATE FUNCTION "forget_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('forgotten words', 0));
  PERFORM forget_words(array(
    SELECT words_of(OLD."description", OLD."location") EXCEPT SELECT words_of(NEW."description", NEW."location")
  ));
  PERFORM forget_person(OLD."reporter_id");
  PERFORM forget_person(OLD."assignee_id");
  RETURN NULL;
END
$$;
--> statement-breakpoint
DROP INDEX "search_people_by_likeness";--> statement-breakpoint
CREATE INDEX "search_people_by_likeness" ON "search_people" USING gin (fold_word("name") gin_trgm_ops);--> statement-breakpoint
-- Last, because it locks the tickets.
CREATE CONSTRAINT TRIGGER "tickets_changed_forgotten" AFTER UPDATE OF "description", "location", "reporter_id", "assignee_id" ON "tickets"
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."search" <> NEW."search" OR OLD."reporter_id" <> NEW."reporter_id"
  OR OLD."assignee_id" IS NOT NULL AND OLD."assignee_id" IS DISTINCT FROM NEW."assignee_id")
EXECUTE FUNCTION "forget_changed"();