using System.Collections.Immutable;
using System.Globalization;
using Infra.Core.Units;

namespace Infra.Core.Tenants;

/// <summary>Amounts by the names of <see cref="QuotaNames"/>: CPU in thousandths of a core, memory and storage in bytes, everything else counted. What isn't named is none.</summary>
public sealed class QuotaAmounts
{
    private readonly ImmutableSortedDictionary<string, long> _amounts;

    private QuotaAmounts(IEnumerable<KeyValuePair<string, long>> amounts) => _amounts = amounts.Where(amount => amount.Value != 0).ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Nothing.</summary>
    public static QuotaAmounts None { get; } = new([]);

    /// <summary>Names of which there is something, in ordinal order.</summary>
    public IEnumerable<string> Names => _amounts.Keys;

    /// <summary>The amount of a name.</summary>
    /// <param name="name">One of <see cref="QuotaNames"/>.</param>
    public long this[string name] => _amounts.GetValueOrDefault(name);

    /// <summary>These amounts.</summary>
    /// <param name="amounts">By name; none is less than 0.</param>
    public static QuotaAmounts Of(IEnumerable<KeyValuePair<string, long>> amounts)
    {
        var all = amounts.ToList();
        return all.All(amount => amount.Value >= 0) ? new QuotaAmounts(all) : throw new ArgumentOutOfRangeException(nameof(amounts), "there is nothing less than none");
    }

    /// <summary>What one pod counts for.</summary>
    /// <param name="cpu">CPU that it requests.</param>
    /// <param name="memory">Memory that it requests.</param>
    /// <param name="device">Device that it requests; null for none.</param>
    /// <param name="devices">How many.</param>
    public static QuotaAmounts OfPod(CpuQuantity cpu, ByteSize memory, string? device = null, int devices = 0)
    {
        var pod = new Dictionary<string, long> { [QuotaNames.Cpu] = cpu.Millicores, [QuotaNames.Memory] = memory.Bytes, [QuotaNames.Pods] = 1 };
        if (device is not null)
        {
            pod[QuotaNames.Device(device)] = devices;
        }

        return Of(pod);
    }

    /// <summary>What a claim counts for.</summary>
    /// <param name="size">Its size.</param>
    public static QuotaAmounts OfClaim(ByteSize size) => Of(new Dictionary<string, long> { [QuotaNames.Storage] = size.Bytes, [QuotaNames.Claims] = 1 });

    /// <summary>All of them together.</summary>
    public static QuotaAmounts Sum(IEnumerable<QuotaAmounts> all) => all.Aggregate(None, (sum, one) => sum + one);

    /// <summary>Of every name the most that one of them has: what is needed where only one of them is there at a time.</summary>
    public static QuotaAmounts Most(IEnumerable<QuotaAmounts> all) =>
        new(all.SelectMany(one => one._amounts).GroupBy(amount => amount.Key).Select(name => KeyValuePair.Create(name.Key, name.Max(amount => amount.Value))));

    /// <summary>What is left when others have theirs; none where they have more.</summary>
    /// <param name="others">The others.</param>
    public QuotaAmounts Without(QuotaAmounts others) => new(_amounts.Select(amount => KeyValuePair.Create(amount.Key, Math.Max(0, amount.Value - others[amount.Key]))));

    /// <summary>Both together.</summary>
    public static QuotaAmounts operator +(QuotaAmounts left, QuotaAmounts right) =>
        new(left._amounts.Keys.Union(right._amounts.Keys).Select(name => KeyValuePair.Create(name, checked(left[name] + right[name]))));

    /// <summary>Several times the same.</summary>
    public static QuotaAmounts operator *(QuotaAmounts one, int times) => times >= 0
        ? new QuotaAmounts(one._amounts.Select(amount => KeyValuePair.Create(amount.Key, checked(amount.Value * times))))
        : throw new ArgumentOutOfRangeException(nameof(times), times, "there is nothing less than none");

    /// <summary>An amount as Kubernetes writes it.</summary>
    /// <param name="name">What is counted.</param>
    /// <param name="amount">How much of it.</param>
    public static string Quantity(string name, long amount) => name switch
    {
        QuotaNames.Cpu => new CpuQuantity(amount).ToString(),
        QuotaNames.Memory or QuotaNames.Storage => new ByteSize(amount).ToString(),
        _ => amount.ToString(CultureInfo.InvariantCulture),
    };
}
