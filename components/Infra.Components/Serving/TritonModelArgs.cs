using Infra.Core.Configuration;
using Infra.Core.Serving;
using Pulumi;

namespace Infra.Components.Serving;

/// <summary>A model of Triton's repository whose <c>config.pbtxt</c> the component writes.</summary>
public sealed class TritonModelArgs : ResourceArgs
{
    /// <summary>Its directory in the repository.</summary>
    [Input("name", required: true)]
    public required string Name { get; init; }

    /// <summary>What runs it: <c>onnxruntime</c>, <c>tensorrt</c>, <c>openvino</c> or <c>python</c>.</summary>
    [Input("backend", required: true)]
    public required string Backend { get; init; }

    /// <summary>Copies of the model on every GPU, or on the CPU where there is none; 1 or more. Default: 1.</summary>
    [Input("instances")]
    public int Instances { get; init; } = 1;

    /// <summary>Requests that are gathered and run together. Default: none.</summary>
    [Input("dynamicBatching")]
    public BatchingArgs? DynamicBatching { get; init; }

    /// <summary>Sizes that a batch should have; no larger than the largest. Default: any.</summary>
    [Input("preferredBatchSizes")]
    public List<int>? PreferredBatchSizes { get; init; }

    /// <summary>The input form of a model.</summary>
    public static TritonModelArgs From(TritonModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new TritonModelArgs
        {
            Name = model.Name,
            Backend = WireNames.Name(model.Backend),
            Instances = model.Instances,
            DynamicBatching = BatchingArgs.From(model.DynamicBatching),
            PreferredBatchSizes = model.PreferredBatchSizes.IsEmpty ? null : [.. model.PreferredBatchSizes],
        };
    }

    /// <summary>The model that these inputs mean, and what is wrong with them.</summary>
    internal TritonModel ToModel(string path, ConfigProblems problems)
    {
        ArgumentProblems.AtLeast(1, Instances, ConfigPath.Key(path, "instances"), problems);
        return new TritonModel
        {
            Name = Name,
            Backend = ArgumentProblems.Parse<TritonBackend>(Backend, ConfigPath.Key(path, "backend"), problems) ?? default,
            Instances = Instances,
            DynamicBatching = DynamicBatching?.ToOptions(ConfigPath.Key(path, "dynamicBatching"), problems),
            PreferredBatchSizes = [.. PreferredBatchSizes ?? []],
        };
    }
}
