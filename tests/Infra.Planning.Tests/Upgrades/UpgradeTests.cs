using Infra.Planning.Model;
using Infra.Planning.Tests.Policies;
using Infra.Planning.Upgrades;
using Infra.TestKit.Kubernetes;

namespace Infra.Planning.Tests.Upgrades;

public sealed class UpgradeTests
{
    private const string Plan = """
        resources:
          main: {type: "aws:eks/cluster:Cluster", properties: {name: c, version: "VERSION"}}
          crds: {type: "kubernetes:helm.sh/v3:Release", properties: {chart: kserve-crd, version: CHART}}
          karpenter: {type: "kubernetes:helm.sh/v3:Release", properties: {chart: "oci://public.ecr.aws/karpenter/karpenter", version: "1.14.1"}}
          kserve: {type: "kubernetes:helm.sh/v3:Release", properties: {chart: kserve-resources, version: CHART}}
          autoscaler: {type: "kubernetes:helm.sh/v3:Release", properties: {chart: cluster-autoscaler, version: "9.59.0", values: {image: {tag: "vVERSION"}}}}
          proxy: {type: "aws:eks/addon:Addon", properties: {addonName: kube-proxy, addonVersion: "v-VERSION"}}
          csi: {type: "aws:eks/addon:Addon", properties: {addonName: aws-fsx-csi-driver, addonVersion: CSI}}
          web: {type: "aws:eks/nodeGroup:NodeGroup", properties: {nodeGroupName: web, version: "VERSION", releaseVersion: "VERSION.0-20260901", subnetIds: [a, b], scalingConfig: {maxSize: 4}, updateConfig: {maxUnavailable: 1, updateStrategy: DEFAULT}}}
          gpu: {type: "aws:eks/nodeGroup:NodeGroup", properties: {nodeGroupName: gpu, version: "VERSION", subnetIds: [a, b, c], scalingConfig: {maxSize: 10}, updateConfig: {maxUnavailablePercentage: 33, updateStrategy: MINIMAL}}}
        """;

    [Theory]
    [InlineData("1.34", "1.36", "1.35, 1.36", null)]
    [InlineData("1.35", "1.36", "1.36", null)]
    [InlineData("1.35", "1.35", "", "the cluster has 1.35 already")]
    [InlineData("1.36", "1.35", "", "the cluster has 1.36, and EKS never goes back: a cluster of 1.35 has to be a new one")]
    [InlineData("1.35", "1.37", "", "of 1.37 no pins are known here; there are: 1.34, 1.35, 1.36")]
    [InlineData("1.35", "1.38", "", "of 1.37, which is on the way to 1.38, no pins are known here; there are: 1.34, 1.35, 1.36")]
    [InlineData("1.35", "latest", "", "'latest' is no version of Kubernetes; name a minor version, such as 1.35")]
    [InlineData("1.35", "1.36.2", "", "'1.36.2' is no version of Kubernetes; name a minor version, such as 1.35")]
    public void One_minor_version_at_a_time_and_never_back(string from, string to, string way, string? problem)
    {
        var (versions, found) = UpgradePath.Between(from, to);

        Assert.Equal((way, problem), (string.Join(", ", versions), found));
    }

    [Fact]
    public void The_steps_come_in_the_order_in_which_they_are_safe()
    {
        var hop = Upgrade.Between(Of("1.34", "v0.19.0", "v1.9.0-eksbuild.1"), Of("1.35", "v0.20.0", "v1.9.0-eksbuild.1"));

        Assert.Equal(
            [
                (UpgradeStepKind.ControlPlane, "control plane 1.34 to 1.35"),
                (UpgradeStepKind.AddOns, "add-ons that EKS manages"),
                (UpgradeStepKind.Definitions, "custom resource definitions"),
                (UpgradeStepKind.ClusterAutoscaler, "Cluster Autoscaler"),
                (UpgradeStepKind.Charts, "charts"),
                (UpgradeStepKind.NodeGroup, "node group web"),
                (UpgradeStepKind.NodeGroup, "node group gpu"),
            ],
            hop.Steps.Select(step => (step.Kind, step.Title)));
        Assert.Equal(
            hop.Diff.Changes.Select(change => change.Urn.Name).Order(StringComparer.Ordinal),
            hop.Steps.SelectMany(step => step.Changes).Select(change => change.Urn.Name).Order(StringComparer.Ordinal));
        Assert.Empty(hop.Blockers);
        Assert.Equal(
            [
                "Kubernetes 1.35 is in standard support until 2027-03-27, and in extended support, which costs more, until 2028-03-27",
                "kubelet 1.34 on 2 node groups is 1 behind an API server of 1.35; 3 are allowed",
                "chart karpenter 1.14.1 runs on 1.35, says its publisher",
                "not known whether these run on 1.35; read their release notes: cluster-autoscaler, kserve-crd, kserve-resources",
            ],
            hop.Facts);
    }

