ALTER TYPE "public"."event_type" ADD VALUE 'ticket.solved' BEFORE 'ticket.assigned';--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "closed_by_id" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "closed_by_name" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "solved" boolean;