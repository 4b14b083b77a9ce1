namespace Infra.Planning.Placement.Scheduling;

/// <summary>Amounts of room are the same if all their numbers are.</summary>
internal sealed class RoomComparer : IEqualityComparer<long[]>
{
    public static RoomComparer Instance { get; } = new();

    public bool Equals(long[]? x, long[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(long[] obj)
    {
        var hash = new HashCode();
        foreach (var amount in obj)
        {
            hash.Add(amount);
        }

        return hash.ToHashCode();
    }
}
