using System.Text;
using DncActors.Client.Registry;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Registry;
using DncActors.Gateway.Registry;

namespace DncActors.UnitTests.Gateway.Registry;

public sealed class EntryMappingTests
{
    static readonly DateTimeOffset At = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_entry_is_read_in_the_calls_region_or_the_organizations()
    {
        Assert.Equal("+442079460000", EntryMapping.Read(Request() with { Phone = "020 7946 0000", Region = "GB" }, "US").Value!.Point.Value);
        Assert.Equal("+442079460000", EntryMapping.Read(Request() with { Phone = "020 7946 0000" }, "GB").Value!.Point.Value);
        Assert.Equal(EntrySource.Manual, EntryMapping.Read(Request(), "US").Value!.Source);
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once() => Assert.Equal(
        ["region", "phone", "channels[0]", "reason", "source"],
        EntryMapping.Read(new AddEntryRequest { Phone = "what", Channels = ["fax"], Source = "action", Region = "XX" }, "US").Refusal!.Errors
            .Select(e => e.Field));

    [Fact]
    public void What_is_exported_as_csv_is_quoted_where_it_must_be()
    {
        var revoked = new Revocation(At, "bob", "line\nbreak", null, null);
        var phone = new ContactPoint(ContactPointKind.Phone, "+12025550123");
        var entry = new DncEntry(Guid.Empty, phone, Channels.Phone, EntrySource.OptOut, "said \"stop\", twice", null, null, "ann", At, null, null, revoked);
        var csv = new StringBuilder();
        EntryCsv.Write(csv, EntryMapping.ToModel(entry));
        Assert.Equal(
            $"{Guid.Empty},+12025550123,phone,call;sms,optOut,\"said \"\"stop\"\", twice\",,,,ann,2026-05-01T12:00:00Z,,"
            + "2026-05-01T12:00:00Z,bob,\"line\nbreak\",\r\n",
            csv.ToString());
        Assert.Equal(15, EntryCsv.Header.Count(c => c == ','));
    }

    [Fact]
    public void Every_source_and_kind_has_a_word()
    {
        Assert.All(Enum.GetValues<EntrySource>(), s => Assert.True(EntryWords.Sources.TryRead(EntryWords.Sources.Of(s), out var read) && read == s));
        Assert.All(Enum.GetValues<ContactPointKind>(), k => Assert.True(EntryWords.Kinds.TryRead(EntryWords.Kinds.Of(k), out var read) && read == k));
        Assert.False(EntryWords.Addable.TryRead("action", out _));
    }

    static AddEntryRequest Request() => new() { Phone = "2025550123", Channels = ["call"], Reason = "asked" };
}
