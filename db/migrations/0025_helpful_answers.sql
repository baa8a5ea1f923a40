CREATE TABLE "helpful_answers" (
	"key" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "helpful_answers_by_time" ON "helpful_answers" USING btree ("at");