using DncActors.StorageTests.Jobs;

namespace DncActors.StorageTests.Postgres;

public sealed class PostgresJobStoreTests : JobStoreSuite<PostgresEngine>;
