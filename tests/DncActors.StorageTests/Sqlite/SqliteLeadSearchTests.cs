using DncActors.StorageTests.Leads;

namespace DncActors.StorageTests.Sqlite;

public sealed class SqliteLeadSearchTests : LeadSearchSuite<SqliteEngine>;
