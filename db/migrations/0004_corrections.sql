CREATE TABLE "corrections" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "corrections_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"ticket_number" integer NOT NULL,
	"text" text NOT NULL,
	"from_category" "category" NOT NULL,
	"to_category" "category" NOT NULL,
	"actor_id" text NOT NULL,
	"actor_name" text NOT NULL,
	"actor_role" "role" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "corrections_text_length" CHECK (char_length("corrections"."text") between 1 and 3000)
);
--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "category_second" "category";--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_ticket_number_tickets_number_fk" FOREIGN KEY ("ticket_number") REFERENCES "public"."tickets"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "corrections_by_opening" ON "corrections" USING btree ("opened_at");