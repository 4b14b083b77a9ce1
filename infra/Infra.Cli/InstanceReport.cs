using System.Globalization;
using Infra.Core.Catalog;
using Infra.Planning.Rendering;

namespace Infra.Cli;

/// <summary>What <c>catalog instances</c> found, as text.</summary>
internal sealed record InstanceReport(InstanceMatches Matches, InstanceQuery Query, string Region)
{
    private const string Nothing = "-";

    private static readonly string[] Columns =
        ["TYPE", "VCPUS>", "MEMORY>", "DEVICES", "MEMORY EACH>", "USABLE>", "EFA>", "NVME>", "PODS>", "USD/H>", "USD/DEVICE>", "NOTE"];

    /// <summary>The option of the command line that a criterion of the query came from.</summary>
    public static string OptionOf(string criterion) => criterion switch
    {
        nameof(InstanceQuery.Gpu) => "--gpu",
        nameof(InstanceQuery.Family) => "--family",
        nameof(InstanceQuery.Architecture) => "--arch",
        nameof(InstanceQuery.MinGpus) => "--min-gpus",
        nameof(InstanceQuery.MinMemory) => "--min-memory",
        nameof(InstanceQuery.MinVcpus) => "--vcpus",
        _ => "--efa",
    };

    public IEnumerable<TextLine> Render()
    {
        var total = Matches.Found.Length + Matches.LeftOut.Length;
        yield return TextLine.Of($"{Matches.Found.Length} of {total} instance types", TextRole.Heading);
        if (Matches.Found.Length > 0)
        {
            yield return TextLine.Empty;
            foreach (var line in TextTable.Render(Columns, [.. Matches.Found.Select(Row)]))
            {
                yield return line;
            }
            yield return TextLine.Empty;
            yield return TextLine.Of(Legend());
        }
        if (Matches.LeftOut.Length > 0)
        {
            yield return TextLine.Empty;
            yield return TextLine.Of("Left out:", TextRole.Heading);
            foreach (var line in LeftOutLines())
            {
                yield return TextLine.Of($"  {line}");
            }
        }
    }

    private string[] Row(InstanceType type)
    {
        var devices = type.Accelerator;
        var usd = type.OnDemandPrice(Region)?.UsdPerHour;
        return
        [
            type.Name,
            Text(type.Vcpus),
            type.Memory.ToString(),
            devices is null ? Nothing : $"{devices.Fraction ?? devices.Count} x {devices.Model.Id}",
            devices?.NominalMemory.ToString() ?? Nothing,
            devices is null or { Fraction: not null } ? Nothing : $"{(devices.Model.UsableMemoryBasis == FactBasis.Estimated ? "~" : "")}{devices.Model.UsableMemory}",
            type.EfaInterfaces == 0 ? Nothing : Text(type.EfaInterfaces),
            type.LocalNvmeGigabytes == 0 ? Nothing : $"{type.InstanceStore}",
            Text(type.PodLimits.OfManagedNode(prefixes: false)),
            Dollars(usd),
            devices is { Count: > 0 } ? Dollars(usd / devices.Count) : Nothing,
            type switch
            {
                { Lifecycle.Status: LifecycleStatus.Retired } => "retired",
                { Lifecycle.Status: LifecycleStatus.Legacy } => "legacy",
                { Accelerator.Fraction: not null } => "part of a GPU",
                _ => "",
            },
        ];
    }

    private string Legend()
    {
        var sources = Matches.Found.Select(type => type.OnDemandPrice(Region)?.Source).OfType<FactSource>().Distinct().Select(Describe).ToList();
        var prices = sources.Count == 0 ? $"No price is known in {Region}." : $"Prices: on demand in {Region}, from {string.Join(" and ", sources)}.";
        return $"{prices} A size with ~ is an estimate. Pods: of a managed node group without prefixes.";

        static string Describe(FactSource source) => source.Date is { } date ? $"{source.Site} of {date:yyyy-MM-dd}" : $"{source.Site}, of unknown date";
    }

    // Whoever asks for one kind needn't hear the names of all others; those that were near need a word each.
    private IEnumerable<string> LeftOutLines()
    {
        foreach (var group in Matches.LeftOut.Where(type => Kind(type) is not null).GroupBy(Kind, StringComparer.Ordinal))
        {
            yield return $"{group.Count()} {group.Key}";
        }
        var near = Matches.LeftOut.Where(type => Kind(type) is null).OrderBy(type => type.Reasons.Length).ThenByDescending(Size);
        foreach (var group in near.GroupBy(Reasons, StringComparer.Ordinal))
        {
            yield return $"{group.Key}: {string.Join(", ", group.Select(type => type.Type.Name))}";
        }
    }

    private string? Kind(LeftOut type)
    {
        var criteria = type.Reasons.Select(reason => reason.Criterion).ToList();
        return type.Type.Accelerator switch
        {
            null when criteria.Exists(name => name is nameof(InstanceQuery.Gpu) or nameof(InstanceQuery.MinGpus) or nameof(InstanceQuery.MinMemory)) => "without accelerators",
            _ when criteria.Contains(nameof(InstanceQuery.Gpu)) => $"with other accelerators than --gpu {Query.Gpu}",
            _ when criteria.Contains(nameof(InstanceQuery.Family)) => $"of other families than --family {Query.Family}",
            _ when criteria.Contains(nameof(InstanceQuery.Architecture)) => $"of another architecture than --arch {Query.Architecture!.Value.ToKubernetes()}",
            _ => null,
        };
    }

    // Of what was too small the largest comes first: it misses by least.
    private static (long Memory, decimal Devices, int Vcpus) Size(LeftOut type)
    {
        bool For(string criterion) => type.Reasons.Any(reason => reason.Criterion == criterion);
        return (
            For(nameof(InstanceQuery.MinMemory)) ? type.Type.Accelerator?.NominalMemory.Bytes ?? 0 : 0,
            For(nameof(InstanceQuery.MinGpus)) ? type.Type.Accelerator?.Fraction ?? type.Type.Accelerator?.Count ?? 0 : 0,
            For(nameof(InstanceQuery.MinVcpus)) ? type.Type.Vcpus : 0);
    }

    private static string Reasons(LeftOut type) => string.Join("; ", type.Reasons.Select(reason => $"{reason.Text} ({OptionOf(reason.Criterion)})"));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Dollars(decimal? usd) => usd?.ToString("0.0000", CultureInfo.InvariantCulture) ?? Nothing;
}
