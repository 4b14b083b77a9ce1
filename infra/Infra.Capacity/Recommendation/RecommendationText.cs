using System.Collections.Immutable;
using System.Globalization;
using Infra.Capacity.Rendering;
using Infra.Core;
using Infra.Core.Nodes;
using Infra.Planning.Rendering;

namespace Infra.Capacity.Recommendation;

/// <summary>A recommendation as text.</summary>
public static class RecommendationText
{
    /// <summary>What is best, the settings that nothing is better than, what couldn't be tried, what is to be known, and what the figures rest on.</summary>
    public static IEnumerable<TextLine> Render(Recommendation recommendation)
    {
        ArgumentNullException.ThrowIfNull(recommendation);
        var tried = recommendation.Outcome.Tried.Length;
        return
        [
            TextLine.Of(Headline(recommendation), recommendation.Chosen is null ? TextRole.Error : TextRole.Heading),
            TextLine.Of($"Of {Counted.Of(tried, "setting")} that {(tried == 1 ? "was" : "were")} simulated with {recommendation.Now.Run.Traffic.What} (at most {SearchStage.MostSimulations + 1} are), these are the ones that no other is better than. The cost is that of all pools; ~ is an estimate."),
            TextLine.Empty,
            .. TextTable.Render(Columns(recommendation), Rows(recommendation)),
            .. Section("NOT TRIED", Refused(recommendation)),
            .. Section("TO BE KNOWN", RecommendationNotes.Of(recommendation)),
            .. Section("RESTS ON", (recommendation.Chosen ?? recommendation.Now).Run.Assumptions),
        ];
    }

    /// <summary>What couldn't be tried, a line for each reason.</summary>
    internal static ImmutableArray<string> Refused(Recommendation recommendation) =>
    [
        .. recommendation.Outcome.Refused.GroupBy(one => one.Why, StringComparer.Ordinal)
            .Select(reason => $"{string.Join(", ", reason.Select(one => Subject(recommendation.Space.Present, one.Setting)).Distinct())}: {reason.Key}"),
    ];

    private static string Headline(Recommendation recommendation)
    {
        var (goal, now, model) = (recommendation.Goal, recommendation.Now, recommendation.Model);
        var present = $"now it is {Figures.Percent(now.Share)} in time for {SettingWords.AnHour(now)}{(now.UsdPerHour is null ? "" : $" an hour ({SettingWords.AMonth(now)} a month)")}";
        return recommendation.Chosen switch
        {
            null => $"{model}: nothing that was tried keeps {goal}; {present}",
            _ when recommendation.StaysAsItIs => $"{model}: what there is keeps {goal}, and nothing that was tried does so for less than {SettingWords.AnHour(now)} an hour ({SettingWords.AMonth(now)} a month)",
            { Setting: var setting } chosen => $"{model}: {SettingWords.InstanceTypes(chosen)}, {SettingWords.Purchase(chosen)}, with {SettingWords.Replicas(setting)} keeps {goal} for {SettingWords.AnHour(chosen)} an hour ({SettingWords.AMonth(chosen)} a month); {present}",
        };
    }

    private static string[] Columns(Recommendation recommendation) =>
    [
        "", "INSTANCE TYPE", "NODES", "REPLICAS>", "GPUS", .. recommendation.Space.Targets.IsEmpty ? (string[])[] : ["SCALER"],
        string.Create(CultureInfo.InvariantCulture, $"P{recommendation.Goal.Percent}>"), "IN TIME>", "ANSWERED>", "AN HOUR>", "A MONTH>", "VS NOW>",
    ];

    private static List<string[]> Rows(Recommendation recommendation) =>
    [
        Row(recommendation, recommendation.Now, recommendation.StaysAsItIs ? "now, best" : "now"),
        .. recommendation.Front.Where(one => !ReferenceEquals(one, recommendation.Now)).Select(one => Row(recommendation, one, ReferenceEquals(one, recommendation.Chosen) ? "best" : "")),
    ];

    private static string[] Row(Recommendation recommendation, TriedSetting one, string mark) =>
    [
        mark,
        SettingWords.InstanceTypes(one),
        SettingWords.Purchase(one),
        one.Setting.Replicas,
        SettingWords.Share(recommendation, one),
        .. recommendation.Space.Targets.IsEmpty ? (string[])[] : [SettingWords.Targets(recommendation, one)],
        ModelCells.Latency(one.Model, recommendation.Goal.Percent),
        $"{Figures.Percent(one.Share)}{(one.Meets(recommendation.Goal) ? "" : " missed")}",
        ModelCells.Answered(one.Model),
        one.UsdPerHour is null ? Figures.None : SettingWords.AnHour(one),
        SettingWords.AMonth(one),
        SettingWords.Difference(recommendation, one),
    ];

    // What differs from what there is now.
    private static string Subject(Setting present, Setting setting)
    {
        string?[] parts =
        [
            setting.InstanceType,
            setting.Share is { } share ? share.Mode == GpuSharingMode.None ? "whole GPUs" : share.Words : null,
            setting.Purchase == present.Purchase ? null : setting.Purchase.Kind switch
            {
                PurchaseKind.Spot => "spot",
                PurchaseKind.OnDemand => "on-demand",
                PurchaseKind.SpotFirst => "spot, then on-demand",
                _ => "on-demand, then spot",
            },
            setting.Target is { } target ? $"{target.Key} {target.Text}" : null,
        ];
        return string.Join(" with ", parts.OfType<string>());
    }

    private static IEnumerable<TextLine> Section(string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        return all.Count == 0 ? [] : [TextLine.Empty, TextLine.Of(title, TextRole.Heading), .. all.Select(line => TextLine.Of($"  {line}"))];
    }
}
