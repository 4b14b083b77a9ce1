using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Serving.Backends;

/// <summary>How Pulumi waits for objects of operators: of these it knows nothing by itself.</summary>
internal static class Await
{
    private const string WaitFor = "pulumi.com/waitFor";
    private const string SkipAwait = "pulumi.com/skipAwait";
    private const string DeletionPolicy = "pulumi.com/deletionPropagationPolicy";

    /// <summary>Metadata of an object that is ready with a condition, and gone only with its pods: their nodes stay until then.</summary>
    public static InputMap<string> Condition(string condition) => new() { [WaitFor] = $"condition={condition}", [DeletionPolicy] = "foreground" };

    /// <summary>Metadata of an object that nobody waits for, and that is gone only with its pods.</summary>
    public static InputMap<string> Nothing() => new() { [SkipAwait] = "true", [DeletionPolicy] = "foreground" };

    /// <summary>Metadata of an object that Pulumi knows, and so waits for by itself: except where there may be no pod that it could wait for.</summary>
    public static ObjectMetaArgs Built(ServingSpec spec)
    {
        var metadata = spec.Metadata();
        if (spec.MayBeEmpty)
        {
            metadata.Annotations = new InputMap<string> { [SkipAwait] = "true" };
        }

        return metadata;
    }

    /// <summary>Timeouts of a model's start.</summary>
    public static CustomTimeouts Timeouts(ServingSpec spec) => new()
    {
        Create = spec.Budget.PulumiTimeout,
        Update = spec.Budget.RolloutTimeout(spec.RolloutSteps),
        Delete = spec.Budget.DeleteTimeout,
    };
}
