using DncActors.StorageTests.Leads;

namespace DncActors.StorageTests.Postgres;

public sealed class PostgresLeadSearchTests : LeadSearchSuite<PostgresEngine>;
