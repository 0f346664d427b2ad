using DncActors.StorageTests.Reports;

namespace DncActors.StorageTests.Postgres;

public sealed class PostgresReportStoreTests : ReportStoreSuite<PostgresEngine>;
