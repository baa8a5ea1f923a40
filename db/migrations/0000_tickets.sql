CREATE TYPE "public"."event_type" AS ENUM('ticket.filed', 'ticket.started', 'ticket.closed', 'ticket.recategorised', 'ticket.edited', 'message.posted', 'message.edited', 'message.deleted');--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('user', 'helpdesk');--> statement-breakpoint
CREATE TYPE "public"."thread_side" AS ENUM('helpdesk', 'reporter');--> statement-breakpoint
CREATE TYPE "public"."category" AS ENUM('facility', 'it', 'service');--> statement-breakpoint
CREATE TYPE "public"."category_source" AS ENUM('auto', 'helpdesk', 'reporter');--> statement-breakpoint
CREATE TYPE "public"."status" AS ENUM('open', 'active', 'closed');--> statement-breakpoint
CREATE TABLE "events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"ticket_number" integer NOT NULL,
	"type" "event_type" NOT NULL,
	"actor_id" text NOT NULL,
	"actor_name" text NOT NULL,
	"actor_role" "role" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"changes" jsonb NOT NULL,
	"message_id" text,
	"shown_at" timestamp (3) with time zone,
	"failure" text
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"key" text PRIMARY KEY NOT NULL,
	"fingerprint" text NOT NULL,
	"ticket_number" integer,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "leases" (
	"name" text PRIMARY KEY NOT NULL,
	"holder" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "message_copies" (
	"channel" text NOT NULL,
	"ts" text NOT NULL,
	"message_id" text NOT NULL,
	CONSTRAINT "message_copies_channel_ts_pk" PRIMARY KEY("channel","ts")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" text PRIMARY KEY NOT NULL,
	"ticket_number" integer NOT NULL,
	"actor_id" text NOT NULL,
	"actor_name" text NOT NULL,
	"actor_role" "role" NOT NULL,
	"body" text NOT NULL,
	"files" jsonb NOT NULL,
	"late" boolean DEFAULT false NOT NULL,
	"origin_channel" text,
	"origin_ts" text,
	"edited_ts" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "messages_origin" UNIQUE("origin_channel","origin_ts"),
	CONSTRAINT "messages_body_length" CHECK (char_length("messages"."body") <= 3000),
	CONSTRAINT "messages_origin_whole" CHECK (("messages"."origin_channel" is null) = ("messages"."origin_ts" is null))
);
--> statement-breakpoint
CREATE TABLE "threads" (
	"ticket_number" integer NOT NULL,
	"side" "thread_side" NOT NULL,
	"channel" text NOT NULL,
	"ts" text NOT NULL,
	CONSTRAINT "threads_ticket_number_side_pk" PRIMARY KEY("ticket_number","side"),
	CONSTRAINT "threads_place" UNIQUE("channel","ts")
);
--> statement-breakpoint
CREATE TABLE "tickets" (
	"number" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "tickets_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"status" "status" DEFAULT 'open' NOT NULL,
	"description" text NOT NULL,
	"location" text,
	"category" "category" NOT NULL,
	"category_source" "category_source" NOT NULL,
	"category_confidence" real,
	"category_unsure" boolean NOT NULL,
	"category_because" text[] NOT NULL,
	"category_model" text,
	"reporter_id" text NOT NULL,
	"reporter_name" text NOT NULL,
	"assignee_id" text,
	"assignee_name" text,
	"follow_up_of" integer,
	"source_permalink" text,
	"closing_note" text,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone,
	"modified_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (to_tsvector('english', description || ' ' || coalesce(location, ''))
          || to_tsvector('simple', replace(description || ' ' || coalesce(location, ''), '-', ''))) STORED NOT NULL,
	CONSTRAINT "tickets_description_length" CHECK (char_length("tickets"."description") between 1 and 3000),
	CONSTRAINT "tickets_location_length" CHECK (char_length("tickets"."location") between 1 and 200),
	CONSTRAINT "tickets_confidence_range" CHECK ("tickets"."category_confidence" between 0 and 1),
	CONSTRAINT "tickets_dates_match_status" CHECK (case "tickets"."status"
        when 'open' then "tickets"."started_at" is null and "tickets"."closed_at" is null
        when 'active' then "tickets"."started_at" >= "tickets"."opened_at" and "tickets"."closed_at" is null
        when 'closed' then "tickets"."started_at" >= "tickets"."opened_at" and "tickets"."closed_at" >= "tickets"."started_at"
      end),
	CONSTRAINT "tickets_closing_note_when_closed" CHECK ("tickets"."closing_note" is null or "tickets"."status" = 'closed'),
	CONSTRAINT "tickets_assignee_whole" CHECK (("tickets"."assignee_id" is null) = ("tickets"."assignee_name" is null))
);
--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_ticket_number_tickets_number_fk" FOREIGN KEY ("ticket_number") REFERENCES "public"."tickets"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_ticket_number_tickets_number_fk" FOREIGN KEY ("ticket_number") REFERENCES "public"."tickets"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_copies" ADD CONSTRAINT "message_copies_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_ticket_number_tickets_number_fk" FOREIGN KEY ("ticket_number") REFERENCES "public"."tickets"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_ticket_number_tickets_number_fk" FOREIGN KEY ("ticket_number") REFERENCES "public"."tickets"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_follow_up_of_tickets_number_fk" FOREIGN KEY ("follow_up_of") REFERENCES "public"."tickets"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "events_by_ticket" ON "events" USING btree ("ticket_number","id");--> statement-breakpoint
CREATE INDEX "events_outbox" ON "events" USING btree ("id") WHERE "events"."shown_at" is null;--> statement-breakpoint
CREATE INDEX "message_copies_by_message" ON "message_copies" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "messages_by_ticket" ON "messages" USING btree ("ticket_number","created_at","id");--> statement-breakpoint
CREATE INDEX "tickets_by_opening" ON "tickets" USING btree ("opened_at","number");--> statement-breakpoint
CREATE INDEX "tickets_by_change" ON "tickets" USING btree ("modified_at","number");--> statement-breakpoint
CREATE INDEX "tickets_by_reporter" ON "tickets" USING btree ("reporter_id","opened_at");--> statement-breakpoint
CREATE INDEX "tickets_unclosed" ON "tickets" USING btree ("status","opened_at") WHERE "tickets"."status" <> 'closed';--> statement-breakpoint
CREATE INDEX "tickets_by_words" ON "tickets" USING gin ("search");