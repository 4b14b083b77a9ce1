using System.Collections.Immutable;

namespace Infra.Core.Serving;

/// <summary>A server of the user's own.</summary>
public sealed record ContainerOptions
{
    /// <summary>Default of <see cref="Port"/>.</summary>
    public const int DefaultPort = 8080;

    /// <summary>Default of <see cref="ReadyPath"/> and <see cref="LivePath"/>.</summary>
    public const string DefaultHealthPath = "/health";

    /// <summary>Default of <see cref="ModelDirectory"/>.</summary>
    public const string DefaultModelDirectory = "/models";

    /// <summary>Image with a tag or digest.</summary>
    public required string Image { get; init; }

    /// <summary>Arguments after the image's entry point.</summary>
    public ImmutableArray<string> Arguments { get; init; } = [];

    /// <summary>Port of the REST interface.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>Port of the gRPC interface; null for none.</summary>
    public int? GrpcPort { get; init; }

    /// <summary>Path that answers 200 once the model is loaded.</summary>
    public string ReadyPath { get; init; } = DefaultHealthPath;

    /// <summary>Path that answers 200 while the server lives.</summary>
    public string LivePath { get; init; } = DefaultHealthPath;

    /// <summary>Path of the REST interface, for people and clients.</summary>
    public string ApiPath { get; init; } = "/";

    /// <summary>Path of Prometheus metrics; null for none.</summary>
    public string? MetricsPath { get; init; }

    /// <summary>Directory where the server looks for the model's files.</summary>
    public string ModelDirectory { get; init; } = DefaultModelDirectory;
}
