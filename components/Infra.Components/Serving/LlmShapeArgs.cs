using Infra.Core.Configuration;
using Infra.Core.Models;
using Pulumi;

namespace Infra.Components.Serving;

/// <summary>Size and shape of a language model, as its <c>config.json</c> has them.</summary>
public sealed class LlmShapeArgs : ResourceArgs
{
    /// <summary>Parameters in billions, those of all experts included; above 0.</summary>
    [Input("parametersBillions", required: true)]
    public required double ParametersBillions { get; init; }

    /// <summary>Layers, 1 or more.</summary>
    [Input("layers", required: true)]
    public required int Layers { get; init; }

    /// <summary>Attention heads of a layer, 1 or more.</summary>
    [Input("heads", required: true)]
    public required int Heads { get; init; }

    /// <summary>Key/value heads of a layer, 1 or more.</summary>
    [Input("kvHeads", required: true)]
    public required int KvHeads { get; init; }

    /// <summary>Elements of one head, 1 or more.</summary>
    [Input("headDim", required: true)]
    public required int HeadDim { get; init; }

    /// <summary>Format in which it is published: as <c>precision</c>. Default: bf16.</summary>
    [Input("publishedIn")]
    public string PublishedIn { get; init; } = WireNames.Name(WeightPrecision.Bf16);

    /// <summary>What is wrong with them.</summary>
    internal void Check(string path, ConfigProblems problems)
    {
        if (!(ParametersBillions > 0))
        {
            problems.Add(ConfigPath.Key(path, "parametersBillions"), FormattableString.Invariant($"{ParametersBillions} is no size; allowed: above 0"));
        }

        ArgumentProblems.AtLeast(1, Layers, ConfigPath.Key(path, "layers"), problems);
        ArgumentProblems.AtLeast(1, Heads, ConfigPath.Key(path, "heads"), problems);
        ArgumentProblems.AtLeast(1, KvHeads, ConfigPath.Key(path, "kvHeads"), problems);
        ArgumentProblems.AtLeast(1, HeadDim, ConfigPath.Key(path, "headDim"), problems);
        ArgumentProblems.Parse<WeightPrecision>(PublishedIn, ConfigPath.Key(path, "publishedIn"), problems);
    }
}
