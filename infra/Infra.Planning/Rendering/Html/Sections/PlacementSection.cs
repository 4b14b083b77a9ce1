using Infra.Core;
using Infra.Planning.Placement;
using Infra.Planning.Reviewing;

namespace Infra.Planning.Rendering.Html.Sections;

/// <summary>Where pods land: first those that land nowhere, with what is in the way.</summary>
internal sealed class PlacementSection : IReportSection
{
    private const int MostNodes = 3;

    public string Id => "placement";

    public string Title => "Placement";

    public void Write(HtmlWriter html, PlanReview review)
    {
        var placement = review.Placement;
        html.Summary(placement.Summary);
        WriteUnplaced(html, placement);
        WriteDevices(html, placement);
        WriteQuotas(html, placement);
        WritePlaced(html, placement);
        foreach (var note in placement.Notes)
        {
            html.Note(HtmlParts.Sentence(note));
        }
    }

    private static void WriteUnplaced(HtmlWriter html, PlacementReport placement)
    {
        var unplaced = placement.States.SelectMany(static state => state.Unplaced, static (state, pods) => (State: state.Name, Pods: pods)).OrderBy(static one => one.Pods.MayWait).ToList();
        if (unplaced.Count == 0)
        {
            return;
        }

        new HtmlTable(placement.Fits ? "Pods that may wait for room" : "Pods without a node", "Pods", "Number>", "When", "What is in the way", "What would help") { Row = "workload" }.Write(html, unplaced, static (html, one) =>
        {
            html.Element("th", $"{one.Pods.Workload}", ("scope", "row")).Number($"{one.Pods.Count:N0}");
            using (html.In("td"))
            {
                html.Tag(one.Pods.MayWait ? "may wait" : "does not fit", one.Pods.MayWait ? "quiet" : "bad").Text($" at {one.State}");
            }

            using (html.In("td"))
            {
                html.Text(one.Pods.Message);
                using var rest = html.Fold("what the scheduler says");
                html.Element("code", one.Pods.SchedulerMessage);
            }

            html.Cell(one.Pods.Remedy);
        });
    }

    private static void WriteDevices(HtmlWriter html, PlacementReport placement)
    {
        if (placement.Maximum.Devices.IsEmpty)
        {
            return;
        }

        var least = placement.Minimum.Devices.ToDictionary(static use => (use.Pool, use.Resource));
        new HtmlTable("Use of accelerators", "Pool", "Resource", "Used at minimum>", "Used at maximum>", "Free>", "Free, but of no use>") { Row = "pool" }.Write(html, placement.Maximum.Devices, (html, most) =>
        {
            html.RowHead(most.Pool).Cell(most.Resource);
            html.Number(least.TryGetValue((most.Pool, most.Resource), out var use) ? $"{use.Used:N0} of {use.Total:N0}" : "0 of 0");
            html.Number($"{most.Used:N0} of {most.Total:N0}").Number($"{most.Free:N0}").Number($"{most.Fragmented:N0}");
        });
    }

    private static void WriteQuotas(HtmlWriter html, PlacementReport placement)
    {
        if (placement.Quotas.IsEmpty)
        {
            return;
        }

        new HtmlTable("vCPUs that AWS has to allow in the region", "Quota", "Code", "At minimum>", "At maximum>", "If every pool were full>") { Row = "quota" }.Write(html, placement.Quotas, static (html, quota) =>
            html.RowHead(quota.Name).Cell(quota.Code).Number($"{quota.Minimum:N0}").Number($"{quota.Maximum:N0}").Number(quota.Limit is { } limit ? $"{limit:N0}" : "no limit"));
    }

    private static void WritePlaced(HtmlWriter html, PlacementReport placement)
    {
        var least = placement.Minimum.Pods.ToLookup(static pods => pods.Workload);
        var most = placement.Maximum.Pods.ToLookup(static pods => pods.Workload);
        var workloads = most.Select(static pods => pods.Key).Union(least.Select(static pods => pods.Key)).ToList();
        using var fold = html.Fold($"Where pods land: {Counted.Of(workloads.Count, "workload")}");
        new HtmlTable("Pods and their nodes", "Pods", "Namespace", "At minimum>", "Nodes", "At maximum>", "Nodes") { HidesCaption = true, Row = "workload" }.Write(html, workloads, (html, workload) =>
        {
            html.RowHead($"{workload}").Cell(workload.Namespace ?? "");
            foreach (var state in (ILookup<PodWorkload, PlacedPods>[])[least, most])
            {
                var nodes = state[workload].SelectMany(static pods => pods.Nodes).ToList();
                html.Number($"{nodes.Count:N0}").Cell(NamesOf(nodes));
            }
        });
    }

    private static string NamesOf(List<string> nodes)
    {
        var names = nodes.Distinct(StringComparer.Ordinal).ToList();
        var shown = string.Join(", ", names.Take(MostNodes));
        return names.Count > MostNodes ? $"{shown} and {names.Count - MostNodes:N0} more" : shown;
    }
}
