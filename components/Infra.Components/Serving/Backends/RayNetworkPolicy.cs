using Infra.Components.Serving.Ray;
using Net = Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Infra.Components.Serving.Backends;

/// <summary>Who talks within a model's Ray cluster; whoever calls the model is let in by the model's own policy.</summary>
internal static class RayNetworkPolicy
{
    /// <summary>Component of the head, which is no pod of the model.</summary>
    public const string HeadComponent = "ray-head";

    /// <summary>The policy's inputs.</summary>
    public static Net.NetworkPolicyArgs For(ServingSpec spec)
    {
        var metadata = spec.Metadata();
        metadata.Name = $"{spec.Args.Model}-ray";
        return new Net.NetworkPolicyArgs { Metadata = metadata, Spec = RayNetwork.Policy(spec.Args.Model, spec.Args.Ray?.Redis) };
    }
}
