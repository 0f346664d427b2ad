using DncActors.StorageTests.Ledger;

namespace DncActors.StorageTests.Sqlite;

public sealed class SqliteLedgerTurnTests : LedgerTurnSuite<SqliteEngine>;
