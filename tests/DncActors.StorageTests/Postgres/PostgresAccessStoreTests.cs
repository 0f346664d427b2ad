using DncActors.StorageTests.Audit;

namespace DncActors.StorageTests.Postgres;

public sealed class PostgresAccessStoreTests : AccessStoreSuite<PostgresEngine>;
