-- What Microsoft.Orleans.Persistence.AdoNet asks its database for: the names of queries, parameters and result columns are its contract.
create table OrleansStorage (
    ServiceId text not null,
    GrainTypeHash integer not null,
    GrainTypeString text not null,
    GrainIdHash integer not null,
    GrainIdN0 integer not null,
    GrainIdN1 integer not null,
    -- Empty where the grain's key has none: a null is equal to nothing, and the key would hold no two writers apart.
    GrainIdExtensionString text not null,
    PayloadBinary blob,
    ModifiedOn text not null,
    Version integer not null,
    primary key (ServiceId, GrainTypeString, GrainIdN0, GrainIdN1, GrainIdExtensionString)
) without rowid;

create table OrleansQuery (
    QueryKey text not null primary key,
    QueryText text not null
) without rowid;

insert into OrleansQuery (QueryKey, QueryText) values ('ReadFromStorageKey', '
    select PayloadBinary, Version
    from OrleansStorage
    where ServiceId = @ServiceId and GrainTypeString = @GrainTypeString and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1
        and GrainIdExtensionString = coalesce(@GrainIdExtensionString, '''')');

-- A row at another version than the writer read is left alone and no version comes back, which Orleans takes for a conflict.
insert into OrleansQuery (QueryKey, QueryText) values ('WriteToStorageKey', '
    insert into OrleansStorage (
        ServiceId, GrainTypeHash, GrainTypeString, GrainIdHash, GrainIdN0, GrainIdN1, GrainIdExtensionString, PayloadBinary, ModifiedOn, Version)
    select @ServiceId, @GrainTypeHash, @GrainTypeString, @GrainIdHash, @GrainIdN0, @GrainIdN1, coalesce(@GrainIdExtensionString, ''''), @PayloadBinary,
        datetime(''now''), 1
    where @GrainStateVersion is null or exists (
        select 1 from OrleansStorage
        where ServiceId = @ServiceId and GrainTypeString = @GrainTypeString and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1
            and GrainIdExtensionString = coalesce(@GrainIdExtensionString, ''''))
    on conflict (ServiceId, GrainTypeString, GrainIdN0, GrainIdN1, GrainIdExtensionString) do update
    set PayloadBinary = excluded.PayloadBinary, ModifiedOn = excluded.ModifiedOn, Version = Version + 1
    where Version = @GrainStateVersion
    returning Version as NewGrainStateVersion');

insert into OrleansQuery (QueryKey, QueryText) values ('ClearStorageKey', '
    update OrleansStorage
    set PayloadBinary = null, ModifiedOn = datetime(''now''), Version = Version + 1
    where ServiceId = @ServiceId and GrainTypeString = @GrainTypeString and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1
        and GrainIdExtensionString = coalesce(@GrainIdExtensionString, '''') and Version = @GrainStateVersion
    returning Version as NewGrainStateVersion');
