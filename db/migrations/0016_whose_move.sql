ALTER TABLE "tickets" ADD COLUMN "awaits_reporter" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
-- From the conversations there are; closed tickets are nobody's turn.
UPDATE "tickets" SET "awaits_reporter" = true
WHERE "status" <> 'closed' AND (
  SELECT "actor_role" = 'helpdesk' FROM "messages"
  WHERE "ticket_number" = "number" AND "deleted_at" IS NULL
  ORDER BY "created_at" DESC, "id" DESC LIMIT 1
);
