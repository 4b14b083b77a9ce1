namespace Infra.Core.Catalog;

/// <summary>One way to cut a piece out of a GPU (Multi-Instance GPU).</summary>
/// <param name="Name">NVIDIA's name, for example <c>1g.5gb</c>: compute slices, then memory in rounded GB.</param>
/// <param name="ComputeSlices">Compute slices that a piece takes.</param>
/// <param name="MemorySlices">Memory slices that a piece takes.</param>
/// <param name="MaxPerGpu">Pieces of this profile that fit a GPU that holds nothing else.</param>
public sealed record MigProfile(string Name, int ComputeSlices, int MemorySlices, int MaxPerGpu)
{
    /// <summary>The extended resource under which the device plugin offers the pieces with the mixed strategy.</summary>
    public string Resource => $"nvidia.com/mig-{Name}";
}
