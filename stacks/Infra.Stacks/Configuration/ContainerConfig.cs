using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Core.Serving;

namespace Infra.Stacks.Configuration;

/// <summary>
/// A model server of your own, for the runtime <c>container</c>. It runs as an unprivileged user that its image doesn't know, on a read-only file system; <c>/tmp</c> is writable.
/// </summary>
public sealed record ContainerConfig
{
    /// <summary>Image with a tag other than <c>latest</c>, or a digest.</summary>
    [Matches(ImagePattern, ImageWords)]
    public required string Image { get; init; }

    /// <summary>Arguments after the image's entry point. Default: none.</summary>
    public ImmutableArray<string> Args { get; init; } = [];

    /// <summary>Port of the REST interface, above 1023: the user is not root. Default: 8080.</summary>
    [InRange(Min = 1024, Max = 65535)]
    public int Port { get; init; } = ContainerOptions.DefaultPort;

    /// <summary>Port of the gRPC interface. Default: none.</summary>
    [InRange(Min = 1024, Max = 65535)]
    public int? GrpcPort { get; init; }

    /// <summary>Path that answers 200 once the model is loaded. Default: /health.</summary>
    [Matches("/.*", "a path that begins with '/'")]
    public string ReadyPath { get; init; } = ContainerOptions.DefaultHealthPath;

    /// <summary>Path that answers 200 while the server lives. Default: /health.</summary>
    [Matches("/.*", "a path that begins with '/'")]
    public string LivePath { get; init; } = ContainerOptions.DefaultHealthPath;

    /// <summary>Path of the REST interface, for the endpoint that the stack puts out. Default: /.</summary>
    [Matches("/.*", "a path that begins with '/'")]
    public string ApiPath { get; init; } = "/";

    /// <summary>Path of Prometheus metrics on the port of the REST interface. Default: none.</summary>
    [Matches("/.*", "a path that begins with '/'")]
    public string? MetricsPath { get; init; }

    /// <summary>Directory where the server looks for the model's files. Default: /models.</summary>
    [Matches("/.+", "an absolute path")]
    public string ModelDirectory { get; init; } = ContainerOptions.DefaultModelDirectory;

    /// <summary>Form of an image that doesn't float.</summary>
    internal const string ImagePattern = @"[^\s:@]+(:\d+/[^\s:@]+)?(:(?!latest$)[A-Za-z0-9_][A-Za-z0-9_.-]*|(:[A-Za-z0-9_][A-Za-z0-9_.-]*)?@sha256:[0-9a-f]{64})";

    /// <summary>The same in words.</summary>
    internal const string ImageWords = "an image with a tag other than latest, or with a digest";

    /// <summary>The same in the form of the runtime.</summary>
    internal ContainerOptions ToOptions() => new()
    {
        Image = Image,
        Arguments = Args,
        Port = Port,
        GrpcPort = GrpcPort,
        ReadyPath = ReadyPath,
        LivePath = LivePath,
        ApiPath = ApiPath,
        MetricsPath = MetricsPath,
        ModelDirectory = ModelDirectory,
    };
}
