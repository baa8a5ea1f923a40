ALTER TABLE "tickets" DROP CONSTRAINT "tickets_dates_match_status";--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_dates_match_status" CHECK (case "tickets"."status"
        when 'open' then "tickets"."started_at" is null and "tickets"."closed_at" is null
        when 'active' then coalesce("tickets"."started_at" >= "tickets"."opened_at", false) and "tickets"."closed_at" is null
        when 'closed' then coalesce("tickets"."started_at" >= "tickets"."opened_at" and "tickets"."closed_at" >= "tickets"."started_at", false)
      end);