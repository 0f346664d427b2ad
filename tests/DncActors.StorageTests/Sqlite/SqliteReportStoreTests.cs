using DncActors.StorageTests.Reports;

namespace DncActors.StorageTests.Sqlite;

public sealed class SqliteReportStoreTests : ReportStoreSuite<SqliteEngine>;
