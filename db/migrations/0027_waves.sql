ALTER TYPE "public"."event_type" ADD VALUE 'wave.found' BEFORE 'person.named';--> statement-breakpoint
ALTER TYPE "public"."event_type" ADD VALUE 'wave.grown' BEFORE 'person.named';--> statement-breakpoint
CREATE TABLE "wave_tickets" (
	"wave_id" integer NOT NULL,
	"ticket_number" integer NOT NULL,
	CONSTRAINT "wave_tickets_wave_id_ticket_number_pk" PRIMARY KEY("wave_id","ticket_number")
);
--> statement-breakpoint
CREATE TABLE "waves" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "waves_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"ticket_number" integer NOT NULL,
	"scope" text NOT NULL,
	"people" integer NOT NULL,
	"likely" real NOT NULL,
	"found_at" timestamp (3) with time zone NOT NULL,
	"last_report_at" timestamp (3) with time zone NOT NULL,
	"channel" text,
	"ts" text,
	CONSTRAINT "waves_message_whole" CHECK (("waves"."channel" is null) = ("waves"."ts" is null))
);
--> statement-breakpoint
ALTER TABLE "wave_tickets" ADD CONSTRAINT "wave_tickets_wave_id_waves_id_fk" FOREIGN KEY ("wave_id") REFERENCES "public"."waves"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wave_tickets" ADD CONSTRAINT "wave_tickets_ticket_number_tickets_number_fk" FOREIGN KEY ("ticket_number") REFERENCES "public"."tickets"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waves" ADD CONSTRAINT "waves_ticket_number_tickets_number_fk" FOREIGN KEY ("ticket_number") REFERENCES "public"."tickets"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "wave_tickets_by_ticket" ON "wave_tickets" USING btree ("ticket_number");--> statement-breakpoint
CREATE INDEX "waves_by_ticket" ON "waves" USING btree ("ticket_number");--> statement-breakpoint
CREATE INDEX "followers_by_time" ON "followers" USING btree ("since");