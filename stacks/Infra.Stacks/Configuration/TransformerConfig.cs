using System.Collections.Immutable;
using Infra.Components.Serving;
using Infra.Core.Configuration;
using Infra.Core.Serving;
using Infra.Core.Units;

namespace Infra.Stacks.Configuration;

/// <summary>A container that changes requests on their way to the model and answers on their way back, where the backend has such.</summary>
public sealed record TransformerConfig : IConfigRules
{
    /// <summary>Image with a tag other than <c>latest</c>, or a digest.</summary>
    [Matches(ContainerConfig.ImagePattern, ContainerConfig.ImageWords)]
    public required string Image { get; init; }

    /// <summary>Arguments after the image's entry point. Default: none.</summary>
    public ImmutableArray<string> Args { get; init; } = [];

    /// <summary>Port of its REST interface, above 1023. Default: 8080.</summary>
    [InRange(Min = 1024, Max = 65535)]
    public int Port { get; init; } = TransformerArgs.DefaultPort;

    /// <summary>
    /// Files of its own, such as a vocabulary: <c>s3://BUCKET/PATH</c>, <c>pvc://VOLUME/PATH</c> or <c>oci://IMAGE</c>. Default: none; the image has them.
    /// </summary>
    public string? Source { get; init; }

    /// <summary>Upper bound of the files. Default: 1Gi.</summary>
    [InRange<ByteSize>(Min = "1Mi", Max = "64Gi")]
    public ByteSize Size { get; init; } = ByteSize.FromGibibytes(1);

    /// <summary>Directory where it looks for the files. Default: /mnt/models.</summary>
    [Matches("/.+", "an absolute path")]
    public string ModelDirectory { get; init; } = TransformerArgs.DefaultModelDirectory;

    /// <summary>CPU and memory of one replica; it has no devices.</summary>
    public ModelResourcesConfig Resources { get; init; } = new();

    /// <summary>The source; null for none and for what is none.</summary>
    internal ModelSource? ParsedSource => Source is null ? null : ModelSource.TryParse(Source);

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        var at = ConfigPath.Key(path, "source");
        if (Source is not null && ParsedSource is null)
        {
            problems.Add(at, $"{Shown.Quoted(Source)} is no source; {ModelSource.AllowedFor(Source)}");
        }

        TransformerRules.CheckSource(at, ModelSource.KindOf(ParsedSource), problems);
    }

    /// <summary>The same in the form of the component.</summary>
    /// <param name="source">Its files; null where the image has them.</param>
    internal TransformerArgs ToArgs(ModelSourceArgs? source) => new()
    {
        Source = source,
        Size = Size.ToString(),
        ModelDirectory = ModelDirectory,
        Image = Image,
        Args = Args.IsEmpty ? null : [.. Args],
        Port = Port,
        Resources = new ResourcesArgs { Cpu = Resources.Cpu.ToString(), Memory = Resources.Memory.ToString() },
    };
}
