using System.Reflection;
using Infra.Core.Clusters;
using Infra.Core.Versions;

namespace Infra.Core.Tests.Versions;

public sealed class KubernetesVersionsTests
{
    [Fact]
    public void Every_pinned_version_is_offered_oldest_first()
    {
        var pinned = typeof(Pins).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<KubernetesPin>();

        Assert.Equal(["1.34", "1.35", "1.36"], KubernetesVersions.All.Select(pin => pin.Version));
        Assert.Equal(pinned, KubernetesVersions.All);
    }

    [Fact]
    public void New_clusters_get_the_newest_version_of_which_every_add_on_is_known() => Assert.Equal(
        KubernetesVersions.Default,
        KubernetesVersions.All.Last(pin => EksAddOns.All.All(addOn => addOn.Version(pin.Version) is not null)));

    [Fact]
    public void Extended_support_lasts_a_year_longer() => Assert.All(
        KubernetesVersions.All,
        pin => Assert.Equal($"{int.Parse(pin.EndOfSupport![..4]) + 1}{pin.EndOfSupport[4..]}", pin.EndOfExtendedSupport));

    [Fact]
    public void An_unknown_version_is_refused_with_those_that_are_known()
    {
        Assert.Null(KubernetesVersions.Problem("1.35"));
        Assert.Equal(
            "'1.29' is no version that is known here; there are: 1.34 (standard support until 2026-12-02), 1.35 (standard support until 2027-03-27), 1.36 (standard support until 2027-08-02)",
            KubernetesVersions.Problem("1.29"));
    }
}
