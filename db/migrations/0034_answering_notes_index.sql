-- Beside others' work, and again from the beginning where that was broken off.
DROP INDEX IF EXISTS "tickets_answering";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "tickets_answering" ON "tickets" USING btree ("modified_at") WHERE "tickets"."answers_others";