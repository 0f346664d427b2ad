-- What Microsoft.Orleans.Persistence.AdoNet asks its database for: the names of queries, parameters and result columns are its contract.
-- Keys are compared byte by byte: an index in a language's order is wrong after that order has changed with the system's library.
create table dnc.OrleansStorage (
    ServiceId text collate "C" not null,
    GrainTypeString text collate "C" not null,
    GrainIdN0 bigint not null,
    GrainIdN1 bigint not null,
    -- Empty where the grain's key has none: a null is equal to nothing, and the key would hold no two writers apart.
    GrainIdExtensionString text collate "C" not null,
    PayloadBinary bytea,
    ModifiedOn timestamptz not null,
    Version integer not null,
    primary key (ServiceId, GrainTypeString, GrainIdN0, GrainIdN1, GrainIdExtensionString)
);

create table dnc.OrleansQuery (
    QueryKey text not null primary key,
    QueryText text not null
);

insert into dnc.OrleansQuery (QueryKey, QueryText) values ('ReadFromStorageKey', '
    select PayloadBinary, Version
    from OrleansStorage
    where ServiceId = @ServiceId and GrainTypeString = @GrainTypeString and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1
        and GrainIdExtensionString = coalesce(@GrainIdExtensionString, '''')');

-- A row at another version than the writer read is left alone and no version comes back, which Orleans takes for a conflict. Of many first writes at once
-- the primary key lets one in; no row is ever deleted, so that one which was seen to exist is updated and never inserted anew.
insert into dnc.OrleansQuery (QueryKey, QueryText) values ('WriteToStorageKey', '
    insert into OrleansStorage (ServiceId, GrainTypeString, GrainIdN0, GrainIdN1, GrainIdExtensionString, PayloadBinary, ModifiedOn, Version)
    select @ServiceId, @GrainTypeString, @GrainIdN0, @GrainIdN1, coalesce(@GrainIdExtensionString, ''''), @PayloadBinary, now(), 1
    where @GrainStateVersion is null or exists (
        select 1 from OrleansStorage
        where ServiceId = @ServiceId and GrainTypeString = @GrainTypeString and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1
            and GrainIdExtensionString = coalesce(@GrainIdExtensionString, ''''))
    on conflict (ServiceId, GrainTypeString, GrainIdN0, GrainIdN1, GrainIdExtensionString) do update
    set PayloadBinary = excluded.PayloadBinary, ModifiedOn = excluded.ModifiedOn, Version = OrleansStorage.Version + 1
    where OrleansStorage.Version = @GrainStateVersion
    returning Version as NewGrainStateVersion');

insert into dnc.OrleansQuery (QueryKey, QueryText) values ('ClearStorageKey', '
    update OrleansStorage
    set PayloadBinary = null, ModifiedOn = now(), Version = Version + 1
    where ServiceId = @ServiceId and GrainTypeString = @GrainTypeString and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1
        and GrainIdExtensionString = coalesce(@GrainIdExtensionString, '''') and Version = @GrainStateVersion
    returning Version as NewGrainStateVersion');
