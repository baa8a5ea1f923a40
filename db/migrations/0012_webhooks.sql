CREATE TABLE "webhooks" (
	"name" text PRIMARY KEY NOT NULL,
	"position" bigint NOT NULL,
	"failure" text,
	"failing_since" timestamp (3) with time zone
);
