using System.Collections.Immutable;
using Infra.Core.Catalog;
using Infra.Core.Serving.ColdStart;
using Infra.Core.Units;

namespace Infra.Core.Serving;

/// <summary>A server of the user's own: it says where it listens, and brings everything else.</summary>
public static class PlainContainer
{

    /// <summary>The runtime for one model.</summary>
    /// <param name="request">The model and its container.</param>
    public static RuntimeSpec For(RuntimeRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var container = request.Container ?? throw new ArgumentException("There is no container.", nameof(request));
        return new RuntimeSpec
        {
            Name = Runtimes.ContainerName,
            // Nobody else knows it.
            ModelFormat = Runtimes.ContainerName,
            Image = container.Image,
            Architectures = [CpuArchitecture.Amd64],
            Arguments = container.Arguments,
            // The root file system is read-only, and most libraries write something to the home directory.
            Environment = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("HOME", "/tmp"),
            HttpPort = container.Port,
            GrpcPort = container.GrpcPort,
            ApiPath = container.ApiPath == "/" ? "" : container.ApiPath,
            ReadyPath = container.ReadyPath,
            LivePath = container.LivePath,
            ModelDirectory = container.ModelDirectory,
            ConfigurationDirectory = "",
            ConfigurationFiles = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal),
            ModelFiles = new ModelFiles("*", "file"),
            Metrics = container.MetricsPath is { } path ? new RuntimeMetrics { Path = path } : null,
            // Nobody told us; an image with CUDA and a framework takes that much.
            ImageSize = ByteSize.FromGibibytes(request.Devices > 0 ? 6 : 1),
            Engine = [new ColdStartFigure("start of the container", 60, null, null)],
        };
    }
}
