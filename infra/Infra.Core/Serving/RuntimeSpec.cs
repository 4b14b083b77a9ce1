using System.Collections.Immutable;
using Infra.Core.Catalog;
using Infra.Core.Naming;
using Infra.Core.Versions;

namespace Infra.Core.Serving;

/// <summary>What a serving runtime needs and offers, for one model: everything a pod of it must say.</summary>
public sealed record RuntimeSpec
{
    /// <summary>Runtime name as value of <c>app.kubernetes.io/name</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The server's image.</summary>
    public required ImagePin Image { get; init; }

    /// <summary>CPU architectures that the image is published for.</summary>
    public required ImmutableArray<CpuArchitecture> Architectures { get; init; }

    /// <summary>Arguments after the image's entry point.</summary>
    public required ImmutableArray<string> Arguments { get; init; }

    /// <summary>Environment of the server, in ordinal order.</summary>
    public required ImmutableSortedDictionary<string, string> Environment { get; init; }

    /// <summary>Port of the REST interface, which also serves probes and metrics.</summary>
    public required int HttpPort { get; init; }

    /// <summary>Port of the gRPC interface; null where the runtime has none.</summary>
    public required int? GrpcPort { get; init; }

    /// <summary>Path of the model's REST interface, for people and clients.</summary>
    public required string ApiPath { get; init; }

    /// <summary>Path that answers 200 once the model is loaded.</summary>
    public required string ReadyPath { get; init; }

    /// <summary>Path of the Prometheus metrics on the HTTP port.</summary>
    public required string MetricsPath { get; init; }

    /// <summary>Directory that holds the model's versions.</summary>
    public required string ModelDirectory { get; init; }

    /// <summary>Configuration files to mount, by file name.</summary>
    public required ImmutableSortedDictionary<string, string> ConfigurationFiles { get; init; }

    /// <summary>Changes with the content of <see cref="ConfigurationFiles"/>.</summary>
    public string ConfigurationChecksum => ShortHash.Of(string.Concat(ConfigurationFiles.Select(file => $"{file.Key}\0{file.Value}\0")));

    /// <summary>Directory of <see cref="ConfigurationFiles"/>.</summary>
    public required string ConfigurationDirectory { get; init; }

    /// <summary>Series of the latency histogram's buckets, for this model.</summary>
    public required MetricSeries LatencyBuckets { get; init; }

    /// <summary>Units of the latency histogram per second: 1,000,000 for microseconds.</summary>
    public required int LatencyUnitsPerSecond { get; init; }

    /// <summary>Series that counts all requests of this model.</summary>
    public required MetricSeries Requests { get; init; }

    /// <summary>Series that counts requests of this model that the server failed to answer; errors of the caller don't count.</summary>
    public required MetricSeries FailedRequests { get; init; }

    /// <summary>Compressed image size in bytes: an estimate, used for the cold-start budget only.</summary>
    public required long ImageBytesEstimate { get; init; }

    /// <summary>Time from container start to a loaded model of moderate size: an estimate.</summary>
    public required TimeSpan EngineInitEstimate { get; init; }
}