    [Fact]
    public void What_each_step_does_is_said()
    {
        var steps = Upgrade.Between(Of("1.34", "v0.19.0", "v1.9.0-eksbuild.1"), Of("1.35", "v0.20.0", "v1.9.0-eksbuild.1")).Steps;

        Assert.Equal(["kube-proxy: v-1.34 to v-1.35"], steps[1].Facts);
        Assert.Equal(["kserve-crd: v0.19.0 to v0.20.0", "before the controllers and objects that use them"], steps[2].Facts);
        Assert.Equal(["registry.k8s.io/autoscaling/cluster-autoscaler:v1.35.2: its minor version is the cluster's, for it decides with that scheduler's code"], steps[3].Facts);
        Assert.Equal(
            ["kubelet 1.34 to 1.35", "AMI release 1.34.0-20260901 to 1.35.0-20260901", "up to 4 more nodes than the 4 that it may have are launched first (DEFAULT), then 1 at a time drained"],
            steps[5].Facts);
        Assert.Equal(
            ["kubelet 1.34 to 1.35", "AMI: the newest release for that version; none is pinned", "3 nodes at a time are drained and ended before new ones start (MINIMAL): no instance beyond the 10 that it may have"],
            steps[6].Facts);
    }

    [Fact]
    public void An_add_on_without_a_pin_stays_and_says_how_to_find_out()
    {
        var addOns = Upgrade.Between(Of("1.35", "v0.20.0", "v1.9.0-eksbuild.1"), Of("1.36", "v0.20.0", "null")).Steps[1];

        Assert.Equal(["kube-proxy: v-1.35 to v-1.36", "aws-fsx-csi-driver: v1.9.0-eksbuild.1, which stays"], addOns.Facts);
        Assert.Equal(
            ["no version is pinned for 1.36, and the provider leaves what it finds: aws-fsx-csi-driver; 'aws eks describe-addon-versions --kubernetes-version 1.36 --addon-name NAME' tells what fits"],
            addOns.Warnings);
    }

    [Fact]
    public void Nodes_that_are_too_old_are_in_the_way()
    {
        var before = Of("1.35", "v0.20.0", "v1.9.0-eksbuild.1", nodes: "1.32");

        Assert.Equal(
            [
                "node group web has kubelet 1.32, more than 3 minor versions behind an API server of 1.36 (kubernetes.io, \"Version Skew Policy\"); update its nodes first",
                "node group gpu has kubelet 1.32, more than 3 minor versions behind an API server of 1.36 (kubernetes.io, \"Version Skew Policy\"); update its nodes first",
            ],
            Upgrade.Between(before, Of("1.36", "v0.20.0", "v1.9.0-eksbuild.1")).Blockers);
    }

    [Fact]
    public void Objects_of_an_api_that_is_gone_are_in_the_way()
    {
        var gone = "apiVersion: policy/v1beta1\nkind: PodDisruptionBudget\nmetadata: {name: llm, namespace: serving}\nspec: {maxUnavailable: 1}";
        var after = ExamplePlan.Of([YamlJson.Parse(Text("1.36", "v0.20.0", "null", "1.36")), YamlJson.Parse(gone)]);

        var hop = Upgrade.Between(Of("1.35", "v0.20.0", "null"), after);

        Assert.StartsWith("PodDisruptionBudget serving/llm: Kubernetes", Assert.Single(hop.Blockers), StringComparison.Ordinal);
        Assert.Equal("test: Kubernetes 1.35 to 1.36, 1 update, 6 steps, 0 resources replaced; 1 thing to do first", new UpgradeReport("test", [hop]).Summary);
    }

    // Other pins than those of Kubernetes.
    [Fact]
    public void Without_another_version_of_kubernetes_there_is_no_talk_of_it()
    {
        var hop = Upgrade.Between(Of("1.35", "v0.19.0", "v1.8.0-eksbuild.1"), Of("1.35", "v0.20.0", "v1.9.0-eksbuild.1"));

        Assert.Equal([UpgradeStepKind.AddOns, UpgradeStepKind.Definitions, UpgradeStepKind.Charts], hop.Steps.Select(step => step.Kind));
        Assert.Equal(["aws-fsx-csi-driver: v1.8.0-eksbuild.1 to v1.9.0-eksbuild.1"], hop.Steps[0].Facts);
        Assert.Equal("test: 1 update, 3 steps, 0 resources replaced", new UpgradeReport("test", [hop]).Summary);
    }

    [Fact]
    public void What_can_not_be_planned_says_why()
    {
        var report = new UpgradeReport("prod", [Upgrade.Blocked("1.35", "1.36", ["gpu-inference:pools[0].amiReleaseVersion: wrong"])]);

        Assert.Equal(
            """
            prod: Kubernetes 1.35 to 1.36, 1 update, 0 steps, 0 resources replaced; 1 thing to do first

            == update 1: Kubernetes 1.35 to 1.36: no plan ==
            first: gpu-inference:pools[0].amiReleaseVersion: wrong
              Kubernetes 1.36 is in standard support until 2027-08-02, and in extended support, which costs more, until 2028-08-02
            """,
            string.Join('\n', UpgradeText.Render(report).Select(line => string.Concat(line.Segments.Select(segment => segment.Text)))));
    }

    private static Plan Of(string version, string chart, string csi, string? nodes = null) => ExamplePlan.Of([YamlJson.Parse(Text(version, chart, csi, nodes ?? version))]);

    private static string Text(string version, string chart, string csi, string nodes) => string.Join('\n', Plan.Split('\n').Select(line =>
        line.Replace("VERSION", line.Contains("nodeGroup", StringComparison.Ordinal) ? nodes : version, StringComparison.Ordinal)))
        .Replace("CHART", chart, StringComparison.Ordinal).Replace("CSI", csi, StringComparison.Ordinal);
}
