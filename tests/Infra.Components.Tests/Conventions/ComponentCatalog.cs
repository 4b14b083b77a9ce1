using Infra.Components.Accelerators;
using Infra.Components.Clusters;
using Infra.Components.Costs;
using Infra.Components.Identity;
using Infra.Components.Network;
using Infra.Components.Nodes;
using Infra.Components.Serving;
using Infra.Components.Storage;
using Infra.Components.Tests.Serving;
using Pulumi;

namespace Infra.Components.Tests.Conventions;

/// <summary>How to make each component; a new one has to be added here before the conventions hold.</summary>
internal static class ComponentCatalog
{
    public static readonly IReadOnlyDictionary<Type, Func<string, ComponentResourceOptions, ComponentResource>> All =
        new Dictionary<Type, Func<string, ComponentResourceOptions, ComponentResource>>
        {
            [typeof(GpuNodePool)] = (name, options) => new GpuNodePool(name, Samples.NodePool(name), options),
            [typeof(ClusterNetwork)] = (name, options) => new ClusterNetwork(name, Samples.Network(), options),
            [typeof(EksCluster)] = (name, options) => new EksCluster(name, Samples.Cluster(), options),
            [typeof(EksAddOn)] = (name, options) => new EksAddOn(name, Samples.AddOn(), options),
            [typeof(EnvironmentBudget)] = (name, options) => new EnvironmentBudget(name, Samples.Budget(), options),
            [typeof(SystemNodePool)] = (name, options) => new SystemNodePool(name, Samples.SystemPool(), options),
            [typeof(NvidiaDevicePlugin)] = (name, options) => new NvidiaDevicePlugin(name, Samples.DevicePlugin(Samples.GpuPool(name)), options),
            [typeof(ModelBucket)] = (name, options) => new ModelBucket(name, Samples.Bucket(), options),
            [typeof(PodIdentityRole)] = (name, options) => new PodIdentityRole(name, Samples.Role(name), options),
            [typeof(InferenceService)] = (name, options) => new InferenceService(name, ServingSamples.OnGpu(), options),
        };

    /// <summary>Children of a component named <c>a</c> that wait for what the component waits for; all others come after one of them or cost nothing.</summary>
    public static readonly IReadOnlyDictionary<Type, string[]> Roots = new Dictionary<Type, string[]>
    {
        [typeof(GpuNodePool)] = ["a-role", "a-launch-template"],
        [typeof(ClusterNetwork)] = ["a-vpc", "a-flow-logs-key", "a-flow-log-role"],
        [typeof(EksCluster)] = ["a-key", "a-logs-key", "a-role", "a-control-plane"],
        [typeof(EksAddOn)] = ["a-role", "a-addon"],
        [typeof(EnvironmentBudget)] = ["a-budget"],
        [typeof(SystemNodePool)] = ["a-role", "a-launch-template"],
        [typeof(NvidiaDevicePlugin)] = ["a-namespace", "a-release"],
        [typeof(ModelBucket)] = ["a-key", "a-bucket"],
        [typeof(PodIdentityRole)] = ["a-role"],
        [typeof(InferenceService)] = ["a-deployment"],
    };

    /// <summary>The classes of the assembly, for theories.</summary>
    public static IEnumerable<Type> Classes =>
        typeof(GpuNodePool).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(ComponentResource)));
}
