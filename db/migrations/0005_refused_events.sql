DROP INDEX "events_outbox";--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "refused_where" text;--> statement-breakpoint
CREATE INDEX "events_refused" ON "events" USING btree ("id") WHERE "events"."shown_at" is null and "events"."failure" is not null;--> statement-breakpoint
CREATE INDEX "events_outbox" ON "events" USING btree ("id") WHERE "events"."shown_at" is null and "events"."failure" is null;