namespace DncActors.Gateway.Scrubs;

/// <summary>Writes a chunk's lines, each with its verdict, block by block.</summary>
sealed class ScrubWriting(ScrubChunk chunk, ScrubLines form)
{
    int _line;
    int _begin;
    int _judged;

    internal bool IsDone => _line == chunk.Lines.Length;

    /// <summary>How many lines could not be read at all.</summary>
    internal int Broken { get; private set; }

    /// <summary>Writes the next lines, as many as fit; returns how many bytes they took.</summary>
    /// <param name="to">With room for the longest line.</param>
    internal int Next(Span<byte> to)
    {
        var lines = chunk.Lines;
        var (words, written) = (form.Words, 0);
        ReadOnlySpan<byte> text = chunk.Text;
        var verdicts = chunk.Verdicts.Span;
        for (; _line < lines.Length; _line++)
        {
            ref readonly var line = ref lines[_line];
            if (line.Kind == ScrubLineKind.Broken)
            {
                var answer = form.BrokenAnswer(text[_begin..line.LineEnd]);
                if (written + answer.Length + ScrubWords.MaxBytes > to.Length) return written;
                written += Put(answer, to[written..]);
                Broken++;
            }
            else
            {
                var content = text[_begin..line.End];
                if (written + (line.Next - _begin) + ScrubWords.MaxBytes > to.Length) return written;
                if (line.Kind == ScrubLineKind.JudgedText) written += Put(words.Text, to[written..]);
                written += Put(content, to[written..]);
                written += line.Kind switch
                {
                    ScrubLineKind.Passed => 0,
                    ScrubLineKind.Header => Put(words.Header, to[written..]),
                    ScrubLineKind.JudgedEmpty => Put(words.Of(verdicts[_judged++]).AsSpan(words.First), to[written..]),
                    _ => Put(words.Of(verdicts[_judged++]), to[written..]),
                };
            }
            written += Put(line.LineEnd == line.Next ? words.Last : text[line.LineEnd..line.Next], to[written..]);
            _begin = line.Next;
        }
        return written;
    }

    static int Put(ReadOnlySpan<byte> bytes, Span<byte> to)
    {
        bytes.CopyTo(to);
        return bytes.Length;
    }
}
