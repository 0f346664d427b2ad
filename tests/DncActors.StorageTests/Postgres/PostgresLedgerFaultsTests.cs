using DncActors.StorageTests.Ledger;

namespace DncActors.StorageTests.Postgres;

public sealed class PostgresLedgerFaultsTests : LedgerFaultsSuite<PostgresEngine>;
