-- The keys of these indexes differ, by a sequence or an ordinal in them, or by a time of 100 ns, and their rows are hardly ever updated. PostgreSQL looks for equal
-- keys all the same whenever a page is full, before it parts it in two, and finds none: from now on it does not look. Nobody who reads or writes waits for this.
set local search_path to dnc;

alter index change_organization set (deduplicate_items = off);
alter index change_at set (deduplicate_items = off);
alter index change_actor set (deduplicate_items = off);
alter index change_lead set (deduplicate_items = off);
alter index change_type set (deduplicate_items = off);
alter index execution_lead set (deduplicate_items = off);
alter index execution_report set (deduplicate_items = off);
alter index entry_lead set (deduplicate_items = off);
alter index entry_import set (deduplicate_items = off);
