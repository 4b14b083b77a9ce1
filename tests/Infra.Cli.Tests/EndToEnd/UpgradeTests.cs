namespace Infra.Cli.Tests.EndToEnd;

/// <summary>The command over the shipped environments: planned with each version on the way, in this process.</summary>
public sealed class UpgradeTests : IDisposable
{
    private const string Prod = "Pulumi.prod.yaml";
    private const string Dev = "Pulumi.dev.yaml";

    private readonly Checkout _checkout = new();

    public void Dispose() => _checkout.Dispose();

    [Fact]
    public async Task Production_goes_one_version_on_and_nothing_is_replaced()
    {
        var before = File.ReadAllText(_checkout.Path(Prod));

        var result = await _checkout.RunAsync("upgrade", "prod", "--kubernetes", "1.36", "--dry-run");

        Assert.Equal((0, "Pulumi.prod.yaml: left as it is (--dry-run)"), (result.ExitCode, result.Error.TrimEnd('\n').Split('\n')[^1]));
        Assert.Equal(before, File.ReadAllText(_checkout.Path(Prod)));
        Assert.StartsWith("prod: Kubernetes 1.35 to 1.36, 1 update, 14 steps, 0 resources replaced\n\n== update 1: Kubernetes 1.35 to 1.36: 40 to update, 407 unchanged ==\n", result.Output, StringComparison.Ordinal);
        Assert.Contains(
            """
            1.4 node group system-node-group
                  kubelet 1.35 to 1.36
                  AMI: the newest release for that version; none is pinned
                  up to 6 more nodes than the 6 that it may have are launched first (DEFAULT), then 1 at a time drained
                  ! quota L-1216C47A (Running On-Demand Standard (A, C, D, H, I, M, R, T, Z) instances) has to allow 36 vCPUs meanwhile, 24 more than at maximum; EC2 has to have the instances, too

            """.TrimEnd('\n') + "\n",
            result.Output,
            StringComparison.Ordinal);
        Assert.Contains(
            """
            1.14 node group gpu-inference-prod-h100
                  kubelet 1.35 to 1.36
                  AMI: the newest release for that version; none is pinned
                  1 node at a time is drained and ended before new ones start (MINIMAL): no instance beyond the 2 that it may have
                  8 of its nvidia.com/gpu are away at a time
                  changes: aws:eks:NodeGroup h100-node-group
            """,
            result.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_versions_are_two_updates_and_the_file_has_the_first()
    {
        _checkout.Replace(Dev, "    eks:\n", "    eks:\n      version: '1.34'   # the oldest\n");
        var before = File.ReadAllText(_checkout.Path(Dev));

        var result = await _checkout.RunAsync("upgrade", "dev", "--kubernetes", "1.36");

        Assert.Equal(
            (0, "Pulumi.dev.yaml: written with Kubernetes 1.35; './run up dev' does the first update, and './run upgrade dev --kubernetes 1.36' goes on then"),
            (result.ExitCode, result.Error.TrimEnd('\n').Split('\n')[^1]));
        Assert.StartsWith("dev: Kubernetes 1.34 to 1.35 to 1.36, 2 updates, ", result.Output, StringComparison.Ordinal);
        Assert.Equal(before.Replace("version: '1.34'   # the oldest", "version: \"1.35\"   # the oldest", StringComparison.Ordinal), File.ReadAllText(_checkout.Path(Dev)));
    }

    // A release of the AMI belongs to one version of Kubernetes: the program refuses another, and the upgrade says what to do first.
    [Fact]
    public async Task A_pinned_ami_release_is_in_the_way()
    {
        _checkout.Replace(Dev, "  gpu-inference:pools:\n    - name: t4\n", "  gpu-inference:pools:\n    - name: t4\n      amiReleaseVersion: 1.35.3-20260901\n");
        var before = File.ReadAllText(_checkout.Path(Dev));

        var result = await _checkout.RunAsync("upgrade", "dev", "--kubernetes", "1.36");

        Assert.Equal((1, "Pulumi.dev.yaml: left as it is; the first update can't be done yet"), (result.ExitCode, result.Error.TrimEnd('\n').Split('\n')[^1]));
        Assert.Equal(
            """
            dev: Kubernetes 1.35 to 1.36, 1 update, 0 steps, 0 resources replaced; 1 thing to do first

            == update 1: Kubernetes 1.35 to 1.36: no plan ==
            first: gpu-inference:pools[0].amiReleaseVersion: '1.35.3-20260901' is a release for Kubernetes 1.35, but the nodes have 1.36; name one for 1.36, or none for the newest
              Kubernetes 1.36 is in standard support until 2027-08-02, and in extended support, which costs more, until 2028-08-02

            """,
            result.Output);
        Assert.Equal(before, File.ReadAllText(_checkout.Path(Dev)));
    }

    [Theory]
    [InlineData("dev", "error: 'upgrade' needs --kubernetes VERSION or --base REVISION, and not both\n  './run upgrade --help' shows the usage.\n")]
    [InlineData("dev --kubernetes 1.34", "error: --kubernetes 1.34: the cluster has 1.35, and EKS never goes back: a cluster of 1.34 has to be a new one\n")]
    [InlineData("dev --kubernetes 1.37", "error: --kubernetes 1.37: of 1.37 no pins are known here; there are: 1.34, 1.35, 1.36\n")]
    [InlineData("local --kubernetes 1.36", "error: 'local' has no EKS cluster of its own; who runs it upgrades it\n")]
    public async Task What_can_not_be_done_is_said(string options, string error)
    {
        var result = await _checkout.RunAsync(["upgrade", .. options.Split(' ')]);

        Assert.Equal((2, "", error), (result.ExitCode, result.Output, result.Error));
    }
}
