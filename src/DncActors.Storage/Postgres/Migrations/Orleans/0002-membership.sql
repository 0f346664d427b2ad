-- What Microsoft.Orleans.Clustering.AdoNet asks its database for: who is in the cluster. The names of queries, parameters and result columns are its contract.
-- One row a cluster; its version orders every change of the members, except their signs of life.
create table dnc.OrleansMembershipVersion (
    DeploymentId text collate "C" not null primary key,
    Version integer not null
);

create table dnc.OrleansMembership (
    DeploymentId text collate "C" not null references dnc.OrleansMembershipVersion on delete cascade,
    Address text collate "C" not null,
    Port integer not null,
    Generation integer not null,
    SiloName text not null,
    HostName text not null,
    Status integer not null,
    ProxyPort integer not null,
    SuspectTimes text,
    StartTime timestamptz not null,
    IAmAliveTime timestamptz not null,
    primary key (DeploymentId, Address, Port, Generation)
);

-- A change of a member, all or nothing: whoever comes with the version that is there locks its row, so that changes come one after another; the version
-- moves on only when the member's row has been written. Locked in this order by everybody, and the member's row alone by signs of life.
create function dnc.OrleansInsertMember(
    theDeployment text, theAddress text, thePort integer, theGeneration integer, theSiloName text, theHostName text,
    theStatus integer, theProxyPort integer, theStartTime timestamptz, theIAmAliveTime timestamptz, theVersion integer)
returns boolean language plpgsql as $$
begin
    perform from dnc.OrleansMembershipVersion where DeploymentId = theDeployment and Version = theVersion for update;
    if not found then return false; end if;

    insert into dnc.OrleansMembership (
        DeploymentId, Address, Port, Generation, SiloName, HostName, Status, ProxyPort, StartTime, IAmAliveTime)
    values (theDeployment, theAddress, thePort, theGeneration, theSiloName, theHostName, theStatus, theProxyPort, theStartTime, theIAmAliveTime)
    on conflict do nothing;
    if not found then return false; end if;

    update dnc.OrleansMembershipVersion set Version = theVersion + 1 where DeploymentId = theDeployment;
    return true;
end $$;

create function dnc.OrleansUpdateMember(
    theDeployment text, theAddress text, thePort integer, theGeneration integer,
    theStatus integer, theSuspectTimes text, theIAmAliveTime timestamptz, theVersion integer)
returns boolean language plpgsql as $$
begin
    perform from dnc.OrleansMembershipVersion where DeploymentId = theDeployment and Version = theVersion for update;
    if not found then return false; end if;

    update dnc.OrleansMembership set Status = theStatus, SuspectTimes = theSuspectTimes, IAmAliveTime = theIAmAliveTime
    where DeploymentId = theDeployment and Address = theAddress and Port = thePort and Generation = theGeneration;
    if not found then return false; end if;

    update dnc.OrleansMembershipVersion set Version = theVersion + 1 where DeploymentId = theDeployment;
    return true;
end $$;

insert into dnc.OrleansQuery (QueryKey, QueryText) values ('InsertMembershipVersionKey', '
    with made as (insert into OrleansMembershipVersion (DeploymentId, Version) values (@DeploymentId, 0) on conflict do nothing returning 1)
    select exists (select from made)');

insert into dnc.OrleansQuery (QueryKey, QueryText) values ('InsertMembershipKey', '
    select OrleansInsertMember(
        @DeploymentId, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime, @Version)');

insert into dnc.OrleansQuery (QueryKey, QueryText) values ('UpdateMembershipKey', '
    select OrleansUpdateMember(@DeploymentId, @Address, @Port, @Generation, @Status, @SuspectTimes, @IAmAliveTime, @Version)');

insert into dnc.OrleansQuery (QueryKey, QueryText) values ('UpdateIAmAlivetimeKey', '
    update OrleansMembership set IAmAliveTime = @IAmAliveTime
    where DeploymentId = @DeploymentId and Address = @Address and Port = @Port and Generation = @Generation');

-- Members and version in one statement, so from one moment; the version comes alone where there is no member.
insert into dnc.OrleansQuery (QueryKey, QueryText) values ('MembershipReadAllKey', '
    select v.Version, m.Address, m.Port, m.Generation, m.SiloName, m.HostName, m.Status, m.ProxyPort, m.SuspectTimes, m.StartTime, m.IAmAliveTime
    from OrleansMembershipVersion v
    left join OrleansMembership m on m.DeploymentId = v.DeploymentId
    where v.DeploymentId = @DeploymentId');

insert into dnc.OrleansQuery (QueryKey, QueryText) values ('MembershipReadRowKey', '
    select v.Version, m.Address, m.Port, m.Generation, m.SiloName, m.HostName, m.Status, m.ProxyPort, m.SuspectTimes, m.StartTime, m.IAmAliveTime
    from OrleansMembershipVersion v
    left join OrleansMembership m
        on m.DeploymentId = v.DeploymentId and m.Address = @Address and m.Port = @Port and m.Generation = @Generation
    where v.DeploymentId = @DeploymentId');

insert into dnc.OrleansQuery (QueryKey, QueryText) values ('GatewaysQueryKey', '
    select Address, ProxyPort, Generation
    from OrleansMembership
    where DeploymentId = @DeploymentId and Status = @Status and ProxyPort > 0');

-- Only the dead (6) are ever taken away: a silo that is silent may still be alive, and one that is not in the table would not learn of its death.
insert into dnc.OrleansQuery (QueryKey, QueryText) values ('CleanupDefunctSiloEntriesKey', '
    delete from OrleansMembership
    where DeploymentId = @DeploymentId and Status = 6 and StartTime < @IAmAliveTime and IAmAliveTime < @IAmAliveTime');

-- No suspicions are written as null or as an empty text, and read as the same.
insert into dnc.OrleansQuery (QueryKey, QueryText) values ('CleanupDefunctSiloEntryKey', '
    delete from OrleansMembership
    where DeploymentId = @DeploymentId and Address = @Address and Port = @Port and Generation = @Generation
        and Status = 6 and StartTime = @StartTime and IAmAliveTime = @IAmAliveTime and coalesce(SuspectTimes, '''') = coalesce(@SuspectTimes, '''')');

insert into dnc.OrleansQuery (QueryKey, QueryText) values ('DeleteMembershipTableEntriesKey', '
    delete from OrleansMembershipVersion where DeploymentId = @DeploymentId');
