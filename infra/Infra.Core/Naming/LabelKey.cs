using Infra.Core.Configuration;

namespace Infra.Core.Naming;

/// <summary>The key of a Kubernetes label or taint: a name, with a DNS domain and a slash before it or without.</summary>
public static class LabelKey
{
    // What the EKS API answers: "Label cannot contain reserved prefixes" with this list.
    private static readonly string[] Reserved = ["kubernetes.io/", "k8s.io/", "eks.amazonaws.com/"];

    // The rules of NodePool's own definition (karpenter.sh_nodepools, v1.14.1); EKS Auto Mode has the same.
    private static readonly string[] KarpentersOwn = ["karpenter.sh", "karpenter.k8s.aws"];

    /// <summary>The complaint about a key, fit for <see cref="ConfigProblems.Add"/>; null if Kubernetes accepts it.</summary>
    /// <param name="key">The key to judge.</param>
    public static string? Problem(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        var isValid = NameRules.LabelName.Accepts(key[(slash + 1)..]) && (slash < 0 || NameRules.DnsSubdomain.Accepts(key[..slash]));
        return isValid
            ? null
            : $"{Shown.Quoted(key)} is not a Kubernetes label key; allowed: an optional DNS domain with a '/', then a name of 1 to 63 characters, {NameRules.LabelName.Allowed}";
    }

    /// <summary>
    /// The complaint about a key that EKS refuses on a managed node group because it keeps the domain for itself or Kubernetes; null for all others.
    /// </summary>
    /// <param name="key">A key that <see cref="Problem"/> has nothing against.</param>
    public static string? ReservedOnNodeGroup(string key) =>
        Array.Exists(Reserved, prefix => key.Contains(prefix, StringComparison.Ordinal))
            ? $"{Shown.Quoted(key)} is reserved: EKS refuses node group labels that contain {string.Join(", ", Reserved)}; use a domain of your own"
            : null;

    /// <summary>The complaint about a key that a node pool of Karpenter or of EKS Auto Mode refuses because it keeps the domain for itself; null for all others.</summary>
    /// <param name="key">A key that <see cref="Problem"/> has nothing against.</param>
    public static string? ReservedByKarpenter(string key) =>
        Array.Exists(KarpentersOwn, domain => key.Split('/')[0].EndsWith(domain, StringComparison.Ordinal))
            ? $"{Shown.Quoted(key)} is reserved: node pools refuse labels of the domains {string.Join(", ", KarpentersOwn)}; use a domain of your own"
            : null;
}
