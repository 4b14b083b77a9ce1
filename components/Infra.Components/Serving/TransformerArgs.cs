using Pulumi;

namespace Infra.Components.Serving;

/// <summary>A container that changes requests on their way to the model and answers on their way back.</summary>
public sealed class TransformerArgs : ResourceArgs
{
    /// <summary>Image with a tag or digest.</summary>
    [Input("image", required: true)]
    public required string Image { get; init; }

    /// <summary>Arguments after the image's entry point. Default: none.</summary>
    [Input("args")]
    public List<string>? Args { get; init; }

    /// <summary>Port of its REST interface. Default: 8080.</summary>
    [Input("port")]
    public int Port { get; init; } = DefaultPort;

    /// <summary>Needs of one replica; no devices.</summary>
    [Input("resources", required: true)]
    public required ResourcesArgs Resources { get; init; }

    /// <summary>Default of <see cref="Port"/>.</summary>
    public const int DefaultPort = 8080;
}
