using System.IO.Pipelines;
using System.Text;
using DncActors.Client.Scrubs;
using DncActors.Contracts.ContactChecks;
using DncActors.Domain.ContactPoints;
using DncActors.Gateway.Scrubs;

namespace DncActors.UnitTests.Gateway.Scrubs;

/// <summary>A file that is scrubbed without a web server around it: even phones and emails with an x are blocked.</summary>
static class ScrubbedFile
{
    public static ScrubQuestion Phones(CsvAsked? csv = null) => new(Channels.Call, "US", csv ?? new CsvAsked());

    public static CheckVerdict Judge(ulong number) =>
        number == 0 ? CheckVerdict.Invalid : number % 2 == 0 ? CheckVerdict.Blocked : CheckVerdict.Allowed;

    public static CheckVerdict Judge(string? email) =>
        email is null ? CheckVerdict.Invalid : email.Contains('x', StringComparison.Ordinal) ? CheckVerdict.Blocked : CheckVerdict.Allowed;

    /// <param name="step">So many bytes arrive at a time.</param>
    public static async Task<string> CsvAsync(string text, ScrubQuestion question, int step = int.MaxValue) =>
        await ReadAsync(text, question, new CsvScrubLines(question), step);

    public static async Task<string> NdJsonAsync(string text, ScrubQuestion question, int step = int.MaxValue) =>
        await ReadAsync(text, question, new NdJsonScrubLines(question), step);

    static async Task<string> ReadAsync(string text, ScrubQuestion question, ScrubLines lines, int step)
    {
        using var answer = new MemoryStream();
        var arriving = PipeReader.Create(new SlowStream(Encoding.UTF8.GetBytes(text), step));
        var block = new byte[ScrubOutput.BlockBytes];
        await using var body = new ScrubBody(arriving, lines, question.AreEmails);
        await foreach (var chunk in body.ChunksAsync())
        {
            for (var i = 0; i < chunk.Judged; i++)
                chunk.Verdicts.Span[i] = chunk.AreEmails ? Judge(chunk.Emails.Span[i]) : Judge(chunk.Numbers.Span[i]);
            var writing = new ScrubWriting(chunk, lines);
            while (!writing.IsDone) answer.Write(block, 0, writing.Next(block));
            body.GiveBack(chunk);
        }
        return Encoding.UTF8.GetString(answer.ToArray());
    }
}
