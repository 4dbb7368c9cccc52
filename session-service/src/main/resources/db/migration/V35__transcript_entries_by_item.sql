-- An entry is found by its interview; an index for its id alone would be written with every entry and read by nobody.
alter table transcript_entry drop constraint transcript_entry_pkey;
