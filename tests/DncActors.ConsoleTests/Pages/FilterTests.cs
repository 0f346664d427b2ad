using DncActors.Console.ContactChecks;
using DncActors.Console.Leads;
using DncActors.Console.Registry;

namespace DncActors.ConsoleTests.Pages;

public sealed class FilterTests
{
    static readonly DateTimeOffset Now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_address_of_a_list_says_what_it_was_asked_for()
    {
        var filters = new LeadFilters("+1 202&x", "sales", null, null, false, null);
        Assert.Equal("/leads?q=%2B1%20202%26x&workflow=sales&doNotContact=false", filters.ToPath());
        Assert.True(filters.IsAny);
        Assert.Equal("/leads", new LeadFilters(null, null, null, null, null, null).ToPath());
    }

    [Fact]
    public void What_has_an_at_sign_is_searched_for_as_an_email()
    {
        var email = new EntryFilters("ada@example.com", null, null, true, null, null).ToSearch(Now);
        Assert.Equal((null, "ada@example.com", Now), (email.Phone, email.Email, email.ActiveOn));
        var phone = new EntryFilters("(202) 555-0123", null, null, false, null, null).ToSearch(Now);
        Assert.Equal(("(202) 555-0123", null, null), (phone.Phone, phone.Email, phone.ActiveOn));
    }

    [Fact]
    public void A_download_has_the_filters_of_the_list_it_stands_on() => Assert.Equal(
        "/download/list?form=csv&source=import&active=true&import=7", new EntryFilters(null, "import", null, true, null, "7").ToDownload("csv"));

    [Fact]
    public void Pasted_lines_are_trimmed_and_empty_ones_left_out() => Assert.Equal(["a", "b"], PastedLines.Of("  a\r\n\r\n \tb\n\n"));

    [Fact]
    public void One_line_too_many_is_seen() =>
        Assert.Equal(PastedLines.Most + 1, PastedLines.Of(string.Join('\n', Enumerable.Range(0, PastedLines.Most + 50))).Count);
}
