using System.Collections.Immutable;

namespace Infra.Components.Traffic.Dns;

/// <summary>
/// What ExternalDNS is told of a host that two clusters answer for: each makes its own record of the name, and Route 53 answers with the second one's while the first one's load balancer has no healthy target.
/// Aliases of load balancers need no health check for that (ExternalDNS' documentation, "Setting up ExternalDNS for Services on AWS", routing policies: a set identifier is needed, and targets' health is
/// evaluated unless somebody says otherwise; read 2026-11-22).
/// </summary>
internal static class FailoverRecords
{
    private const string Prefix = "external-dns.alpha.kubernetes.io/";

    /// <summary>Annotations of what asks for records.</summary>
    /// <param name="role">Which of the two this cluster is; null for a host of its own.</param>
    public static ImmutableSortedDictionary<string, string> Annotations(string? role) => role is null
        ? ImmutableSortedDictionary<string, string>.Empty
        : ImmutableSortedDictionary<string, string>.Empty.Add($"{Prefix}set-identifier", role).Add($"{Prefix}aws-failover", role.ToUpperInvariant());
}
