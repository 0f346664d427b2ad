using DncActors.StorageTests.Registry;

namespace DncActors.StorageTests.Sqlite;

public sealed class SqliteEntryStoreTests : EntryStoreSuite<SqliteEngine>;
