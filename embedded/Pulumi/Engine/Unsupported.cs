namespace Pulumi.Embedded;

/// <summary>What would make the real plan another one than this engine can know is refused.</summary>
internal static class Unsupported
{
    public static void Refuse(ResourceRequest request)
    {
        if (request.IsRemote)
        {
            throw new EngineException(
                $"{Name(request)} is a remote component: a provider's process makes its children, and there is none in an embedded preview; use a component of this program, or preview with the Pulumi CLI");
        }

        if (request.Options.ResourceTransformsOrNull is { Count: > 0 })
        {
            throw new EngineException(
                $"{Name(request)} has ResourceTransforms, which only Pulumi's own engine calls; use ResourceTransformations, which are applied in an embedded preview too");
        }
    }

    /// <summary>Hooks don't change what is planned. Null when the resource has none.</summary>
    public static string? WarningOf(ResourceRequest request)
        => request.Options.HooksOrNull is { IsEmpty: false }
            ? $"{Name(request)} has resource hooks, which an embedded preview doesn't call"
            : null;

    private static string Name(ResourceRequest request) => $"'{request.Name}' ({request.Type})";
}
