-- Beside others' work, and again from the beginning where that was broken off.
DROP INDEX IF EXISTS "tickets_by_assignee";--> statement-breakpoint
DROP INDEX IF EXISTS "tickets_unclosed_by_words";--> statement-breakpoint
DROP INDEX IF EXISTS "search_words_by_beginning";--> statement-breakpoint
DROP INDEX IF EXISTS "search_words_by_form";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "tickets_by_assignee" ON "tickets" USING btree ("assignee_id","opened_at") WHERE "tickets"."assignee_id" is not null;--> statement-breakpoint
CREATE INDEX CONCURRENTLY "tickets_unclosed_by_words" ON "tickets" USING gin ("search") WITH (fastupdate=false) WHERE "tickets"."status" <> 'closed';--> statement-breakpoint
CREATE INDEX CONCURRENTLY "search_words_by_beginning" ON "search_words" USING btree (fold_word("word") text_pattern_ops);--> statement-breakpoint
CREATE INDEX CONCURRENTLY "search_words_by_form" ON "search_words" USING gin (forms_of("word"));