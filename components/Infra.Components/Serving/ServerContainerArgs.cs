using Infra.Core.Serving;
using Pulumi;

namespace Infra.Components.Serving;

/// <summary>A model server of the user's own. It runs as any user, without root and on a read-only file system; <c>/tmp</c> is writable.</summary>
public sealed class ServerContainerArgs : ResourceArgs
{
    /// <summary>Image with a tag or digest.</summary>
    [Input("image", required: true)]
    public required string Image { get; init; }

    /// <summary>Arguments after the image's entry point. Default: none.</summary>
    [Input("args")]
    public List<string>? Args { get; init; }

    /// <summary>Port of the REST interface. Default: 8080.</summary>
    [Input("port")]
    public int Port { get; init; } = ContainerOptions.DefaultPort;

    /// <summary>Port of the gRPC interface. Default: none.</summary>
    [Input("grpcPort")]
    public int? GrpcPort { get; init; }

    /// <summary>Path that answers 200 once the model is loaded. Default: /health.</summary>
    [Input("readyPath")]
    public string ReadyPath { get; init; } = ContainerOptions.DefaultHealthPath;

    /// <summary>Path that answers 200 while the server lives. Default: /health.</summary>
    [Input("livePath")]
    public string LivePath { get; init; } = ContainerOptions.DefaultHealthPath;

    /// <summary>Path of the REST interface, for people and clients. Default: /.</summary>
    [Input("apiPath")]
    public string ApiPath { get; init; } = "/";

    /// <summary>Path of Prometheus metrics on <see cref="Port"/>. Default: none.</summary>
    [Input("metricsPath")]
    public string? MetricsPath { get; init; }

    /// <summary>Directory where the server looks for the model's files. Default: /models.</summary>
    [Input("modelDirectory")]
    public string ModelDirectory { get; init; } = ContainerOptions.DefaultModelDirectory;

    /// <summary>The input form of options; null for none.</summary>
    public static ServerContainerArgs? From(ContainerOptions? options) => options is null ? null : new ServerContainerArgs
    {
        Image = options.Image,
        Args = options.Arguments.IsEmpty ? null : [.. options.Arguments],
        Port = options.Port,
        GrpcPort = options.GrpcPort,
        ReadyPath = options.ReadyPath,
        LivePath = options.LivePath,
        ApiPath = options.ApiPath,
        MetricsPath = options.MetricsPath,
        ModelDirectory = options.ModelDirectory,
    };

    /// <summary>The options that these inputs mean.</summary>
    internal ContainerOptions ToOptions() => new()
    {
        Image = Image,
        Arguments = [.. Args ?? []],
        Port = Port,
        GrpcPort = GrpcPort,
        ReadyPath = ReadyPath,
        LivePath = LivePath,
        ApiPath = ApiPath,
        MetricsPath = MetricsPath,
        ModelDirectory = ModelDirectory,
    };
}
