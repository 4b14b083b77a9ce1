using Infra.Core.Catalog;
using Infra.Core.Models;
using Infra.Core.Sizing;

namespace Infra.Core.Tests.Sizing;

/// <summary>Models of the catalogue on nodes of the catalogue.</summary>
internal static class Served
{
    public static ModelSpec Model(string name)
    {
        Assert.True(ModelCatalog.Default.TryGet(name, out var model));
        return model;
    }

    public static InstanceType Type(string name)
    {
        Assert.True(InstanceCatalog.Default.TryGet(name, out var type));
        return type;
    }

    public static GpuNode Node(string type) => GpuNode.Of(Type(type));

    public static MemoryRequest Request(string model, WeightPrecision weights, int context, int concurrency = 1, int tensorParallel = 1, int pipelineParallel = 1) => new()
    {
        Model = Model(model),
        Weights = weights,
        Context = context,
        Concurrency = concurrency,
        TensorParallel = tensorParallel,
        PipelineParallel = pipelineParallel,
    };
}
