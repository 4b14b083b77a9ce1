using Infra.Core.Catalog;
using Infra.Core.Prices;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Planning.Costs.Rendering;

/// <summary>An estimate as JSON. Amounts are in US dollars per month and not rounded.</summary>
public static class CostJson
{
    /// <summary>The version of the document's form.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Writes the document, with an end of line.</summary>
    /// <param name="report">The estimate.</param>
    /// <param name="delta">What it is compared with; null for nothing.</param>
    /// <param name="writer">Gets it.</param>
    public static void Write(CostReport report, CostDelta? delta, TextWriter writer) => Write(Of(report, delta), writer);

    /// <summary>Writes the part of the document that explains a name, with an end of line.</summary>
    /// <param name="report">The estimate.</param>
    /// <param name="name">One of <see cref="CostExplanation.Names"/>.</param>
    /// <param name="writer">Gets it.</param>
    public static void WriteExplanation(CostReport report, string name, TextWriter writer)
    {
        var document = Of(report);
        foreach (var (list, key) in new[] { ("lines", "id"), ("alternatives", "id"), ("usage", "id"), ("unpriced", "id"), ("models", "name") })
        {
            document[list] = new JArray(((JArray)document[list]!).Where(item => name == CostExplanation.Total || (string?)item[key] == name));
        }

        Write(document, writer);
    }

    /// <summary>The document.</summary>
    public static JObject Of(CostReport report, CostDelta? delta = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        var document = new JObject
        {
            ["schemaVersion"] = SchemaVersion,
            ["environment"] = report.Stack,
            ["region"] = report.Region,
            ["hoursPerMonth"] = ListPrice.HoursPerMonth,
            ["atMinimum"] = report.AtMinimum,
            ["atMaximum"] = report.AtMaximum,
            ["podsAtMaximum"] = report.PodsAtMaximum,
            ["lines"] = new JArray(report.Lines.Select(Line)),
            ["alternatives"] = new JArray(report.Alternatives.Select(Line)),
            ["usage"] = new JArray(report.Usage.Select(line => new JObject
            {
                ["id"] = line.Id,
                ["what"] = line.What,
                ["price"] = Price(line.Rate),
                ["dependsOn"] = line.DependsOn,
                ["resources"] = new JArray(line.Resources.Select(urn => $"{urn}")),
            })),
            ["unpriced"] = new JArray(report.Unpriced.Select(item => new JObject
            {
                ["id"] = item.Id,
                ["what"] = item.What,
                ["reason"] = item.Reason,
                ["resources"] = new JArray(item.Resources.Select(urn => $"{urn}")),
            })),
            ["pools"] = new JArray(report.Pools.Select(pool => new JObject { ["name"] = pool.Name, ["atMinimum"] = pool.AtMinimum, ["atMaximum"] = pool.AtMaximum, ["podsAtMaximum"] = pool.PodsAtMaximum })),
            ["models"] = new JArray(report.Models.Select(Model)),
            ["tenants"] = new JArray(report.Tenants.Select(Sum)),
            ["ofNoModel"] = new JObject { ["atMinimum"] = report.Idle.AtMinimum, ["atMaximum"] = report.Idle.AtMaximum },
            ["sources"] = Sources(report),
        };
        if (delta is not null)
        {
            document["delta"] = new JObject
            {
                ["atMinimum"] = delta.AtMinimum,
                ["atMaximum"] = delta.AtMaximum,
                ["lines"] = new JArray(delta.Lines.Select(line => new JObject
                {
                    ["id"] = line.Id,
                    ["atMinimum"] = line.AtMinimum,
                    ["atMaximum"] = line.AtMaximum,
                    ["before"] = line.Before is { } before ? Line(before) : null,
                    ["after"] = line.After is { } after ? Line(after) : null,
                })),
            };
        }

        return document;
    }

    private static void Write(JObject document, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        using (var json = new JsonTextWriter(writer) { Formatting = Formatting.Indented, CloseOutput = false })
        {
            document.WriteTo(json);
        }

        writer.WriteLine();
    }

    private static JObject Line(CostLine line) => new()
    {
        ["id"] = line.Id,
        ["kind"] = $"{line.Kind}",
        ["what"] = line.What,
        ["pool"] = line.Pool,
        ["estimate"] = line.IsEstimate,
        ["atMinimum"] = Amount(line.AtMinimum),
        ["atMaximum"] = Amount(line.AtMaximum),
        ["notes"] = new JArray(line.Notes),
        ["resources"] = new JArray(line.Resources.Select(urn => $"{urn}")),
    };

    private static JObject Amount(CostAmount amount) => new() { ["quantity"] = amount.Quantity, ["price"] = Price(amount.Price), ["usd"] = amount.Usd };

    private static JObject Price(ListPrice price) => new()
    {
        ["id"] = price.Id,
        ["usd"] = price.Usd,
        ["per"] = price.Per,
        ["unit"] = $"{price.Unit}",
        ["region"] = price.Region,
        ["source"] = price.Source.Id,
    };

    private static JObject Sum(CostSum sum) => new() { ["name"] = sum.Name, ["atMinimum"] = sum.AtMinimum, ["atMaximum"] = sum.AtMaximum };

    private static JObject Model(ModelCost model) => new()
    {
        ["name"] = model.Model,
        ["tenant"] = model.Tenant,
        ["atMinimum"] = model.AtMinimum,
        ["atMaximum"] = model.AtMaximum,
        ["shares"] = new JArray(model.Shares.Select(share => new JObject
        {
            ["pool"] = share.Pool,
            ["atMinimum"] = new JObject { ["nodes"] = share.NodesAtMinimum, ["usdPerNode"] = share.UsdPerNodeAtMinimum, ["usd"] = share.AtMinimum },
            ["atMaximum"] = new JObject { ["nodes"] = share.NodesAtMaximum, ["usdPerNode"] = share.UsdPerNodeAtMaximum, ["usd"] = share.AtMaximum },
        })),
        ["withoutPrice"] = new JArray(model.WithoutPrice),
        ["throughput"] = new JArray(model.Throughput.Select(work => new JObject
        {
            ["per"] = work.Per,
            ["perSecond"] = work.PerSecond,
            ["usdPerHour"] = work.UsdPerHour,
            ["use"] = work.Use,
            ["usd"] = work.Usd,
        })),
    };

    private static JObject Sources(CostReport report) => new(report.Lines.Concat(report.Alternatives)
        .SelectMany(line => new[] { line.AtMinimum.Price.Source, line.AtMaximum.Price.Source })
        .Concat(report.Usage.Select(line => line.Rate.Source))
        .DistinctBy(source => source.Id).OrderBy(source => source.Id, StringComparer.Ordinal)
        .Select(source => new JProperty(source.Id, Source(source))));

    private static JObject Source(FactSource source) => new()
    {
        ["site"] = source.Site,
        ["path"] = source.Path,
        ["commit"] = source.Commit,
        ["date"] = source.Date is { } date ? date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null,
        ["note"] = source.Note,
    };
}
