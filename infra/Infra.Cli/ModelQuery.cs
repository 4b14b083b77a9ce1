using System.Collections.Immutable;
using Infra.Core.Catalog;
using Infra.Core.Models;
using Infra.Core.Sizing;

namespace Infra.Cli;

/// <summary>What <c>catalog models</c> was asked.</summary>
/// <param name="Model">The only model; null for all.</param>
/// <param name="Type">The only instance type; null for all.</param>
/// <param name="Precision">Format of the weights; null for each model's own.</param>
/// <param name="KvCache">Format of the KV cache.</param>
/// <param name="Context">Tokens of a request; models that were made for fewer take these.</param>
/// <param name="Concurrency">Requests at the same time.</param>
/// <param name="Architecture">Architecture of the instance types; one that was named may have any.</param>
/// <param name="Region">The region of the prices.</param>
internal sealed record ModelQuery(
    ModelSpec? Model, InstanceType? Type, WeightPrecision? Precision, KvCachePrecision KvCache, int Context, int Concurrency, CpuArchitecture Architecture, string Region)
{
    public const int DefaultContext = 8192;

    public IEnumerable<ModelAnswer> Answers() => (Model is null ? ModelCatalog.Default.All : [Model]).Select(Answer);

    private ModelAnswer Answer(ModelSpec model)
    {
        var request = new MemoryRequest
        {
            Model = model,
            Weights = FormatOf(model),
            KvCache = KvCache,
            Context = Math.Min(Context, model.MaxContext ?? Context),
            Concurrency = Concurrency,
        };
        if (Type is null)
        {
            var fits = InstanceFits.Of(InstanceCatalog.Default, request, Architecture, Region);
            return new ModelAnswer(request, fits.Found, fits.Considered);
        }

        return new ModelAnswer(request, InstanceFit.Smallest(Type, request, Region) is { } fit ? [fit] : ImmutableArray<InstanceFit>.Empty, 1);
    }

    // A model in bfloat16 is served in fp16 on GPUs that have no bfloat16; those of unknown format too.
    private WeightPrecision FormatOf(ModelSpec model) =>
        Precision ?? (model.NativePrecision is { } native && Type?.Accelerator?.Model is var gpu && (gpu is null || model.RunsOn(native, gpu)) ? native : WeightPrecision.Fp16);
}
