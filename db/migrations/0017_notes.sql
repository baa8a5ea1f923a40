ALTER TYPE "public"."event_type" ADD VALUE 'note.posted' BEFORE 'person.named';--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "internal" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
-- A note is no answer to the reporter.
CREATE OR REPLACE FUNCTION "note_answered_tickets"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "first_responses" ("ticket_number", "opened_at", "responded_at")
  SELECT "number", "opened_at", greatest("opened_at", min("created_at"))
  FROM "after" JOIN "tickets" ON "number" = "ticket_number"
  WHERE "actor_role" = 'helpdesk' AND NOT "internal"
  GROUP BY "number", "opened_at"
  ORDER BY "number"
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;
--> statement-breakpoint
-- Where the message that counted as the answer becomes a note, the next one counts, if there is any.
CREATE FUNCTION "note_unanswered_tickets"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "first_responses"
  WHERE "ticket_number" = NEW."ticket_number" AND "responded_at" = greatest("opened_at", NEW."created_at");
  INSERT INTO "first_responses" ("ticket_number", "opened_at", "responded_at")
  SELECT "number", "opened_at", greatest("opened_at", least("started_at", "answered"."at"))
  FROM "tickets", (
    SELECT min("created_at") AS "at" FROM "messages"
    WHERE "ticket_number" = NEW."ticket_number" AND "actor_role" = 'helpdesk' AND NOT "internal"
  ) AS "answered"
  WHERE "number" = NEW."ticket_number" AND ("started_at" IS NOT NULL OR "answered"."at" IS NOT NULL)
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "messages_updated_internal" AFTER UPDATE OF "internal" ON "messages" FOR EACH ROW WHEN (NEW."internal" AND NOT OLD."internal") EXECUTE FUNCTION "note_unanswered_tickets"();
