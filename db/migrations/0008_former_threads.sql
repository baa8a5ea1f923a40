CREATE TABLE "former_threads" (
	"channel" text NOT NULL,
	"ts" text NOT NULL,
	"ticket_number" integer NOT NULL,
	"side" "thread_side" NOT NULL,
	CONSTRAINT "former_threads_channel_ts_pk" PRIMARY KEY("channel","ts")
);
--> statement-breakpoint
ALTER TABLE "former_threads" ADD CONSTRAINT "former_threads_ticket_number_tickets_number_fk" FOREIGN KEY ("ticket_number") REFERENCES "public"."tickets"("number") ON DELETE no action ON UPDATE no action;