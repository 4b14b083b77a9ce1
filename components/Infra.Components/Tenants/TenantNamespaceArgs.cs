using Pulumi;

namespace Infra.Components.Tenants;

/// <summary>Inputs of <see cref="TenantNamespace"/>.</summary>
public sealed class TenantNamespaceArgs : ResourceArgs
{
    /// <summary>Name of the tenant. A DNS label of at most 40 characters.</summary>
    [Input("tenant", required: true)]
    public required string Tenant { get; init; }

    /// <summary>Name of the namespace. A DNS label.</summary>
    [Input("namespaceName", required: true)]
    public required string NamespaceName { get; init; }

    /// <summary>Further labels of the namespace. Default: none.</summary>
    [Input("labels")]
    public Dictionary<string, string> Labels { get; init; } = [];

    /// <summary>Annotations of the namespace. Default: none.</summary>
    [Input("annotations")]
    public Dictionary<string, string> Annotations { get; init; } = [];

    /// <summary>What all objects of the namespace may have together: Kubernetes quantities by the names of a ResourceQuota, such as <c>requests.nvidia.com/gpu</c>. Default: no limit.</summary>
    [Input("quota")]
    public Dictionary<string, string>? Quota { get; init; }

    /// <summary>CPU and memory of containers that don't say theirs: without them a quota refuses the pod.</summary>
    [Input("defaults")]
    public ContainerDefaultsArgs Defaults { get; init; } = new();

    /// <summary>Kubernetes groups of those who may look. Default: none.</summary>
    [Input("viewers")]
    public List<string> Viewers { get; init; } = [];

    /// <summary>Kubernetes groups of those who run models and work. Default: none.</summary>
    [Input("developers")]
    public List<string> Developers { get; init; } = [];

    /// <summary>Kubernetes groups of those who mend what runs. Default: none.</summary>
    [Input("operators")]
    public List<string> Operators { get; init; } = [];

    /// <summary>Further namespaces that the tenant's own work may call; these have to let it in. Default: none.</summary>
    [Input("calledNamespaces")]
    public List<string> CalledNamespaces { get; init; } = [];

    /// <summary>The queue of the tenant's jobs; Kueue has to be there. Default: none.</summary>
    [Input("queue")]
    public TenantQueueArgs? Queue { get; init; }
}

/// <summary>CPU and memory of containers that don't say theirs.</summary>
public sealed class ContainerDefaultsArgs : ResourceArgs
{
    /// <summary>CPU request. Default: 100m.</summary>
    [Input("cpu")]
    public string Cpu { get; init; } = DefaultCpu;

    /// <summary>Memory request. Default: 256Mi.</summary>
    [Input("memory")]
    public string Memory { get; init; } = DefaultMemory;

    /// <summary>Default of <see cref="Cpu"/>.</summary>
    public const string DefaultCpu = "100m";

    /// <summary>Default of <see cref="Memory"/>.</summary>
    public const string DefaultMemory = "256Mi";
}
