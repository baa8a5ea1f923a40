ALTER TYPE "public"."event_type" ADD VALUE 'ticket.waiting' BEFORE 'ticket.recategorised';--> statement-breakpoint
ALTER TYPE "public"."event_type" ADD VALUE 'ticket.woken' BEFORE 'ticket.recategorised';--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "waiting_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "waiting_reason" text;--> statement-breakpoint
CREATE INDEX "tickets_waiting" ON "tickets" USING btree ("waiting_until") WHERE "tickets"."waiting_until" is not null;