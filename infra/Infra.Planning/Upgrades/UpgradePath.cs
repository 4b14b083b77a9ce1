using Infra.Core.Versions;

namespace Infra.Planning.Upgrades;

/// <summary>
/// The minor versions between what a cluster has and what it is to have. EKS updates the control plane by one minor version at a time and never back (EKS user guide, "Update existing cluster to new
/// Kubernetes version").
/// </summary>
public static class UpgradePath
{
    /// <summary>The versions after <paramref name="from"/>, up to the target; or why there is no way.</summary>
    /// <param name="from">What the cluster has.</param>
    /// <param name="to">What it is to have.</param>
    public static (IReadOnlyList<string> Versions, string? Problem) Between(string from, string to)
    {
        if (KubernetesVersions.Minor(to) is not { } target)
        {
            return ([], $"'{to}' is no version of Kubernetes; name a minor version, such as {KubernetesVersions.Default.Version}");
        }
        if (KubernetesVersions.Minor(from) is not { } start)
        {
            return ([], $"the cluster's version is '{from}', which is none of Kubernetes");
        }
        if (target <= start)
        {
            return ([], target == start ? $"the cluster has {to} already" : $"the cluster has {from}, and EKS never goes back: a cluster of {to} has to be a new one");
        }

        var versions = Enumerable.Range(start + 1, target - start).Select(static minor => $"1.{minor}").ToList();
        return versions.FirstOrDefault(static version => KubernetesVersions.Find(version) is null) is { } unknown
            ? ([], $"of {unknown}{(unknown == to ? "" : $", which is on the way to {to},")} no pins are known here; there are: {string.Join(", ", KubernetesVersions.All.Select(static pin => pin.Version))}")
            : (versions, null);
    }
}
