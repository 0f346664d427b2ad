using DncActors.StorageTests.Jobs;

namespace DncActors.StorageTests.Sqlite;

public sealed class SqliteJobStoreTests : JobStoreSuite<SqliteEngine>;
