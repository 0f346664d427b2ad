-- A node's row, for as long as others must reckon with it; see the ledger's acknowledgement. An epoch is never given twice, so that nothing which belongs to one
-- is mistaken for another's.
set local search_path to dnc;

create sequence node_epoch;
create table node_lease (
    node text not null,
    epoch bigint not null default nextval('dnc.node_epoch'),
    applied bigint not null,
    revoked boolean not null default false,
    address text not null,
    primary key (node, epoch)
) with (fillfactor = 20, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
