using System.Collections.Immutable;
using Infra.Components.Serving;
using Infra.Core.Configuration;

namespace Infra.Stacks.Configuration;

/// <summary>A container that changes requests on their way to the model and answers on their way back, where the backend has such.</summary>
public sealed record TransformerConfig
{
    /// <summary>Image with a tag other than <c>latest</c>, or a digest.</summary>
    [Matches(ContainerConfig.ImagePattern, ContainerConfig.ImageWords)]
    public required string Image { get; init; }

    /// <summary>Arguments after the image's entry point. Default: none.</summary>
    public ImmutableArray<string> Args { get; init; } = [];

    /// <summary>Port of its REST interface, above 1023. Default: 8080.</summary>
    [InRange(Min = 1024, Max = 65535)]
    public int Port { get; init; } = TransformerArgs.DefaultPort;

    /// <summary>CPU and memory of one replica; it has no devices.</summary>
    public ModelResourcesConfig Resources { get; init; } = new();

    /// <summary>The same in the form of the component.</summary>
    internal TransformerArgs ToArgs() => new()
    {
        Image = Image,
        Args = Args.IsEmpty ? null : [.. Args],
        Port = Port,
        Resources = new ResourcesArgs { Cpu = Resources.Cpu.ToString(), Memory = Resources.Memory.ToString() },
    };
}
