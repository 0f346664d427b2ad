using DncActors.Domain.ContactPoints;
using DncActors.Gateway.ContactChecks;
using DncActors.Gateway.Requests;
using Microsoft.AspNetCore.Http;

namespace DncActors.UnitTests.Gateway.Requests;

public sealed class QueryTests
{
    static readonly QueryParameter<long> Limit = Parameters.Number("limit", "", 100, 1, 1_000);
    static readonly QueryParameter<bool?> Flag = Parameters.Flag("flag", "");
    static readonly QueryParameter<DateTimeOffset?> From = Parameters.Time("from", "");
    static readonly QueryParameter<Channels?> Channel = Parameters.Word("channel", "", ChannelWords.Words);
    static readonly QueryParameter<string?> Id = Parameters.Id("id", "");
    static readonly QueryParameter<Guid?> Import = Parameters.Guid("importId", "");

    [Fact]
    public void What_is_sent_is_read_and_what_is_not_has_its_default()
    {
        var values = Read("?flag=true&from=2026-05-01T12%3A00%3A00%2B02%3A00&channel=sms&id=a%C3%A9").Value!;
        Assert.Equal(100, values.Get(Limit));
        Assert.True(values.Get(Flag));
        Assert.Equal(new DateTimeOffset(2026, 5, 1, 10, 0, 0, TimeSpan.Zero), values.Get(From));
        Assert.Equal(Channels.Sms, values.Get(Channel));
        Assert.Equal("aé", values.Get(Id));
        Assert.Null(values.Get(Import));
        Assert.Equal(values.Get(From), Read("?from=2026-05-01T12:00:00+02:00").Value!.Get(From));
    }

    [Theory]
    [InlineData("limit=0", "limit", "1 to 1000")]
    [InlineData("limit=1001", "limit", "1 to 1000")]
    [InlineData("limit=-1", "limit", "'-1'")]
    [InlineData("limit=1&limit=2", "limit", "twice")]
    [InlineData("flag=maybe", "flag", "true or false")]
    [InlineData("flag=", "flag", "true or false")]
    [InlineData("from=yesterday", "from", "RFC 3339")]
    [InlineData("channel=fax", "channel", "call, sms, email")]
    [InlineData("surprise=1", "surprise", "limit, flag")]
    [InlineData("Limit=5", "Limit", "no query parameter")]
    [InlineData("id=%00", "id", "NUL")]
    [InlineData("id=a%20b", "id", "without spaces")]
    [InlineData("importId=7", "importId", "as it was given")]
    [InlineData("=1", "", "no query parameter")]
    public void What_is_wrong_is_quoted_and_says_what_to_write(string query, string field, string told)
    {
        var error = Assert.Single(Read("?" + query).Refusal!.Errors);
        Assert.Equal(field, error.Field);
        Assert.Contains(told, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once() => Assert.Equal(3, Read("?limit=x&flag=x&x=x").Refusal!.Errors.Length);

    static DncActors.Domain.Outcomes.Outcome<QueryValues> Read(string query) =>
        QueryValues.Read(new QueryString(query), [Limit, Flag, From, Channel, Id, Import]);
}
