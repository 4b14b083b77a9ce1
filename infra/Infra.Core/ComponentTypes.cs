namespace Infra.Core;

/// <summary>
/// The type token of every component, which is part of each child's URN. Changing one replaces all resources below it
/// unless an alias says otherwise.
/// </summary>
public static class ComponentTypes
{
    /// <summary>Pulumi package of the components.</summary>
    public const string Package = "gpu-inference";

    /// <summary>Token of the VPC.</summary>
    public const string ClusterNetwork = Package + ":index:ClusterNetwork";

    /// <summary>Token of the EKS cluster.</summary>
    public const string EksCluster = Package + ":index:EksCluster";

    /// <summary>Token of an add-on that EKS manages.</summary>
    public const string EksAddOn = Package + ":index:EksAddOn";

    /// <summary>Token of the pool of nodes for controllers and add-ons.</summary>
    public const string SystemNodePool = Package + ":index:SystemNodePool";

    /// <summary>Token of the environment's budget.</summary>
    public const string EnvironmentBudget = Package + ":index:EnvironmentBudget";

    /// <summary>Token of the GPU node pool.</summary>
    public const string GpuNodePool = Package + ":index:GpuNodePool";

    /// <summary>Token of the NVIDIA device plugin.</summary>
    public const string NvidiaDevicePlugin = Package + ":index:NvidiaDevicePlugin";

    /// <summary>Token of the model bucket.</summary>
    public const string ModelBucket = Package + ":index:ModelBucket";

    /// <summary>Token of an IAM role that pods take on through EKS Pod Identity.</summary>
    public const string PodIdentityRole = Package + ":index:PodIdentityRole";

    /// <summary>Token of one served model.</summary>
    public const string InferenceService = Package + ":index:InferenceService";
}
