namespace Infra.Stacks.Configuration;

/// <summary>What the cluster refuses.</summary>
public sealed record SecurityConfig
{
    /// <summary>Which images pods of models and jobs may have. Default: any.</summary>
    public ImagePolicyConfig? ImagePolicy { get; init; }
}
