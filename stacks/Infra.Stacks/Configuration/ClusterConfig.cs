using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Stacks.Rules;

namespace Infra.Stacks.Configuration;

/// <summary>The Kubernetes cluster of the environment: exactly one of the three.</summary>
public sealed record ClusterConfig : IConfigRules
{
    /// <summary>An EKS cluster that the stack makes, with network, nodes for controllers, and add-ons.</summary>
    public EksConfig? Eks { get; init; }

    /// <summary>An EKS cluster that exists already.</summary>
    public ExistingClusterConfig? Existing { get; init; }

    /// <summary>Any cluster that a kubeconfig reaches.</summary>
    public KubeconfigConfig? Kubeconfig { get; init; }

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        var named = new[] { ("eks", Eks is not null), ("existing", Existing is not null), ("kubeconfig", Kubeconfig is not null) }
            .Where(kind => kind.Item2)
            .Select(kind => kind.Item1)
            .ToList();
        if (named.Count != 1)
        {
            var has = named.Count == 0 ? "none of eks, existing and kubeconfig" : string.Join(" and ", named);
            problems.Add(path, $"has {has}; exactly one of them says which cluster it is");
        }
    }
}

/// <summary>An EKS cluster that exists already; it must run the Pod Identity agent add-on.</summary>
public sealed record ExistingClusterConfig : IConfigRules
{
    /// <summary>Name of the cluster.</summary>
    [Matches("[0-9A-Za-z][0-9A-Za-z_-]{0,99}", "an EKS cluster name: letters, digits, '-' and '_', at most 100 characters")]
    public required string Name { get; init; }

    /// <summary>Zones in which pools launch nodes; at least one.</summary>
    [NonEmpty]
    public required ImmutableArray<ZoneConfig> Zones { get; init; }

    /// <summary>
    /// Whether the cluster runs an autoscaler that grows the pools from their minimum to their maximum. Default: false; then
    /// a model may count on the minimum only.
    /// </summary>
    public bool NodeAutoscaler { get; init; }

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems) =>
        ZoneRules.CheckUnique(ConfigPath.Key(path, "zones"), Zones, problems);
}

/// <summary>An availability zone.</summary>
public sealed record ZoneConfig
{
    /// <summary>Name of the zone, e.g. <c>us-west-2a</c>.</summary>
    [Matches("[a-z]{2}(-[a-z]+)+-[0-9][a-z]", "an availability zone such as us-west-2a")]
    public required string Name { get; init; }

    /// <summary>Private subnet of the nodes in this zone.</summary>
    [Matches("subnet-[0-9a-f]+", "a subnet id such as subnet-0a1b2c3d4e5f60718")]
    public required string SubnetId { get; init; }
}

/// <summary>A cluster that a kubeconfig reaches: kind, k3d, minikube or any other.</summary>
public sealed record KubeconfigConfig
{
    /// <summary>Context of the kubeconfig. It also identifies the cluster: another context means other objects.</summary>
    [NonEmpty]
    public required string Context { get; init; }

    /// <summary>
    /// Path of the kubeconfig. Default: <c>~/.kube/config</c>. <c>KUBECONFIG</c> is not asked: a plan must not depend on a shell.
    /// </summary>
    [NonEmpty]
    public string Path { get; init; } = "~/.kube/config";
}
