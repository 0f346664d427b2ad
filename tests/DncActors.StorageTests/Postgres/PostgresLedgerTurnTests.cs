using DncActors.StorageTests.Ledger;

namespace DncActors.StorageTests.Postgres;

public sealed class PostgresLedgerTurnTests : LedgerTurnSuite<PostgresEngine>;
