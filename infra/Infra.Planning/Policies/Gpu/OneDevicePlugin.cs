using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Gpu;

/// <summary>Nobody registers a GPU twice.</summary>
internal sealed class OneDevicePlugin : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "GPU009",
        PolicySeverity.Error,
        "Each GPU node has one device plugin",
        "Two plugins register nvidia.com/gpu with the same kubelet: the later one takes over, counts jump, and pods get GPUs that others hold. Bottlerocket's NVIDIA image and EKS Auto Mode bring their own.",
        "EKS user guide, \"EKS Auto Mode\": the device plugin is built in; bottlerocket.dev, kubelet-device-plugins");

    public IEnumerable<Verdict> Check(PolicyContext context)
    {
        var plugins = DevicePlugins.Of(context).ToList();
        var nvidia = context.Pools.Where(pool => pool.HasNvidia).ToList();
        var both = from plugin in plugins
                   where !plugin.IsOperator && plugins.Any(other => other.IsOperator)
                   select plugin.Subject.Finding("the GPU operator of this plan brings its own device plugin; remove this one, or set devicePlugin.enabled: false there");
        var needless = from plugin in plugins
                       where nvidia.Count > 0 && nvidia.All(pool => pool.BringsDevicePlugin == true)
                       select plugin.Subject.Finding($"the image of every GPU pool brings a device plugin ({string.Join(", ", nvidia.Select(pool => pool.Name).Take(3))}); remove this one");
        return both.Concat(needless);
    }
}
