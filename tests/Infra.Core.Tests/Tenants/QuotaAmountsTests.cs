using FsCheck;
using FsCheck.Fluent;
using Infra.Core.Tenants;
using Infra.Core.Units;

namespace Infra.Core.Tests.Tenants;

/// <summary>The arithmetic on which a quota is refused.</summary>
public sealed class QuotaAmountsTests
{
    private static readonly string[] _names = [QuotaNames.Cpu, QuotaNames.Memory, QuotaNames.Pods, QuotaNames.Storage, QuotaNames.Device("nvidia.com/gpu"), QuotaNames.Device("nvidia.com/mig-1g.5gb")];

    private static readonly Gen<QuotaAmounts> _amounts = Gen.Choose(0, 1_000_000).ArrayOf(_names.Length).Select(values => QuotaAmounts.Of(_names.Zip(values, (name, value) => KeyValuePair.Create(name, (long)value))));

    private static readonly Gen<(QuotaAmounts A, QuotaAmounts B, QuotaAmounts C, int Times)> _cases =
        from a in _amounts
        from b in _amounts
        from c in _amounts
        from times in Gen.Choose(0, 100)
        select (a, b, c, times);

    [Fact]
    public void A_sum_doesnt_depend_on_the_order() => Holds(one => Same(one.A + one.B, one.B + one.A) && Same(one.A + (one.B + one.C), one.A + one.B + one.C));

    [Fact]
    public void Times_is_a_sum_of_as_many() => Holds(one => Same(one.A * one.Times, QuotaAmounts.Sum(Enumerable.Repeat(one.A, one.Times))));

    [Fact]
    public void Several_have_as_much_as_each_of_them_times_as_many() => Holds(one => Same((one.A + one.B) * one.Times, (one.A * one.Times) + (one.B * one.Times)));

    [Fact]
    public void The_most_is_no_less_than_each_and_no_more_than_all() => Holds(one =>
        QuotaAmounts.Most([one.A, one.B]) is var most && _names.All(name => most[name] == Math.Max(one.A[name], one.B[name]) && most[name] <= (one.A + one.B)[name]));

    [Fact]
    public void What_is_left_and_what_others_have_is_all_where_they_have_no_more() => Holds(one =>
        Same((one.A + one.B).Without(one.B), one.A) && _names.All(name => one.A.Without(one.B)[name] == Math.Max(0, one.A[name] - one.B[name])));

    [Fact]
    public void What_isnt_there_has_no_name()
    {
        Assert.Empty(QuotaAmounts.None.Names);
        Assert.Equal([QuotaNames.Pods, QuotaNames.Cpu, QuotaNames.Memory], QuotaAmounts.OfPod(new CpuQuantity(500), ByteSize.FromGibibytes(1), "nvidia.com/gpu", 0).Names);
        Assert.Equal((20L << 30, 1), (QuotaAmounts.OfClaim(ByteSize.FromGibibytes(20))[QuotaNames.Storage], QuotaAmounts.OfClaim(ByteSize.FromGibibytes(20))[QuotaNames.Claims]));
    }

    [Fact]
    public void There_is_nothing_less_than_none()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => QuotaAmounts.Of([new(QuotaNames.Pods, -1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => QuotaAmounts.None * -1);
    }

    [Theory]
    [InlineData(QuotaNames.Cpu, 1500, "1500m")]
    [InlineData(QuotaNames.Cpu, 2000, "2")]
    [InlineData(QuotaNames.Memory, 3L << 30, "3Gi")]
    [InlineData(QuotaNames.Storage, 0, "0")]
    [InlineData("requests.nvidia.com/gpu", 8, "8")]
    public void Kubernetes_reads_what_is_written(string name, long amount, string quantity) => Assert.Equal(quantity, QuotaAmounts.Quantity(name, amount));

    private static bool Same(QuotaAmounts left, QuotaAmounts right) => left.Names.SequenceEqual(right.Names) && left.Names.All(name => left[name] == right[name]);

    private static void Holds(Func<(QuotaAmounts A, QuotaAmounts B, QuotaAmounts C, int Times), bool> property) => Properties.Hold(_cases.ToArbitrary(), property, tests: 500);
}
