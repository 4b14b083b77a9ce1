using System.Globalization;
using Infra.Core.Models;
using Infra.Core.Sizing;
using Infra.Core.Units;
using Infra.Planning.Rendering;

namespace Infra.Cli;

/// <summary>What <c>catalog models</c> found, as text: models and their cheapest place or, for one model, all places.</summary>
internal sealed record ModelReport(ModelQuery Query)
{
    private const string Nothing = "-";

    private static readonly string[] Models = ["MODEL", "PARAMETERS>", "PRECISION", "WEIGHTS>", "KV CACHE>", "TOKENS>", "MOST>", "PLACES>", "CHEAPEST", "USD/H>"];
    private static readonly string[] Places = ["TYPE", "GPUS", "TENSOR>", "NODES>", "NEEDS>", "HAS>", "MAX TOKENS>", "MAX REQUESTS>", "USD/H>"];

    public IEnumerable<TextLine> Render() => Query.Model is null ? RenderModels([.. Query.Answers()]) : RenderPlaces(Query.Answers().Single());

    private IEnumerable<TextLine> RenderModels(List<ModelAnswer> answers)
    {
        var found = answers.Where(answer => !answer.Fits.IsEmpty).ToList();
        yield return TextLine.Of($"{found.Count} of {Counted(answers.Count)} {(found.Count == 1 ? "fits" : "fit")}{(Query.Type is { } type ? $" {type.Name}" : "")}", TextRole.Heading);
        if (found.Count > 0)
        {
            yield return TextLine.Empty;
            foreach (var line in TextTable.Render(Models, [.. found.Select(Row)]))
            {
                yield return line;
            }
            yield return TextLine.Empty;
            yield return TextLine.Of(Legend());
        }
        if (found.Count < answers.Count)
        {
            yield return TextLine.Empty;
            yield return TextLine.Of("Too large, or in a format that the GPUs don't run:", TextRole.Heading);
            foreach (var answer in answers.Except(found))
            {
                yield return TextLine.Of($"  {answer.Request.Model.Name}: {Gibibytes.Text(answer.Request.Model.WeightBytes(answer.Request.Weights))} of weights in {answer.Request.Weights.Name()}");
            }
        }
    }

    private IEnumerable<TextLine> RenderPlaces(ModelAnswer answer)
    {
        var (request, model) = (answer.Request, answer.Request.Model);
        yield return TextLine.Of(
            $"{model.Name} in {request.Weights.Name()} fits {answer.Fits.Length} of {answer.Considered} GPU instance types, with {Infra.Core.Counted.Of(request.Concurrency, "request")} of {request.Context} tokens", TextRole.Heading);
        if (model.Note is { } note)
        {
            yield return TextLine.Of(note);
        }
        if (answer.Fits.IsEmpty)
        {
            yield break;
        }
        yield return TextLine.Empty;
        foreach (var line in TextTable.Render(Places, [.. answer.Fits.Select(Place)]))
        {
            yield return line;
        }
        yield return TextLine.Empty;
        yield return TextLine.Of($"NEEDS and HAS are of each GPU; HAS is {request.MemoryUtilization} of its usable memory. Prices: on demand in {Query.Region}, of whole nodes.");
    }

    private static string[] Row(ModelAnswer answer)
    {
        var (request, model, cheapest) = (answer.Request, answer.Request.Model, answer.Fits[0]);
        var cache = GpuMemory.Of(request).KvCache;
        var isFloor = model.WeightBasis(request.Weights) == Infra.Core.Catalog.FactBasis.Estimated && request.Weights.IsFloor();
        return
        [
            model.Name,
            Billions(model.Parameters),
            request.Weights.Name(),
            $"{(isFloor ? ">" : "")}{Gibibytes.Text(model.WeightBytes(request.Weights))}",
            cache > default(ByteSize) ? Gibibytes.Text(cache) : Nothing,
            cache > default(ByteSize) ? Number(request.Context) : Nothing,
            model.MaxContext is { } most ? Number(most) : Nothing,
            Number(answer.Fits.Length),
            cheapest.ToString(),
            Dollars(cheapest.UsdPerHour),
        ];
    }

    private static string[] Place(InstanceFit fit) =>
    [
        fit.Type.Name,
        $"{fit.Type.Accelerator!.Count} x {fit.Type.Accelerator.Model.Id}",
        Number(fit.Fit.Request.TensorParallel),
        Number(fit.Nodes),
        Gibibytes.OrMore(fit.Fit.PerGpu.Total),
        Gibibytes.OrLess(fit.Fit.Budget),
        fit.Fit.MaxContext is { } context ? Number(context) : Nothing,
        fit.Fit.MaxConcurrency is { } concurrency ? Number(concurrency) : Nothing,
        Dollars(fit.UsdPerHour),
    ];

    private string Legend() =>
        $"KV CACHE is of {Infra.Core.Counted.Of(Query.Concurrency, "request")} of TOKENS; a model was made for up to MOST. Weights with > are a floor. Prices: on demand in {Query.Region}, of whole nodes.";

    private static string Counted(int count) => Infra.Core.Counted.Of(count, "model");

    private static string Billions(long parameters) => string.Create(CultureInfo.InvariantCulture, $"{parameters / 1e9m:0.##}B");

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Dollars(decimal? usd) => usd?.ToString("0.0000", CultureInfo.InvariantCulture) ?? Nothing;
}
