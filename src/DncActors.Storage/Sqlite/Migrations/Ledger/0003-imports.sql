-- Imports of entries, counted as they come and are revoked: to count an import's entries takes as long as it is large. Those of imported leads are the leads'.
-- "ordinal" is that of its first entry.
create table import (
    organization text not null,
    id blob not null,
    ordinal integer not null,
    by text not null,
    at integer not null,
    entries integer not null,
    opt_outs integer not null,
    revoked integer not null,
    primary key (organization, id)
) without rowid;
create index import_ordinal on import (organization, ordinal);

insert into import (organization, id, ordinal, by, at, entries, opt_outs, revoked)
select organization, import_id, min(ordinal), min(added_by), min(added_at), count(*), sum(source = 3), sum(revoked_at is not null)
from entry where import_id is not null and lead_id is null group by organization, import_id;
