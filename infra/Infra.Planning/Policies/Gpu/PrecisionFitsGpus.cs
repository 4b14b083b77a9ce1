using Infra.Core.Catalog;
using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Gpu;

/// <summary>No number format is asked of GPUs that lack it.</summary>
internal sealed class PrecisionFitsGpus : IPolicyRule
{
    private static readonly (string[] Options, string Value, Precision Precision, string Instead)[] _asked =
    [
        (["--dtype"], "bfloat16", Precision.Bf16, "--dtype half"),
        (["--quantization", "-q"], "fp8", Precision.Fp8, "another quantization"),
    ];

    public RuleDescription About { get; } = new(
        "GPU019",
        PolicySeverity.Error,
        "A server's number format is one that its GPUs have",
        "T4 and V100 have no bfloat16, and A100 no FP8: the server refuses to start, or falls back to something slower, on a node that is paid by the hour.",
        "vLLM: \"Bfloat16 is only supported on GPUs with compute capability of at least 8.0\"");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        from pod in context.Pods
        where pod.HasAccelerator
        from container in pod.Containers
        from asked in _asked
        where asked.Options.Any(option => container.Option(option) == asked.Value)
        let models = context.Pools.Where(pool => pool.HasNvidia && pool.Refuses(pod) is null).SelectMany(pool => pool.Types).Select(type => type.Accelerator?.Model).OfType<AcceleratorModel>().ToList()
        let lacking = models.FirstOrDefault(model => !model.Precisions.Contains(asked.Precision))
        where lacking is not null
        select pod.Owner.Finding(container.Body, $"asks for {asked.Value}, which the {lacking.Name} of its pool doesn't have; use {asked.Instead}, or a pool of a later generation");
}
