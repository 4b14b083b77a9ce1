namespace Infra.Core.Network;

/// <summary>
/// A block of addresses, divided into eight parts of which each zone letter owns one, its home. The homes follow one another in
/// bit-reversed order (a at 0/8, b at 4/8, c at 2/8, d at 6/8, e at 1/8, f at 5/8), so that zones whose neighbours aren't used
/// can grow: alone to the half or the whole block, two zones to a half each, three or four to a quarter each.
/// </summary>
/// <param name="block">The block; its size is a power of two of at least eight times the smallest subnet.</param>
/// <param name="letters">Letters of all zones that have subnets in it.</param>
/// <param name="keepLast">True if the last eighth belongs to nobody.</param>
internal sealed class ZoneBlock(Ipv4Network block, IReadOnlyCollection<char> letters, bool keepLast)
{
    private const int Homes = 8;
    private const string Letters = "abcdef";
    private static readonly int[] Order = [0, 4, 2, 6, 1, 5];

    private readonly long _home = block.Size / Homes;

    /// <summary>The eighth that belongs to no letter.</summary>
    public Ipv4Network Last => block.Part((Homes - 1) * _home, _home);

    /// <summary>
    /// The zone's subnet: its home or, if that is too small, the next power of two that isn't. It starts at the home in any case and depends on
    /// the zone's own letter and demand alone; null if it would reach into the home of another zone.
    /// </summary>
    public Ipv4Network? Place(char letter, long demand, long smallest)
    {
        var size = _home;
        while (size < smallest || size - SubnetFacts.Reserved < demand)
        {
            size *= 2;
        }

        return size <= Largest(letter) ? block.Part(Start(letter), size) : null;
    }

    /// <summary>How large the zone's subnet can be beside the homes of the others.</summary>
    public long Largest(char letter)
    {
        var start = Start(letter);
        var end = keepLast ? (Homes - 1) * _home : block.Size;
        var size = _home;
        while (start % (size * 2) == 0 && start + (size * 2) <= end && !letters.Any(other => other != letter && Start(other) > start && Start(other) < start + (size * 2)))
        {
            size *= 2;
        }

        return size;
    }

    private long Start(char letter) => Order[Letters.IndexOf(letter)] * _home;
}
