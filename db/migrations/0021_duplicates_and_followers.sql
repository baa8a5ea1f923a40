ALTER TYPE "public"."event_type" ADD VALUE 'ticket.duplicated' BEFORE 'ticket.recategorised';--> statement-breakpoint
ALTER TYPE "public"."event_type" ADD VALUE 'ticket.grouped' BEFORE 'ticket.recategorised';--> statement-breakpoint
ALTER TYPE "public"."event_type" ADD VALUE 'follower.joined' BEFORE 'person.named';--> statement-breakpoint
ALTER TYPE "public"."event_type" ADD VALUE 'follower.left' BEFORE 'person.named';--> statement-breakpoint
CREATE TABLE "followers" (
	"ticket_number" integer NOT NULL,
	"user_id" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "followers_ticket_number_user_id_pk" PRIMARY KEY("ticket_number","user_id")
);
--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "to_all" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "duplicate_of" integer;--> statement-breakpoint
ALTER TABLE "followers" ADD CONSTRAINT "followers_ticket_number_tickets_number_fk" FOREIGN KEY ("ticket_number") REFERENCES "public"."tickets"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "followers_by_user" ON "followers" USING btree ("user_id");--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_duplicate_of_tickets_number_fk" FOREIGN KEY ("duplicate_of") REFERENCES "public"."tickets"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "tickets_duplicates" ON "tickets" USING btree ("duplicate_of") WHERE "tickets"."duplicate_of" is not null;