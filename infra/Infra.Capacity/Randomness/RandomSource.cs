using System.Numerics;

namespace Infra.Capacity.Randomness;

/// <summary>
/// A stream of pseudo-random numbers: xoshiro256** 1.0 by Blackman and Vigna (prng.di.unimi.it), its state filled by SplitMix64 as its authors advise. A stream is named by a seed and a purpose, so that
/// a new purpose, or a new model, changes nothing that others draw. The numbers are part of what a seed means: changing them changes every recorded result.
/// </summary>
public sealed class RandomSource
{
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    /// <summary>The stream of a purpose.</summary>
    /// <param name="seed">The simulation's seed.</param>
    /// <param name="purpose">What the numbers are for, e.g. <c>arrivals/chat</c>.</param>
    public RandomSource(long seed, string purpose)
    {
        // FNV-1a over the purpose's characters: text hashes of .NET differ from process to process.
        var hash = 14695981039346656037UL;
        foreach (var character in purpose)
        {
            hash = (hash ^ character) * 1099511628211UL;
        }

        var mixed = unchecked((ulong)seed) ^ hash;
        _s0 = SplitMix(ref mixed);
        _s1 = SplitMix(ref mixed);
        _s2 = SplitMix(ref mixed);
        _s3 = SplitMix(ref mixed);
    }

    /// <summary>64 random bits.</summary>
    public ulong Next()
    {
        var result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        var shifted = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>From 0 (included) to 1 (not), in steps of 2⁻⁵³.</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>From 0 (included) to a limit (not). The bias of the multiplication is below limit ÷ 2⁶⁴.</summary>
    /// <param name="limit">More than 0.</param>
    public int NextBelow(int limit) => (int)Math.BigMul(Next(), (ulong)limit, out _);

    /// <summary>An exponential time.</summary>
    /// <param name="mean">Its mean.</param>
    public double NextExponential(double mean) => -Math.Log(1 - NextDouble()) * mean;

    private static ulong SplitMix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15UL;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
