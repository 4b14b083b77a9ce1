using Infra.Core.Versions;
using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Reliability;

/// <summary>Nodes, charts, images and drivers are of versions that somebody still mends.</summary>
internal sealed class PinsInSupport : IPolicyRule
{
    private const string Release = "kubernetes:helm.sh/v3:Release";

    public RuleDescription About { get; } = new(
        "REL021",
        PolicySeverity.Warning,
        "What is pinned is in its publisher's support, and stays so for 60 days",
        "A hole that is found the day after is mended in a version that the platform can't take without the upgrade that was put off, and then in a hurry. Nodes out of support get no new AMI: a pool can't even be replaced.",
        "EKS user guide, \"Understand the Kubernetes version lifecycle on EKS\"; the pins, each with its source");

    public IEnumerable<Verdict> Check(PolicyContext context) => Nodes(context).Concat(Drivers(context)).Concat(Charts(context)).Concat(Images(context));

    private static IEnumerable<Verdict> Nodes(PolicyContext context) =>
        from nodes in context.OfType(PolicyPools.NodeGroup)
        from verdict in nodes.Judge(nodes["version"], version => Support.Problem(
            $"Kubernetes {version.Text}", KubernetesVersions.Find(version.Text), context.On, "no AMI follows for such nodes: './run upgrade' shows the way"))
        select verdict;

    // Newer branches know these GPUs no more, so that the nodes stay with this one.
    private static IEnumerable<Verdict> Drivers(PolicyContext context) =>
        from pool in context.Pools
        from branch in pool.Types.Select(type => type.Accelerator?.Model.EndOfSupport?.DriverBranch).OfType<int>().Distinct()
        where branch == Pins.NvidiaDriverForVolta.Branch
        let problem = Support.Problem($"driver branch {branch}, the last one for these GPUs,", Pins.NvidiaDriverForVolta, context.On, "move the pool's models to newer GPUs")
        where problem is not null
        select pool.Subject.Finding(pool.InstanceTypeField, problem);

    private static IEnumerable<Verdict> Charts(PolicyContext context) =>
        from release in context.OfType(Release)
        let name = ChartOf(release["chart"].Text)
        from pin in PinnedCharts.All.Where(chart => chart.Name == name && chart.EndOfSupport is not null)
        from verdict in release.Judge(release["version"], version => version.Text == pin.Version
            ? Support.Problem($"chart {name} {pin.Version}", pin, context.On, "read the release notes of its successor and move the pin")
            : null)
        select verdict;

    private static IEnumerable<Verdict> Images(PolicyContext context) =>
        from pod in context.Pods
        from container in pod.AllContainers
        let image = container.Body["image"]
        from pin in PinnedImages.All.Where(pin => pin.EndOfSupport is not null && image.Text is { } text && IsOf(text, pin))
        let problem = Support.Problem(pin.Tagged, pin, context.On, "move the pin to a newer release")
        where problem is not null
        select pod.Owner.Finding(image, problem);

    // A chart of an OCI registry is named by its address.
    private static string? ChartOf(string? chart) => chart?[(chart.LastIndexOf('/') + 1)..];

    // With its digest, and from whatever registry it is copied to.
    private static bool IsOf(string image, ImagePin pin)
    {
        var tagged = image.Split('@')[0];
        var path = pin.Tagged[pin.Tagged.IndexOf('/', StringComparison.Ordinal)..];
        return tagged == pin.Tagged || tagged.EndsWith(path, StringComparison.Ordinal);
    }
}
