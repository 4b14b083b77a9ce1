using System.Globalization;
using Infra.Core.Configuration;

namespace Infra.Core.Network;

/// <summary>A block of IPv4 addresses in CIDR notation, for example <c>10.0.0.0/16</c>.</summary>
/// <param name="Address">The first address as a number.</param>
/// <param name="Prefix">Length of the prefix, 0 to 32.</param>
public readonly record struct Ipv4Network(uint Address, int Prefix) : IConfigScalar<Ipv4Network>
{
    private const int AddressBits = 32;
    private const string Octet = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";

    /// <inheritdoc/>
    public static string AllowedForm => "a block of IPv4 addresses such as 10.0.0.0/16, that is the first address of the block and the length of its prefix";

    /// <inheritdoc/>
    public static string Pattern => $"{Octet}([.]{Octet}){{3}}/(3[0-2]|[12]?[0-9])";

    /// <summary>How many addresses it has.</summary>
    public long Size => 1L << (AddressBits - Prefix);

    /// <inheritdoc/>
    public static bool TryParse(string text, out Ipv4Network value)
    {
        value = default;
        if (text.Split('/') is not [var dotted, var length] || dotted.Split('.') is not { Length: 4 } octets || !TryNumber(length, AddressBits, out var prefix))
        {
            return false;
        }

        uint address = 0;
        foreach (var octet in octets)
        {
            if (!TryNumber(octet, byte.MaxValue, out var number))
            {
                return false;
            }

            address = (address << 8) | (uint)number;
        }

        var network = new Ipv4Network(address, prefix);
        if (network != network.Canonical)
        {
            return false;
        }

        value = network;
        return true;
    }

    /// <summary>The block of the same size that starts where such blocks may start.</summary>
    public Ipv4Network Canonical => this with { Address = (uint)(Address / Size * Size) };

    /// <summary>True if the two have an address in common.</summary>
    public bool Overlaps(Ipv4Network other) => Contains(other) || other.Contains(this);

    /// <summary>True if every address of the other one is in this one.</summary>
    public bool Contains(Ipv4Network other) => other.Prefix >= Prefix && (other with { Prefix = Prefix }).Canonical == this;

    /// <summary>A part of this block.</summary>
    /// <param name="offset">Addresses before it; a multiple of <paramref name="size"/>.</param>
    /// <param name="size">Its addresses, a power of two.</param>
    public Ipv4Network Part(long offset, long size) => new((uint)(Address + offset), AddressBits - (int)long.Log2(size));

    /// <inheritdoc/>
    public int CompareTo(Ipv4Network other) => (Address, Prefix).CompareTo((other.Address, other.Prefix));

    /// <summary>CIDR notation.</summary>
    public override string ToString() => $"{Address >> 24}.{(Address >> 16) & 255}.{(Address >> 8) & 255}.{Address & 255}/{Prefix}";

    // A leading zero would be octal to some programs.
    private static bool TryNumber(string text, int max, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= max && (text.Length == 1 || text[0] != '0');

    /// <summary>True if the left block starts earlier, or is the larger one of two that start together.</summary>
    public static bool operator <(Ipv4Network left, Ipv4Network right) => left.CompareTo(right) < 0;

    /// <summary>True if the left block starts later, or is the smaller one of two that start together.</summary>
    public static bool operator >(Ipv4Network left, Ipv4Network right) => left.CompareTo(right) > 0;

    /// <summary>True if the left block is not greater.</summary>
    public static bool operator <=(Ipv4Network left, Ipv4Network right) => left.CompareTo(right) <= 0;

    /// <summary>True if the left block is not less.</summary>
    public static bool operator >=(Ipv4Network left, Ipv4Network right) => left.CompareTo(right) >= 0;
}
