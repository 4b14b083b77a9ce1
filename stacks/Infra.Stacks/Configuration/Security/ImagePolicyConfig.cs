using System.Collections.Immutable;
using Infra.Core.Configuration;

namespace Infra.Stacks.Configuration;

/// <summary>
/// Which images the pods in the environment's namespace and in those of its tenants may have. The images of the stack's own pins are allowed by themselves, and so are those that the operators of its backends add. Kubernetes
/// checks it without a webhook; what this file itself asks for is checked before anything is created.
/// </summary>
public sealed record ImagePolicyConfig
{
    /// <summary>Registries that images may come from, with or without a path, such as <c>210987654321.dkr.ecr.us-west-2.amazonaws.com</c> or <c>docker.io/istio</c>. Default: none beside the stack's own.</summary>
    [Matches("[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?(/[a-z0-9][a-z0-9._-]*)*", "a registry such as ghcr.io, or with a path such as ghcr.io/team, without a tag and without a slash at its end")]
    public ImmutableArray<string> Registries { get; init; } = [];

    /// <summary>Whether pods that break it are refused. Default: true; false warns their author and writes it to the audit log, to find out who would be refused.</summary>
    public bool Enforce { get; init; } = true;
}
