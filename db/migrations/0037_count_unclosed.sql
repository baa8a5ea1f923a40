-- Beside others' work, and again from the beginning where that was broken off.
DROP INDEX IF EXISTS "tickets_unclosed_counted";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "tickets_unclosed_counted" ON "tickets" USING btree ("status","opened_at","category") WHERE "tickets"."status" <> 'closed';--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "tickets_unclosed";
