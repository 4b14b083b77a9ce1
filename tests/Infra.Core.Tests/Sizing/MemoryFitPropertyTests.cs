using FsCheck;
using FsCheck.Fluent;
using Infra.Core.Models;
using Infra.Core.Sizing;
using Infra.Core.Units;

namespace Infra.Core.Tests.Sizing;

public sealed class MemoryFitPropertyTests
{
    private static readonly IEnumerable<ModelSpec> Models = ModelCatalog.Default.All;

    private static readonly Gen<MemoryRequest> RequestsOfCatalogue =
        from model in Gen.Elements(Models)
        from weights in Gen.Elements<WeightPrecision>(WeightPrecisions.All)
        from cache in Gen.Elements(KvCachePrecision.Auto, KvCachePrecision.Fp8)
        from context in Gen.Choose(0, 200_000)
        from concurrency in Gen.Choose(1, 300)
        from tensor in Gen.Elements(1, 2, 4, 8)
        from stages in Gen.Choose(1, 4)
        from utilization in Gen.Choose(1, 100)
        select new MemoryRequest
        {
            Model = model,
            Weights = weights,
            KvCache = cache,
            Context = context,
            Concurrency = concurrency,
            TensorParallel = tensor,
            PipelineParallel = stages,
            MemoryUtilization = utilization / 100m,
        };

    [Fact]
    public void A_longer_context_never_takes_less() => Holds(r => Total(r) <= Total(r with { Context = r.Context + 1 }));

    [Fact]
    public void More_requests_never_take_less() => Holds(r => Total(r) <= Total(r with { Concurrency = r.Concurrency + 1 }));

    [Fact]
    public void More_parameters_never_take_less() => Holds(r =>
        // A published total is of one model only.
        r.Model with { CheckpointSize = null } is var model
        && Total(r with { Model = model }) <= Total(r with { Model = model with { Parameters = model.Parameters + 1_000_000 } }));

    [Fact]
    public void More_GPUs_never_hold_more_each_of_weights_or_cache() => Holds(r =>
        GpuMemory.Of(r) is var few && GpuMemory.Of(r with { TensorParallel = r.TensorParallel * 2 }) is var many && many.Weights <= few.Weights && many.KvCache <= few.KvCache);

    [Fact]
    public void All_GPUs_together_hold_all_weights() => Holds(r =>
        (Int128)GpuMemory.Of(r).Weights.Bytes * (r.Model.Attention is null ? r.TensorParallel : r.Gpus) >= r.Model.WeightBytes(r.Weights).Bytes);

    [Fact]
    public void More_stages_never_hold_more_each() => Holds(r =>
        GpuMemory.Of(r) is var few && GpuMemory.Of(r with { PipelineParallel = r.PipelineParallel * 2 }) is var many && many.Weights <= few.Weights && many.KvCache <= few.KvCache);

    [Fact]
    public void A_narrower_cache_never_takes_more() => Holds(r =>
        GpuMemory.Of(r with { KvCache = KvCachePrecision.Fp8 }).KvCache <= GpuMemory.Of(r with { KvCache = KvCachePrecision.Auto }).KvCache);

    [Fact]
    public void What_it_says_would_fit_fits_and_one_more_doesnt() => Holds(r =>
    {
        var node = Served.Node("p5.48xlarge");
        var fit = MemoryFit.Of(r, node);
        if (fit.MaxConcurrency is not { } most || fit.PerGpu.Weights.Bytes + fit.PerGpu.Overhead.Bytes > fit.Budget.Bytes)
        {
            return true;
        }

        return Fits(Math.Min(most, int.MaxValue)) && (most >= int.MaxValue || !Fits(most + 1));

        bool Fits(long concurrency) => concurrency == 0 || MemoryFit.Of(r with { Concurrency = (int)concurrency }, node).Fits;
    });

    [Fact]
    public void It_fits_exactly_where_the_requests_are_no_more_than_the_most() => Holds(r =>
    {
        var fit = MemoryFit.Of(r, Served.Node("p5.48xlarge"));
        var hasRoom = fit.PerGpu.Weights.Bytes + fit.PerGpu.Overhead.Bytes <= fit.Budget.Bytes;
        return fit.Fits == (hasRoom && (fit.MaxConcurrency is null || fit.MaxConcurrency >= r.Concurrency));
    });

    private static ByteSize Total(MemoryRequest request) => GpuMemory.Of(request).Total;

    private static void Holds(Func<MemoryRequest, bool> property) => Properties.Hold(RequestsOfCatalogue.ToArbitrary(), property, tests: 2000);
}
