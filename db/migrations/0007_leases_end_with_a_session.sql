ALTER TABLE "leases" ADD COLUMN "fence" bigint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "leases" ADD COLUMN "anchor" integer;