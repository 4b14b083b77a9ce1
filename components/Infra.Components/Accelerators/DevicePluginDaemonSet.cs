using Infra.Components.Nodes;
using Infra.Components.Serving;
using Infra.Components.Shared;
using Infra.Core.Catalog;
using Infra.Core.Configuration;
using Infra.Core.Nodes;
using Infra.Core.Versions;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Apps = Pulumi.Kubernetes.Apps.V1;

namespace Infra.Components.Accelerators;

/// <summary>A device plugin of which no chart can be used: a daemon set of our own, in a namespace whose pods may mount files of their node.</summary>
internal sealed record DevicePluginDaemonSet
{
    // Where every device plugin meets the kubelet (Kubernetes documentation, "Device Plugins").
    private const string KubeletPlugins = "/var/lib/kubelet/device-plugins";

    // Kubernetes' own class for pods that a node is of no use without; may be used in any namespace.
    private const string NodeCritical = "system-node-critical";

    /// <summary>Name of the daemon set and its container.</summary>
    public required string Name { get; init; }

    /// <summary>What it advertises.</summary>
    public required DeviceVendor Vendor { get; init; }

    /// <summary>The image.</summary>
    public required string Image { get; init; }

    /// <summary>Whether the container has to be privileged.</summary>
    public bool Privileged { get; init; }

    /// <summary>Further directories of the node that it reads, by the name of the volume.</summary>
    public IReadOnlyDictionary<string, string> NodeDirectories { get; init; } = new Dictionary<string, string>();

    /// <summary>Declares it as children of a component.</summary>
    /// <exception cref="ResourceException">A pool has other devices; the message names every such pool.</exception>
    public void Create(ComponentResource parent, string type, string name, string namespaceName, List<PoolReferenceArgs> pools, ComponentResourceOptions? options)
    {
        RefuseOtherPools(parent, type, name, pools);
        var own = PrivilegedNamespace.Create($"{name}-namespace", namespaceName, Children.Root(parent, options));
        _ = new Apps.DaemonSet($"{name}-daemon-set", new DaemonSetArgs
        {
            Metadata = new ObjectMetaArgs { Name = Name, Namespace = own.Metadata.Apply(metadata => metadata.Name), Labels = ManagedBy.Labels(Name, name, "device-plugin") },
            Spec = new DaemonSetSpecArgs
            {
                Selector = new LabelSelectorArgs { MatchLabels = ManagedBy.Selector(name, "device-plugin") },
                Template = new PodTemplateSpecArgs
                {
                    Metadata = new ObjectMetaArgs { Labels = ManagedBy.Labels(Name, name, "device-plugin") },
                    Spec = Pod(pools),
                },
            },
        }, Children.Root(parent, options));
    }

    private PodSpecArgs Pod(List<PoolReferenceArgs> pools)
    {
        var container = new ContainerArgs
        {
            Name = Name,
            Image = Image,
            // Our estimate for a daemon that watches device files. No memory limit: a plugin that is killed for it takes the node's devices off the scheduler's list.
            Resources = new ResourceRequirementsArgs { Requests = { ["cpu"] = "50m", ["memory"] = "64Mi" } },
            SecurityContext = Privileged
                ? new SecurityContextArgs { Privileged = true }
                : new SecurityContextArgs { AllowPrivilegeEscalation = false, Capabilities = new CapabilitiesArgs { Drop = "ALL" } },
        };
        var pod = new PodSpecArgs { PriorityClassName = NodeCritical, AutomountServiceAccountToken = false, EnableServiceLinks = false, Containers = { container } };
        foreach (var (volume, path) in NodeDirectories.Prepend(KeyValuePair.Create("device-plugins", KubeletPlugins)))
        {
            container.VolumeMounts.Add(new VolumeMountArgs { Name = volume, MountPath = path });
            pod.Volumes.Add(new VolumeArgs { Name = volume, HostPath = new HostPathVolumeSourceArgs { Path = path } });
        }

        PoolBinding.Apply([.. pools.OrderBy(pool => pool.Name, StringComparer.Ordinal)], [CpuArchitecture.Amd64], pod);
        return pod;
    }

    private void RefuseOtherPools(ComponentResource parent, string type, string name, List<PoolReferenceArgs> pools)
    {
        var problems = new ConfigProblems();
        for (var i = 0; i < pools.Count; i++)
        {
            if (pools[i].DeviceResource is var resource && resource != Vendor.Resource())
            {
                problems.Add(
                    ConfigPath.Index(ConfigPath.Key(name, "pools"), i),
                    $"the pool '{pools[i].Name}' has {resource ?? "no devices"}, not {Vendor.Resource()}; {Vendor.Name()} come on edge pools and existing nodes only, EC2 has no current instance type with them");
            }
        }

        problems.ThrowAt(parent, type);
    }
}
