namespace Infra.Planning.Policies.Subjects;

/// <summary>Extended resources that stand for accelerators.</summary>
internal static class AcceleratorResources
{
    private static readonly string[] _prefixes = ["nvidia.com/gpu", "nvidia.com/mig-", "amd.com/gpu", "aws.amazon.com/neuron", "habana.ai/gaudi", "gpu.intel.com/"];

    public static bool Has(string resource) => _prefixes.Any(prefix => resource.StartsWith(prefix, StringComparison.Ordinal));
}
