ALTER TABLE "tickets" ADD COLUMN "urgent" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "urgent_by_hand" boolean DEFAULT false NOT NULL;