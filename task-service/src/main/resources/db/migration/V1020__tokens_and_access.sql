-- A part of each token that is made at random. A database that is restored counts generations anew, and must not make the tokens
-- again that were made before. It is empty for tokens that are older than this column.
alter table account add column token_salt text not null default '';

-- Other services ask every second whether changes of access wait to be published, whatever else waits.
