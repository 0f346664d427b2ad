using DncActors.StorageTests.Registry;

namespace DncActors.StorageTests.Postgres;

public sealed class PostgresEntryStoreTests : EntryStoreSuite<PostgresEngine>;
