using System.Text;

namespace DncActors.ClusterTests.Telemetry;

/// <summary>What the tests look at of a span: read from protobuf by the numbers of its fields.</summary>
/// <param name="Links">Ids of the spans that it is linked with.</param>
public sealed record OtlpSpan(string TraceId, string SpanId, string ParentId, string Name, IReadOnlyList<string> Links)
{
    /// <summary>ExportTraceServiceRequest: resource_spans 1, in it scope_spans 2, in it spans 2.</summary>
    public static IEnumerable<OtlpSpan> Read(byte[] request) =>
        from resource in Fields(request)
        where resource.Number == 1
        from scope in Fields(resource.Value)
        where scope.Number == 2
        from span in Fields(scope.Value)
        where span.Number == 2
        select Of(Fields(span.Value).ToArray());

    static OtlpSpan Of((int Number, byte[] Value)[] fields)
    {
        return new(Id(1), Id(2), Id(4), Encoding.UTF8.GetString(First(5)), [.. Links()]);

        byte[] First(int number) => fields.FirstOrDefault(f => f.Number == number).Value ?? [];

        string Id(int number) => Convert.ToHexStringLower(First(number));

        IEnumerable<string> Links() =>
            from link in fields
            where link.Number == 13
            from id in Fields(link.Value)
            where id.Number == 2
            select Convert.ToHexStringLower(id.Value);
    }

    /// <summary>The fields that have a length; numbers are passed over.</summary>
    static IEnumerable<(int Number, byte[] Value)> Fields(byte[] message)
    {
        for (var at = 0; at < message.Length;)
        {
            var key = Varint(message, ref at);
            switch (key & 7)
            {
                case 0: Varint(message, ref at); break;
                case 1: at += 8; break;
                case 5: at += 4; break;
                default:
                    var length = (int)Varint(message, ref at);
                    yield return ((int)(key >> 3), message[at..(at + length)]);
                    at += length;
                    break;
            }
        }
    }

    static ulong Varint(byte[] message, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var part = message[at++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80) return value;
        }
    }
}
