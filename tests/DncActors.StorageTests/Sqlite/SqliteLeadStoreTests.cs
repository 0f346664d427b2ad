using DncActors.StorageTests.Leads;

namespace DncActors.StorageTests.Sqlite;

public sealed class SqliteLeadStoreTests : LeadStoreSuite<SqliteEngine>;
