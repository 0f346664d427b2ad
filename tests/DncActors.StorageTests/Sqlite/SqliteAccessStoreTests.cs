using DncActors.StorageTests.Audit;

namespace DncActors.StorageTests.Sqlite;

public sealed class SqliteAccessStoreTests : AccessStoreSuite<SqliteEngine>;
