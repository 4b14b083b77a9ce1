namespace Infra.Planning.Rendering.Manifests;

internal sealed record RenderedObject : RenderedItem
{
    private const string BuiltInSuffix = ".k8s.io";

    public required string ApiVersion { get; init; }

    public required string Kind { get; init; }

    /// <summary>The API group; empty for the core.</summary>
    public string Group => ApiVersion.Contains('/') ? ApiVersion[..ApiVersion.IndexOf('/')] : "";

    /// <summary>Whether the kind is none of Kubernetes' own.</summary>
    public bool IsCustom => Group.Contains('.') && !Group.EndsWith(BuiltInSuffix, StringComparison.Ordinal);

    /// <summary>As kubectl names types: the group is told for custom resources, whose kinds are not unique.</summary>
    public override string FileName => ManifestFileName.Of(
        [Kind.ToLowerInvariant(), IsCustom ? Group : "", Namespace, Name], ".yaml");
}
