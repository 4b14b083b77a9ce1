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

    /// <summary>
    /// Files of its own, such as a vocabulary, in S3, on a volume or in an image; those in S3 are read with the role of the model's service account. Default:
    /// none; the image has them.
    /// </summary>
    [Input("source")]
    public ModelSourceArgs? Source { get; init; }

    /// <summary>Upper bound of the files. Default: <c>1Gi</c>.</summary>
    [Input("size")]
    public string Size { get; init; } = DefaultSize;

    /// <summary>Directory where it looks for the files. Default: <c>/mnt/models</c>.</summary>
    [Input("modelDirectory")]
    public string ModelDirectory { get; init; } = DefaultModelDirectory;

    /// <summary>Default of <see cref="Size"/>.</summary>
    public const string DefaultSize = "1Gi";

    /// <summary>Default of <see cref="ModelDirectory"/>: where KServe puts files.</summary>
    public const string DefaultModelDirectory = "/mnt/models";

    /// <summary>Default of <see cref="Port"/>.</summary>
    public const int DefaultPort = 8080;
}
