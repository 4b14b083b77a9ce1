namespace Infra.Planning.Placement.Scheduling;

/// <summary>Names of the resources that every node has (kubernetes.io, "Resource Management for Pods and Containers").</summary>
internal static class ResourceNames
{
    public const string Cpu = "cpu";
    public const string Memory = "memory";
    public const string Disk = "ephemeral-storage";
    public const string Pods = "pods";

    /// <summary>Whether it is one of those that every node has; all others are devices or huge pages.</summary>
    public static bool IsOrdinary(string name) => name is Cpu or Memory or Disk or Pods;
}
