using System.Reflection;
using Infra.Core.Versions;

namespace Infra.Core.Tests.Versions;

public sealed class KubernetesVersionsTests
{
    [Fact]
    public void Every_pinned_version_is_offered_oldest_first()
    {
        var pinned = typeof(Pins).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<KubernetesPin>();

        Assert.Equal(["1.34", "1.35"], KubernetesVersions.All.Select(pin => pin.Version));
        Assert.Equal(pinned, KubernetesVersions.All);
    }

    [Fact]
    public void New_clusters_get_the_version_whose_support_ends_last()
    {
        Assert.Equal("1.35", KubernetesVersions.Default.Version);
        Assert.All(KubernetesVersions.All, pin => Assert.True(string.CompareOrdinal(pin.EndOfSupport, KubernetesVersions.Default.EndOfSupport) <= 0));
    }

    [Fact]
    public void Extended_support_lasts_a_year_longer() => Assert.All(
        KubernetesVersions.All,
        pin => Assert.Equal($"{int.Parse(pin.EndOfSupport![..4]) + 1}{pin.EndOfSupport[4..]}", pin.EndOfExtendedSupport));

    [Fact]
    public void An_unknown_version_is_refused_with_those_that_are_known()
    {
        Assert.Null(KubernetesVersions.Problem("1.35"));
        Assert.Equal(
            "'1.29' is no version that is known here; there are: 1.34 (standard support until 2026-12-02), 1.35 (standard support until 2027-03-27)",
            KubernetesVersions.Problem("1.29"));
    }
}
