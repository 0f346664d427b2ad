using System.CommandLine;
using DncActors.Client.ContactChecks;
using DncActors.Client.ContactPoints;

namespace DncActors.Command.Scrubs;

/// <summary><c>dnc scrub</c>: what may be written, and what it means.</summary>
static class ScrubCommand
{
    const string KeyVariable = "DNC_KEY";

    static readonly Argument<FileInfo> File = new("file") { Description = "CSV, or NDJSON if its name ends with .ndjson or .jsonl." };
    static readonly Option<string?> Output = new("--output", "-o") { Description = "Where the answer goes, when it is whole. Default: standard output." };

    static readonly Option<string> Channel = new("--channel")
    {
        Description = "call, sms or email.",
        DefaultValueFactory = _ => ChannelNames.Call,
    };

    static readonly Option<string?> Column = new("--column")
    {
        Description = "The column's name, or its number from 1; 1+2 where the area code has one of its own. Default: phone (email), else the first.",
    };

    static readonly Option<string?> Delimiter = new("--delimiter") { Description = "One character, or tab. Default: the first line says." };
    static readonly Option<bool?> Header = new("--header") { Description = "Whether the first line names the columns. Default: the line says." };
    static readonly Option<string?> Region = new("--region") { Description = "In which national phones are read, such as US. Default: the organization's." };
    static readonly Option<string> Url = new("--url") { Description = "Where the service is.", DefaultValueFactory = _ => "http://localhost:8080" };
    static readonly Option<string?> Key = new("--key") { Description = $"The API key. Better in {KeyVariable}: arguments are seen by others on the machine." };
    static readonly Option<string?> Only = new("--only") { Description = "Write only the lines that are allowed, or only those that are blocked." };
    static readonly Option<bool> FailOnBlocked = new("--fail-on-blocked") { Description = "End with 3 when a line is blocked." };

    internal static System.CommandLine.Command Make()
    {
        Channel.AcceptOnlyFromAmong(ChannelNames.Call, ChannelNames.Sms, ChannelNames.Email);
        Only.AcceptOnlyFromAmong(VerdictNames.Allowed, VerdictNames.Blocked);
        Delimiter.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && ScrubOrder.DelimiterOf(text) is null)
                result.AddError("--delimiter is one ASCII character, or tab.");
        });
        Url.Validators.Add(result =>
        {
            if (!Uri.TryCreate(result.GetValueOrDefault<string>(), UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
                result.AddError("--url is an address such as http://localhost:8080.");
        });
        var command = new System.CommandLine.Command("scrub", "Says of every line of a file whether it may be contacted.")
        {
            File, Output, Channel, Column, Delimiter, Header, Region, Url, Key, Only, FailOnBlocked,
        };
        command.SetAction((read, cancellation) => ScrubRun.RunAsync(OrderOf(read), cancellation));
        return command;
    }

    static ScrubOrder OrderOf(ParseResult read) => new()
    {
        File = read.GetRequiredValue(File).FullName,
        Output = read.GetValue(Output),
        Channel = read.GetRequiredValue(Channel),
        Column = read.GetValue(Column),
        Delimiter = ScrubOrder.DelimiterOf(read.GetValue(Delimiter)),
        HasHeader = read.GetValue(Header),
        Region = read.GetValue(Region),
        Url = new Uri(read.GetRequiredValue(Url)),
        Key = read.GetValue(Key) ?? Environment.GetEnvironmentVariable(KeyVariable),
        Only = read.GetValue(Only),
        FailOnBlocked = read.GetValue(FailOnBlocked),
    };
}
