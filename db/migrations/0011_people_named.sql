ALTER TYPE "public"."event_type" ADD VALUE 'person.named';--> statement-breakpoint
CREATE INDEX "events_unnamed" ON "events" USING btree ("actor_id") WHERE "events"."actor_name" = "events"."actor_id";--> statement-breakpoint
CREATE INDEX "messages_unnamed" ON "messages" USING btree ("actor_id") WHERE "messages"."actor_name" = "messages"."actor_id";--> statement-breakpoint
CREATE INDEX "tickets_unnamed_reporter" ON "tickets" USING btree ("reporter_id") WHERE "tickets"."reporter_name" = "tickets"."reporter_id";--> statement-breakpoint
CREATE INDEX "tickets_unnamed_assignee" ON "tickets" USING btree ("assignee_id") WHERE "tickets"."assignee_name" = "tickets"."assignee_id";