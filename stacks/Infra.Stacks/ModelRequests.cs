using Infra.Core.Catalog;
using Infra.Core.Serving;
using Infra.Core.Units;
using Infra.Stacks.Configuration;
using Infra.Stacks.Rules;

namespace Infra.Stacks;

/// <summary>What a model of the configuration asks of its runtime.</summary>
internal static class ModelRequests
{
    /// <summary>The request.</summary>
    /// <param name="model">The model.</param>
    /// <param name="devices">Devices of one pod.</param>
    /// <param name="types">Every instance type that the model may meet.</param>
    public static RuntimeRequest Of(ModelConfig model, int devices, IEnumerable<InstanceType> types) => new()
    {
        Model = model.SharedName ?? model.Name,
        Instance = model.SharedName is null ? null : model.Name,
        Devices = devices,
        Accelerators = [.. types.Select(type => type.Accelerator?.Model).OfType<AcceleratorModel>().DistinctBy(gpu => gpu.Id).OrderBy(gpu => gpu.Id, StringComparer.Ordinal)],
        Hub = (model.ParsedSource as ModelSource.HuggingFace)?.Model,
        IsInS3 = model.ParsedSource is ModelSource.S3,
        Llm = model.Llm is { } llm ? LlmRules.Options(model.Name, llm) : null,
        TritonModels = model.Triton is { } triton ? [.. triton.Models.Select(entry => entry.ToModel())] : [],
        Container = model.Container?.ToOptions(),
        Ray = model.Ray?.ToApplication(),
        LongestRequestSeconds = model.Objectives.LongestRequest,
        Batching = model.Batching?.ToOptions(),
    };

    /// <summary>The runtime of a model, where nothing is wrong with it; null otherwise.</summary>
    /// <param name="model">The model.</param>
    /// <param name="devices">Devices of one pod.</param>
    /// <param name="types">Every instance type that the model may meet.</param>
    public static RuntimeSpec? Runtime(ModelConfig model, int devices, IEnumerable<InstanceType> types) => model switch
    {
        { Runtime: ServingRuntime.Vllm, Llm: null } or { Runtime: ServingRuntime.Container, Container: null } => null,
        _ => Runtimes.For(model.Runtime, model.Backend, Of(model, devices, types)),
    };

    /// <summary>Disk that a pod of the model takes of its node.</summary>
    /// <param name="model">The model.</param>
    /// <param name="runtime">Its runtime.</param>
    /// <param name="isCached">Whether its files are in a cache of the node already.</param>
    public static ByteSize Disk(ModelConfig model, RuntimeSpec runtime, bool isCached = false) => isCached || runtime.StreamsModel || model.ParsedSource is null or ModelSource.Pvc or ModelSource.Oci
        ? runtime.Scratch
        : ModelStorage.PodRequest(model.ParsedSource is ModelSource.Https, model.Size, runtime.Scratch);

    /// <summary>Compressed size of the images that a pod of the model needs.</summary>
    /// <param name="model">The model.</param>
    /// <param name="runtime">Its runtime.</param>
    public static ByteSize Images(ModelConfig model, RuntimeSpec runtime) =>
        new(runtime.ImageSize.Bytes + (model.ParsedSource is ModelSource.Oci ? model.Size.Bytes : 0));
}
