using DncActors.StorageTests.Registry;

namespace DncActors.StorageTests.Postgres;

public sealed class PostgresBlocksTests : BlocksSuite<PostgresEngine>;
