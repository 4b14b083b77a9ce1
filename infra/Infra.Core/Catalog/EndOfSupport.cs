using System.Collections.Immutable;

namespace Infra.Core.Catalog;

/// <summary>The last software that runs on an accelerator which its maker no longer supports.</summary>
/// <param name="DriverBranch">The last branch of NVIDIA's driver, for example 580.</param>
/// <param name="DriverSource">Where that was read.</param>
/// <param name="Runtimes">The newest runtimes that are known to work; later ones may or may not.</param>
public sealed record EndOfSupport(int DriverBranch, FactSource DriverSource, ImmutableArray<LastRuntime> Runtimes)
{
    /// <summary>All of it as one clause for a message.</summary>
    public override string ToString() =>
        $"its last NVIDIA driver branch is {DriverBranch}, and the newest images known to run on it are {string.Join(" and ", Runtimes)}";
}
