using System.Runtime.CompilerServices;

namespace DncActors.UnitTests.Leases;

/// <summary>A state of the small model, in as many bits as it needs.</summary>
struct ModelState
{
    public const int Writers = 2;
    public const int Epochs = 2;

    Fields _fields;

    /// <summary>How many bits each field takes; a field of a writer or a row stands as often as there are of them.</summary>
    static readonly byte[] _bits = [.. Enum.GetValues<ModelField>().SelectMany(f => Enumerable.Repeat(BitsOf(f), CountOf(f)))];

    static readonly byte[] _places = Places();

    public byte this[ModelField field]
    {
        readonly get => _fields[_places[(int)field]];
        set => _fields[_places[(int)field]] = value;
    }

    public byte this[ModelField field, int of]
    {
        readonly get => _fields[_places[(int)field] + of];
        set => _fields[_places[(int)field] + of] = value;
    }

    public readonly UInt128 Pack()
    {
        UInt128 packed = 0;
        for (var i = 0; i < _bits.Length; i++) packed = (packed << _bits[i]) | _fields[i];
        return packed;
    }

    public static ModelState Unpack(UInt128 packed)
    {
        var state = default(ModelState);
        for (var i = _bits.Length - 1; i >= 0; i--)
        {
            state._fields[i] = (byte)((uint)packed & ((1u << _bits[i]) - 1));
            packed >>= _bits[i];
        }
        return state;
    }

    static byte BitsOf(ModelField field) => field switch
    {
        ModelField.Ready or ModelField.Hole => 1,
        ModelField.Until or ModelField.HeadRequest or ModelField.Row or ModelField.Waited or ModelField.Stage => 3,
        _ => 2,
    };

    static int CountOf(ModelField field) => field switch
    {
        ModelField.Row => Epochs,
        ModelField.Waited => Writers * Epochs,
        ModelField.Stage or ModelField.Sequence or ModelField.Awaited or ModelField.Push or ModelField.Answer => Writers,
        _ => 1,
    };

    static byte[] Places()
    {
        var places = new List<byte>();
        var next = 0;
        foreach (var field in Enum.GetValues<ModelField>())
        {
            places.Add((byte)next);
            next += CountOf(field);
        }
        return [.. places];
    }

    [InlineArray(40)]
    struct Fields
    {
        byte _first;
    }
}
