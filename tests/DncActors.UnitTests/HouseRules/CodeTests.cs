using System.Text.RegularExpressions;

namespace DncActors.UnitTests.HouseRules;

public sealed partial class CodeTests
{
    /// <summary>These files name what is forbidden.</summary>
    static readonly IEnumerable<SourceFile> Everything = SourceTree.Files.Where(f => !f.In("tests/DncActors.UnitTests/HouseRules"));

    [Fact]
    public void Nothing_is_left_for_later() => SourceTree.Nothing(
        SourceTree.LinesWith(Everything, line => Unfinished().IsMatch(line)),
        "What is not done is not in the tree, nor a note of it.");

    [Fact]
    public void A_warning_that_is_switched_off_says_why() => SourceTree.Nothing(
        SourceTree.LinesWith(Everything, line =>
            (line.Contains("#pragma warning disable", StringComparison.Ordinal) && !line.Contains("//", StringComparison.Ordinal))
            || (SuppressMessage().IsMatch(line) && !line.Contains("Justification = \"", StringComparison.Ordinal))),
        "A suppression carries its reason on its own line.");

    [Fact]
    public void Tests_wait_for_something_and_not_for_a_time() => SourceTree.Nothing(
        SourceTree.LinesWith(Everything.Where(f => f.IsTest), line => Sleep().IsMatch(line)),
        "A test that sleeps is slow when all is well and fails when the machine is busy.");

    [Fact]
    public void No_test_is_skipped() => SourceTree.Nothing(
        SourceTree.LinesWith(Everything.Where(f => f.IsTest), line => Skip().IsMatch(line)),
        "A skipped test tests nothing.");

    [Fact]
    public void The_domain_is_pure() => SourceTree.Nothing(
        SourceTree.LinesWith(SourceTree.Product.Where(f => f.In("src/DncActors.Domain")), line => !IsComment(line) && Impure().IsMatch(line)),
        "Rules know no clock, no files, no network, no logger and no grains.");

    [Fact]
    public void Nobody_blocks_a_thread() => SourceTree.Nothing(
        SourceTree.LinesWith(SourceTree.Product, line => !IsComment(line) && Blocking().IsMatch(line)),
        "A blocked pool thread is missed by everybody: await.");

    static bool IsComment(string line) => line.TrimStart().StartsWith("//", StringComparison.Ordinal);

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b|NotImplementedException")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"\[(assembly: )?(Unconditional)?SuppressMessage\(")]
    private static partial Regex SuppressMessage();

    [GeneratedRegex(@"\bTask\.Delay\b|\bThread\.Sleep\b|\bSpinWait\b")]
    private static partial Regex Sleep();

    [GeneratedRegex(@"\bSkip(Unless|When|Type)? = |\bAssert\.Skip")]
    private static partial Regex Skip();

    [GeneratedRegex(@"\b(ILogger|IGrainFactory|GrainFactory|TimeProvider|Stopwatch|HttpClient|(File|Directory|Environment|Console)\.)")]
    private static partial Regex Impure();

    [GeneratedRegex(@"\.GetAwaiter\(\)\.GetResult\(\)|\bThread\.Sleep\b|\.Wait\(\)")]
    private static partial Regex Blocking();
}
