using Infra.Core.Catalog;
using Infra.Core.Models;
using Infra.Core.Sizing;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Cli;

/// <summary>What <c>catalog models</c> found, as a document with everything that is known of each model. Sizes are bytes.</summary>
internal static class ModelReportJson
{
    public static void Write(ModelQuery query, TextWriter writer)
    {
        var document = new JObject
        {
            ["region"] = query.Region,
            ["models"] = new JArray(query.Answers().Select(Model)),
        };
        using (var json = new JsonTextWriter(writer) { Formatting = Formatting.Indented, CloseOutput = false })
        {
            document.WriteTo(json);
        }
        writer.WriteLine();
    }

    private static JObject Model(ModelAnswer answer)
    {
        var (request, model) = (answer.Request, answer.Request.Model);
        return new JObject
        {
            ["name"] = model.Name,
            ["repository"] = model.Repository,
            ["family"] = model.Family,
            ["task"] = CamelCase(model.Task),
            ["parameters"] = model.Parameters,
            ["activeParameters"] = model.ActiveParameters,
            ["maxContext"] = model.MaxContext,
            ["nativePrecision"] = model.NativePrecision?.Name(),
            ["checkpointBytes"] = model.CheckpointSize?.Bytes,
            ["checkpointSource"] = model.CheckpointSource is { } source ? Source(source) : null,
            ["sources"] = new JArray(model.Sources.Select(Source)),
            ["note"] = model.Note,
            ["served"] = new JObject
            {
                ["precision"] = request.Weights.Name(),
                ["weightBytes"] = model.WeightBytes(request.Weights).Bytes,
                ["weightBasis"] = model.WeightBasis(request.Weights) == FactBasis.Measured ? "published" : request.Weights.IsFloor() ? "floor" : "computed",
                ["context"] = request.Context,
                ["concurrency"] = request.Concurrency,
                ["memoryUtilization"] = request.MemoryUtilization,
            },
            ["considered"] = answer.Considered,
            ["fits"] = new JArray(answer.Fits.Select(Fit)),
        };
    }

    private static JObject Fit(InstanceFit fit) => new()
    {
        ["instanceType"] = fit.Type.Name,
        ["tensorParallel"] = fit.Fit.Request.TensorParallel,
        ["pipelineParallel"] = fit.Nodes,
        ["perGpu"] = new JObject
        {
            ["weights"] = fit.Fit.PerGpu.Weights.Bytes,
            ["kvCache"] = fit.Fit.PerGpu.KvCache.Bytes,
            ["overhead"] = fit.Fit.PerGpu.Overhead.Bytes,
            ["budget"] = fit.Fit.Budget.Bytes,
        },
        ["maxContext"] = fit.Fit.MaxContext,
        ["maxConcurrency"] = fit.Fit.MaxConcurrency,
        ["usdPerHour"] = fit.UsdPerHour,
    };

    private static JObject Source(FactSource source) => new()
    {
        ["site"] = source.Site,
        ["path"] = source.Path,
        ["commit"] = source.Commit,
        ["date"] = source.Date?.ToString("yyyy-MM-dd"),
    };

    private static string CamelCase(ModelTask task) => char.ToLowerInvariant(task.ToString()[0]) + task.ToString()[1..];
}
