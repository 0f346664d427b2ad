using DncActors.Domain.ContactPoints;

namespace DncActors.UnitTests.ContactPoints;

public sealed class AsTypedTests
{
    private const string Refused = "Refused";

    public static IEnumerable<TheoryDataRow<string, string, string>> Phones(bool refused) =>
        from row in TypedTable.Rows("PhonesAsTyped.md")
        where row.Section == Refused == refused
        select new TheoryDataRow<string, string, string>(row.Cells[0], row.Cells[1], row.Cells[2]);

    public static IEnumerable<TheoryDataRow<string, string>> Emails(bool refused) =>
        from row in TypedTable.Rows("EmailsAsTyped.md")
        where row.Section == Refused == refused
        select new TheoryDataRow<string, string>(row.Cells[0], row.Cells[1]);

    [Theory, MemberData(nameof(Phones), false)]
    public void A_phone_becomes_what_the_table_says(string region, string typed, string expected)
    {
        var read = PhoneReader.TryRead(TypedTable.Unescape(typed), region, out var point, out var why);
        Assert.Equal("", why);
        Assert.True(read);
        Assert.Equal(new ContactPoint(ContactPointKind.Phone, expected), point);
    }

    [Theory, MemberData(nameof(Phones), true)]
    public void A_phone_is_refused_for_the_reason_that_the_table_gives(string region, string typed, string expected)
    {
        Assert.False(PhoneReader.TryRead(TypedTable.Unescape(typed), region, out var point, out var why));
        Assert.StartsWith(expected, why);
        Assert.Equal(default, point);
    }

    [Theory, MemberData(nameof(Emails), false)]
    public void An_email_becomes_what_the_table_says(string typed, string expected)
    {
        var read = EmailReader.TryRead(TypedTable.Unescape(typed), out var point, out var why);
        Assert.Equal("", why);
        Assert.True(read);
        Assert.Equal(new ContactPoint(ContactPointKind.Email, expected), point);
    }

    [Theory, MemberData(nameof(Emails), true)]
    public void An_email_is_refused_for_the_reason_that_the_table_gives(string typed, string expected)
    {
        Assert.False(EmailReader.TryRead(TypedTable.Unescape(typed), out var point, out var why));
        Assert.StartsWith(expected, why);
        Assert.Equal(default, point);
    }

    [Fact]
    public void The_tables_hold_at_least_150_formats() =>
        Assert.True(TypedTable.Rows("PhonesAsTyped.md").Count() + TypedTable.Rows("EmailsAsTyped.md").Count() >= 150);
}
