using System.Text.RegularExpressions;

namespace DncActors.UnitTests.HouseRules;

public sealed partial class LogMessageTests
{
    [Fact]
    public void Only_generated_messages_are_logged() => SourceTree.Nothing(
        SourceTree.LinesWith(SourceTree.Product, line => LoggerCall().IsMatch(line)),
        "Write a [LoggerMessage] method: it has an id, a fixed template, and costs nothing when it is switched off.");

    [Fact]
    public void A_message_has_an_id_that_is_its_own() => SourceTree.Nothing(
        from file in SourceTree.Product
        let messages = Message().Matches(file.Text)
        let ids = messages.Select(m => m.Groups["id"].Value)
        from finding in messages.Where(m => !m.Groups["id"].Success).Select(_ => "a message without an id")
            .Concat(ids.Where(id => id.Length > 0).CountBy(id => id).Where(n => n.Value > 1).Select(n => $"id {n.Key} is used {n.Value} times"))
        select $"{file.Path}: {finding}",
        "Alerts are written against ids.");

    [Fact]
    public void No_message_tells_a_phone_number_or_an_email() => SourceTree.Nothing(
        SourceTree.LinesWith(SourceTree.Product, line => line.Contains("Message = \"", StringComparison.Ordinal) && Personal().IsMatch(line)),
        "Contact points stay out of logs.");

    [Fact]
    public void Messages_are_not_public_and_many_have_a_file_of_their_own() => SourceTree.Nothing(
        from file in SourceTree.Product
        let messages = Message().Count(file.Text)
        where messages > 3 && !file.Path.EndsWith(".Log.cs", StringComparison.Ordinal) && !file.Path.EndsWith("Log.cs", StringComparison.Ordinal)
        select $"{file.Path}: {messages} messages",
        "More than three messages stand in X.Log.cs.");

    [GeneratedRegex(@"\.Log(Trace|Debug|Information|Warning|Error|Critical)\(|\b_?logger\.Log\(")]
    private static partial Regex LoggerCall();

    [GeneratedRegex(@"\[LoggerMessage\((?:\s*(?:EventId = )?(?<id>\d+))?")]
    private static partial Regex Message();

    [GeneratedRegex(@"\{(Phone|PhoneNumber|Number|Email|ContactPoint|Point|Address)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Personal();
}
