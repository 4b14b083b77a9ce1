using System.Text.RegularExpressions;
using Infra.Core.Clusters;
using Infra.Core.Versions;

namespace Infra.Core.Tests.Versions;

public sealed partial class AddOnPinsTests
{
    public static TheoryData<string, string> Pins
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var pin in AddOnPins.All)
            {
                data.Add(pin.AddOn, pin.KubernetesVersion);
            }

            return data;
        }
    }

    [Fact]
    public void New_clusters_have_every_add_on_pinned() =>
        Assert.All(EksAddOns.All, addOn => Assert.NotNull(addOn.Version(KubernetesVersions.Default.Version)));

    // Found nowhere; a version is said to be unknown rather than guessed. Whoever reads one takes it off this list.
    [Fact]
    public void What_is_unknown_for_the_older_version_is_known_to_be() => Assert.Equal(
        ["eks-node-monitoring-agent", "aws-fsx-csi-driver", "aws-mountpoint-s3-csi-driver"],
        EksAddOns.All.Where(addOn => addOn.Version("1.34") is null).Select(addOn => addOn.Name));

    [Theory]
    [MemberData(nameof(Pins))]
    public void A_pin_is_of_a_known_add_on_and_Kubernetes_version_and_says_where_and_when_it_was_read(string addOn, string kubernetesVersion)
    {
        var pin = AddOnPins.For(addOn, kubernetesVersion)!;

        Assert.True(EksAddOns.TryGet(addOn, out _));
        Assert.Null(KubernetesVersions.Problem(kubernetesVersion));
        Assert.Matches(Version(), pin.Version);
        Assert.Matches(Day(), pin.AsOf);
        Assert.True(pin.Source.Length > 10, $"'{pin.Source}' says too little");
    }

    [Fact]
    public void The_proxy_is_of_the_clusters_minor_version() => Assert.All(
        KubernetesVersions.All,
        kubernetes => Assert.StartsWith($"v{kubernetes.Version}.", EksAddOns.KubeProxy.Version(kubernetes.Version), StringComparison.Ordinal));

    [Theory]
    [InlineData("coredns", "1.29")]
    [InlineData("core-dns", "1.35")]
    public void Another_has_none(string addOn, string kubernetesVersion) => Assert.Null(AddOnPins.For(addOn, kubernetesVersion));

    [GeneratedRegex(@"^v\d+\.\d+\.\d+-eksbuild\.\d+$")]
    private static partial Regex Version();

    [GeneratedRegex(@"^\d{4}-\d{2}(-\d{2})?$")]
    private static partial Regex Day();
}
