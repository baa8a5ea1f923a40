ALTER TYPE "public"."event_type" ADD VALUE 'ticket.redacted' BEFORE 'message.posted';--> statement-breakpoint
CREATE TABLE "privacy_acts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "privacy_acts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"type" text NOT NULL,
	"subject" text,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"counts" jsonb NOT NULL
);
