using System.CommandLine;
using Infra.Cli.Options;
using Infra.Core.Catalog;

namespace Infra.Cli.Commands;

/// <summary><c>catalog instances</c>: which instance types have what is asked for, cheapest first, and why the others don't.</summary>
internal sealed class CatalogInstancesCommand : Command
{
    private readonly Terminal _terminal;
    private readonly InstanceCatalog _catalog = InstanceCatalog.Default;
    private readonly Option<string?> _gpu = new("--gpu") { Description = "Name or model of the GPU or Neuron device, such as a100 or a100-80gb" };
    private readonly Option<string?> _minGpus = new("--min-gpus") { Description = "Whole devices at least" };
    private readonly Option<string?> _minMemory = new("--min-memory") { Description = "Nominal memory of each device at least, such as 40Gi" };
    private readonly Option<string?> _vcpus = new("--vcpus") { Description = "vCPUs at least" };
    private readonly Option<string?> _arch = new("--arch") { Description = "amd64 or arm64" };
    private readonly Option<string?> _family = new("--family") { Description = "Family, such as g4dn" };
    private readonly Option<bool> _efa = new("--efa") { Description = "With Elastic Fabric Adapter" };
    private readonly Option<string> _region = new("--region") { Description = "Region of the prices", DefaultValueFactory = _ => "us-east-1" };
    private readonly Option<bool> _json = new("--json") { Description = "Write everything that is known as JSON, and nothing else, to standard output" };

    public CatalogInstancesCommand(Terminal terminal)
        : base("instances", "List EC2 instance types, cheapest first, and say why the others are left out.")
    {
        _terminal = terminal;
        foreach (var option in (Option[])[_gpu, _minGpus, _minMemory, _vcpus, _arch, _family, _efa, _region, _json])
        {
            Add(option);
        }
        SetAction(Run);
    }

    private int Run(ParseResult result)
    {
        var query = new InstanceQuery
        {
            Gpu = OptionValue.Known(result.GetValue(_gpu), "GPU or Neuron device", _catalog.Models.SelectMany(model => (string[])[model.Name, model.Id])),
            Family = OptionValue.Known(result.GetValue(_family), "family", _catalog.All.Select(type => type.Family)),
            Architecture = OptionValue.Known(result.GetValue(_arch), "architecture", Enum.GetValues<CpuArchitecture>().Select(CpuArchitectures.ToKubernetes)) is { } arch
                ? Enum.GetValues<CpuArchitecture>().Single(architecture => architecture.ToKubernetes() == arch)
                : null,
            MinGpus = OptionValue.Positive(_minGpus, result),
            MinMemory = OptionValue.Size(_minMemory, result),
            MinVcpus = OptionValue.Positive(_vcpus, result),
            Efa = result.GetValue(_efa),
        };
        var region = OptionValue.Known(result.GetValue(_region), "region with prices", _catalog.All.SelectMany(type => type.OnDemandPrices).Select(price => price.Region))!;
        var report = new InstanceReport(InstanceMatches.Of(_catalog, query, region), query, region);
        if (result.GetValue(_json))
        {
            InstanceReportJson.Write(report, _terminal.Out.Writer);
        }
        else
        {
            _terminal.Out.Lines(report.Render());
        }
        return ExitCodes.Success;
    }
}
