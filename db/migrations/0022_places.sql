ALTER TABLE "tickets" ADD COLUMN "place" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "place_by_hand" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "tickets_by_place" ON "tickets" USING btree ("place","opened_at","number") WHERE "tickets"."place" is not null;