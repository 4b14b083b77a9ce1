using Pulumi;

namespace Infra.Components.Serving.KServe;

/// <summary>The model of a predictor.</summary>
public sealed class KServeModelArgs : ResourceArgs
{
    /// <summary>Its format.</summary>
    [Input("modelFormat", required: true)]
    public required Input<KServeModelFormatArgs> ModelFormat { get; init; }

    /// <summary>Name of the <see cref="KServeServingRuntime"/>.</summary>
    [Input("runtime", required: true)]
    public required Input<string> Runtime { get; init; }
}
