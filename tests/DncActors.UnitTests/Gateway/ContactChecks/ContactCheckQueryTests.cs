using DncActors.Domain.ContactPoints;
using DncActors.Gateway.ContactChecks;

namespace DncActors.UnitTests.Gateway.ContactChecks;

public sealed class ContactCheckQueryTests
{
    [Theory]
    [InlineData("?phone=%2B12025550123&channel=call", "+12025550123")]
    [InlineData("?channel=call&phone=+12025550123", "+12025550123")]
    [InlineData("?phone=(202)+555-0123&channel=call", "(202) 555-0123")]
    [InlineData("?phone=%28202%29%20555%2d0123&channel=call", "(202) 555-0123")]
    [InlineData("?phone=%2b44%2020+7946+0000&channel=call", "+44 20 7946 0000")]
    public void A_phone_is_decoded_and_the_plus_that_begins_it_kept(string query, string phone)
    {
        Assert.True(ContactCheckQuery.TryRead(query, new char[ContactCheckQuery.BufferLength], out var read));
        Assert.Equal(phone, read.Phone.ToString());
        Assert.Equal(Channels.Call, read.Channel);
    }

    [Fact]
    public void All_parameters_are_read_in_any_order()
    {
        Assert.True(ContactCheckQuery.TryRead("?region=GB&channel=email&email=a%40b.example", new char[ContactCheckQuery.BufferLength], out var read));
        Assert.Equal(("GB", "a@b.example", Channels.Email), (read.Region.ToString(), read.Email.ToString(), read.Channel));
        Assert.True(read.Phone.IsEmpty && read.LeadId.IsEmpty);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("?phone")]
    [InlineData("?phone=&channel=call")]
    [InlineData("?phone=1&phone=2&channel=call")]
    [InlineData("?phone=1&channel=fax")]
    [InlineData("?phone=1&channel=call&surprise=1")]
    [InlineData("?phone=%&channel=call")]
    [InlineData("?phone=%2&channel=call")]
    [InlineData("?phone=%zz&channel=call")]
    [InlineData("?phone=%00&channel=call")]
    [InlineData("?phone=%D9%A1&channel=call")]
    public void What_is_unusual_is_left_to_the_other_way_and_nothing_of_it_is_read(string query)
    {
        Assert.False(ContactCheckQuery.TryRead(query, new char[ContactCheckQuery.BufferLength], out var read));
        Assert.True(read.Phone.IsEmpty && read.Channel == Channels.None);
    }

    [Fact]
    public void A_query_that_is_longer_than_the_buffer_is_left_to_the_other_way() => Assert.False(
        ContactCheckQuery.TryRead($"?phone=%2B{new string('1', 2_000)}&channel=call", new char[ContactCheckQuery.BufferLength], out _));
}
