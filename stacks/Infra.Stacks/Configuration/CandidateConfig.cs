using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Core.Units;

namespace Infra.Stacks.Configuration;

/// <summary>
/// What differs between a candidate and its model; at least one key. A key that is given takes the place of the model's whole, but for the environment; all others are the model's. Name, runtime and backend
/// stay, because callers rely on them.
/// </summary>
public sealed record CandidateConfig : IConfigRules
{
    private static readonly CandidateConfig _none = new();

    /// <summary>Where its files come from. Default: the model's.</summary>
    public string? Source { get; init; }

    /// <summary>Upper bound of its files. Default: the model's.</summary>
    [InRange<ByteSize>(Min = "1Mi", Max = "16Ti")]
    public ByteSize? Size { get; init; }

    /// <summary>Pools that it may run on, in order of preference. Default: the model's.</summary>
    public ImmutableArray<string> Pools { get; init; } = [];

    /// <summary>GPUs of one pod. Default: the model's.</summary>
    [InRange(Min = 0, Max = 16)]
    public int? Gpus { get; init; }

    /// <summary>CPU and memory of one replica. Default: the model's.</summary>
    public ModelResourcesConfig? Resources { get; init; }

    /// <summary>Environment that is added to the model's, or takes its place variable by variable. Default: none.</summary>
    public ImmutableSortedDictionary<string, string> Environment { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>How a language model is served. Default: the model's.</summary>
    public LlmConfig? Llm { get; init; }

    /// <summary>Triton's repository. Default: the model's.</summary>
    public TritonConfig? Triton { get; init; }

    /// <summary>The server of the runtime <c>container</c>. Default: the model's.</summary>
    public ContainerConfig? Container { get; init; }

    /// <summary>The application on the backend <c>ray</c>. Default: the model's.</summary>
    public RayApplicationConfig? Ray { get; init; }

    /// <summary>Requests that are gathered and run together. Default: the model's.</summary>
    public BatchingConfig? Batching { get; init; }

    /// <summary>A container between callers and the model. Default: the model's.</summary>
    public TransformerConfig? Transformer { get; init; }

    /// <summary>Fixed number of replicas beside the stable ones. Default: the weight's share of the model's, at least one; all of them with blueGreen.</summary>
    [InRange(Min = 1, Max = 1000)]
    public int? Replicas { get; init; }

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        if (Environment.IsEmpty && Pools.IsEmpty && this with { Environment = _none.Environment, Pools = _none.Pools } == _none)
        {
            problems.Add(path, "differs in nothing from the model; say in what, for example source");
        }
    }

    /// <summary>The model with everything that differs, but for the number of replicas.</summary>
    /// <param name="model">The model.</param>
    internal ModelConfig Of(ModelConfig model) => model with
    {
        Source = Source ?? model.Source,
        Size = Size ?? model.Size,
        Pools = Pools.IsEmpty ? model.Pools : Pools,
        Gpus = Gpus ?? model.Gpus,
        Resources = Resources ?? model.Resources,
        Environment = model.Environment.SetItems(Environment),
        Llm = Llm ?? model.Llm,
        Triton = Triton ?? model.Triton,
        Container = Container ?? model.Container,
        Ray = Ray ?? model.Ray,
        Batching = Batching ?? model.Batching,
        Transformer = Transformer ?? model.Transformer,
    };
}
