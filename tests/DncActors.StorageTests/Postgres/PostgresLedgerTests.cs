using DncActors.StorageTests.Ledger;

namespace DncActors.StorageTests.Postgres;

public sealed class PostgresLedgerTests : LedgerSuite<PostgresEngine>;
