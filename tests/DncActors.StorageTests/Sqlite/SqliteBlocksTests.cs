using DncActors.StorageTests.Registry;

namespace DncActors.StorageTests.Sqlite;

public sealed class SqliteBlocksTests : BlocksSuite<SqliteEngine>;
