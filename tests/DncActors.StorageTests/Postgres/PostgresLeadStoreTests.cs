using DncActors.StorageTests.Leads;

namespace DncActors.StorageTests.Postgres;

public sealed class PostgresLeadStoreTests : LeadStoreSuite<PostgresEngine>;
