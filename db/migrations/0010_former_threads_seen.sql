ALTER TABLE "former_threads" ADD COLUMN "seen" text;--> statement-breakpoint
CREATE INDEX "former_threads_by_ticket" ON "former_threads" USING btree ("ticket_number");