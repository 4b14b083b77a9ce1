using System.Collections.Immutable;
using Pulumi;

namespace Infra.Components.Jobs;

/// <summary>What the pods of a job may do in AWS.</summary>
/// <param name="ClusterName">EKS cluster of the pods; null where they may do nothing.</param>
/// <param name="Policies">IAM policy documents, each with what its resource's name appends to the component's. The first is the role's main one.</param>
internal sealed record JobAccess(Input<string>? ClusterName, ImmutableArray<(string Suffix, Input<string> Policy)> Policies)
{
    /// <summary>The access of these policies, of which null ones are none.</summary>
    public static JobAccess Of(Input<string>? clusterName, params ReadOnlySpan<(string Suffix, Input<string>? Policy)> policies)
    {
        var given = ImmutableArray.CreateBuilder<(string, Input<string>)>();
        foreach (var (suffix, policy) in policies)
        {
            if (policy is not null)
            {
                given.Add((suffix, policy));
            }
        }

        return new JobAccess(clusterName, given.ToImmutable());
    }
}
