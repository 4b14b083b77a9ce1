using System.Collections.Immutable;
using Infra.Core.Catalog;
using Infra.Core.Naming;
using Infra.Core.Serving.ColdStart;
using Infra.Core.Units;

namespace Infra.Core.Serving;

/// <summary>What a serving runtime needs and offers, for one model: everything a pod of it must say.</summary>
public sealed record RuntimeSpec
{
    /// <summary>Runtime name as value of <c>app.kubernetes.io/name</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What models it serves: their format, by the name that KServe has for it (kserve v0.20.0, pkg/constants, SupportedModel…).</summary>
    public required string ModelFormat { get; init; }

    /// <summary>The server's image, as a container refers to it.</summary>
    public required string Image { get; init; }

    /// <summary>CPU architectures that the image is published for.</summary>
    public required ImmutableArray<CpuArchitecture> Architectures { get; init; }

    /// <summary>What is started in the place of the image's entry point; empty for that.</summary>
    public ImmutableArray<string> Command { get; init; } = [];

    /// <summary>Arguments after the command, or after the image's entry point.</summary>
    public required ImmutableArray<string> Arguments { get; init; }

    /// <summary>Environment of the server, in ordinal order.</summary>
    public required ImmutableSortedDictionary<string, string> Environment { get; init; }

    /// <summary>Port of the REST interface, which also serves probes.</summary>
    public required int HttpPort { get; init; }

    /// <summary>Port of the gRPC interface; null where the runtime has none.</summary>
    public required int? GrpcPort { get; init; }

    /// <summary>Path of the model's REST interface, for people and clients.</summary>
    public required string ApiPath { get; init; }

    /// <summary>Path that answers 200 once the model is loaded.</summary>
    public required string ReadyPath { get; init; }

    /// <summary>Path that answers 200 while the server lives; a server that doesn't is started anew.</summary>
    public required string LivePath { get; init; }

    /// <summary>Directory that holds the model's versions.</summary>
    public required string ModelDirectory { get; init; }

    /// <summary>Configuration files to mount, by file name.</summary>
    public required ImmutableSortedDictionary<string, string> ConfigurationFiles { get; init; }

    /// <summary>
    /// Whether the configuration files are those of models and not of the server: <c>NAME.pbtxt</c> goes to <c>NAME/config.pbtxt</c> in
    /// <see cref="ModelDirectory"/> before the server starts.
    /// </summary>
    public bool ConfiguresModels { get; init; }

    /// <summary>Changes with the content of <see cref="ConfigurationFiles"/>.</summary>
    public string ConfigurationChecksum => ShortHash.Of(string.Concat(ConfigurationFiles.Select(file => $"{file.Key}\0{file.Value}\0")));

    /// <summary>Directory of <see cref="ConfigurationFiles"/>; without meaning where there are none.</summary>
    public required string ConfigurationDirectory { get; init; }

    /// <summary>What it tells Prometheus; null where nobody told us.</summary>
    public required RuntimeMetrics? Metrics { get; init; }

    /// <summary>Why it has no traces where the model was to have them, as the end of a sentence; null otherwise.</summary>
    public string? Untraced { get; init; }

    /// <summary>Memory that the server's processes share (<c>/dev/shm</c>); null for the 64 MiB that every container has.</summary>
    public ByteSize? SharedMemory { get; init; }

    /// <summary>Disk for temporary files and caches of the server, in <c>/tmp</c>.</summary>
    public ByteSize Scratch { get; init; } = ModelStorage.Scratch;

    /// <summary>The file without which the model's directory isn't complete; null where the server fetches the model itself, and where any file will do.</summary>
    public ModelFiles? ModelFiles { get; init; }

    /// <summary>Whether the server itself fetches the model into <see cref="ModelDirectory"/>, during its start.</summary>
    public bool FetchesModel { get; init; }

    /// <summary>Whether the server reads the model from S3 while it starts: from <c>MODEL_URI</c> in its environment, with the pod's own role, and without a disk.</summary>
    public bool StreamsModel { get; init; }

    /// <summary>Memory into which the server reads weights on their way to the GPUs, beside what it needs otherwise.</summary>
    public ByteSize LoadBuffers { get; init; }

    /// <summary>Compressed size of the image: an estimate.</summary>
    public required ByteSize ImageSize { get; init; }

    /// <summary>What the server does at its start beside reading weights.</summary>
    public required ImmutableArray<ColdStartFigure> Engine { get; init; }

    /// <summary>How it reads weights.</summary>
    public WeightLoader Loader { get; init; }

    /// <summary>Whether the server takes GPU memory as it needs it, so that memory that is nearly full is a warning; most take all of it at the start.</summary>
    public bool GrowsInGpuMemory { get; init; }

    /// <summary>What it does when it is told to end.</summary>
    public ShutdownBehaviour Shutdown { get; init; }
}
