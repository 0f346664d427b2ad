namespace DncActors.Grains.ContactChecks.Index;

/// <summary>A phone in 16 bytes: its hash is its number under a secret permutation, so that the hash alone is the key.</summary>
readonly record struct PhoneSlot(ulong Hash, BlockValue Value) : ISlot<PhoneSlot>
{
    public bool SameKey(in PhoneSlot other) => Hash == other.Hash;

    /// <summary>Another number, another hash; never 0, because numbers end far below the seed's top bit. Without the seed nobody can choose numbers that
    /// crowd one place.</summary>
    public static ulong HashOf(ulong number, ulong seed)
    {
        var x = number ^ (seed | 1UL << 63);
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
