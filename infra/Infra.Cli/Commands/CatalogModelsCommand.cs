using System.CommandLine;
using Infra.Cli.Options;
using Infra.Core.Catalog;
using Infra.Core.Models;
using Infra.Core.Sizing;

namespace Infra.Cli.Commands;

/// <summary><c>catalog models</c>: which models are known, what they take, and on which instance types they fit.</summary>
internal sealed class CatalogModelsCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Option<string?> _model = new("--model") { Description = "Only this one, with every instance type that it fits" };
    private readonly Option<string?> _fits = new("--fits") { Description = "Only what fits one instance of this type, such as g5.xlarge", HelpName = "type" };
    private readonly Option<string?> _precision = new("--precision") { Description = "Format of the weights, such as bf16, fp8 or int4; each model's own by default" };
    private readonly Option<string?> _kvCache = new("--kv-cache") { Description = "Format of the KV cache, auto or fp8" };
    private readonly Option<string?> _context = new("--context") { Description = $"Tokens of a request, prompt and answer; {ModelQuery.DefaultContext} by default, or what the model was made for" };
    private readonly Option<string?> _concurrency = new("--concurrency") { Description = "Requests at the same time; 1 by default" };
    private readonly Option<string?> _arch = new("--arch") { Description = "Architecture of the server's image, amd64 or arm64; amd64 by default" };
    private readonly Option<string> _region = new("--region") { Description = "Region of the prices", DefaultValueFactory = _ => "us-east-1" };
    private readonly Option<bool> _json = new("--json") { Description = "Write everything that is known as JSON, and nothing else, to standard output" };

    public CatalogModelsCommand(Terminal terminal)
        : base("models", "List models with what they take of GPU memory, and the cheapest instance type that has it.")
    {
        _terminal = terminal;
        foreach (var option in (Option[])[_model, _fits, _precision, _kvCache, _context, _concurrency, _arch, _region, _json])
        {
            Add(option);
        }
        SetAction(Run);
    }

    private int Run(ParseResult result)
    {
        var gpus = InstanceCatalog.Default.All.Where(type => type.Accelerator is { Manufacturer: "nvidia", Count: > 0 }).ToList();
        var types = OptionValue.Known(result.GetValue(_fits), "instance type with whole NVIDIA GPUs", gpus.Select(type => type.Name));
        var model = OptionValue.Known(result.GetValue(_model), "model", ModelCatalog.Default.All.Select(model => model.Name));
        var precision = OptionValue.Known(result.GetValue(_precision), "precision", WeightPrecisions.All.Select(format => format.Name()));
        var cache = OptionValue.Known(result.GetValue(_kvCache), "format of the KV cache", ["auto", "fp8"]);
        var arch = OptionValue.Known(result.GetValue(_arch), "architecture", Enum.GetValues<CpuArchitecture>().Select(CpuArchitectures.ToKubernetes));
        var regions = InstanceCatalog.Default.All.SelectMany(type => type.OnDemandPrices).Select(price => price.Region);
        var query = new ModelQuery(
            ModelCatalog.Default.All.FirstOrDefault(known => known.Name == model),
            gpus.Find(type => type.Name == types),
            precision is null ? null : WeightPrecisions.All.Single(format => format.Name() == precision),
            cache == "fp8" ? KvCachePrecision.Fp8 : KvCachePrecision.Auto,
            OptionValue.Positive(_context, result) ?? ModelQuery.DefaultContext,
            OptionValue.Positive(_concurrency, result) ?? 1,
            arch == CpuArchitecture.Arm64.ToKubernetes() ? CpuArchitecture.Arm64 : CpuArchitecture.Amd64,
            OptionValue.Known(result.GetValue(_region), "region with prices", regions)!);
        if (result.GetValue(_json))
        {
            ModelReportJson.Write(query, _terminal.Out.Writer);
        }
        else
        {
            _terminal.Out.Lines(new ModelReport(query).Render());
        }
        return ExitCodes.Success;
    }
}
