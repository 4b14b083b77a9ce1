using System.Globalization;
using Infra.Planning.Model;

namespace Infra.Planning.Rendering.Manifests;

/// <summary>Cuts the items into steps: one for each level of the order, kind of tool and cluster.</summary>
internal static class ManifestSteps
{
    public static ValueList<ManifestStep> Of(Plan plan, IReadOnlyList<RenderedItem> items, IReadOnlyDictionary<Urn, int> levels, IReadOnlySet<Urn> needed)
    {
        var providers = plan.Resources.Where(static r => r.Kind == ResourceKind.Provider).ToDictionary(static r => r.Urn);
        var severalClusters = items.Select(static item => item.Resource.Provider).Distinct().Count() > 1;
        var groups = items
            .GroupBy(item => (Level: levels[item.Resource.Urn], IsRelease: item is RenderedRelease, item.Resource.Provider))
            .OrderBy(static g => g.Key.Level).ThenBy(static g => g.Key.IsRelease).ThenBy(static g => g.Key.Provider?.ToString(), StringComparer.Ordinal)
            .ToList();
        var digits = Math.Max(2, groups.Count.ToString(CultureInfo.InvariantCulture).Length);
        return [.. groups.Select((group, i) =>
        {
            var number = (i + 1).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
            var cluster = severalClusters && group.Key.Provider is { } urn ? $"-{ManifestFileName.Of([urn.Name], "")}" : "";
            var folder = $"{number}-{(group.Key.IsRelease ? "charts" : "objects")}{cluster}";
            var context = group.Key.Provider is { } provider && providers.TryGetValue(provider, out var resource) ? ContextOf(resource) : null;
            ValueList<RenderedItem> sorted = [.. group.OrderBy(static item => item.FileName, StringComparer.Ordinal)];
            return new ManifestStep(folder, sorted, context, needed);
        })];
    }

    /// <summary>The context that the program works in, so that nobody applies its objects to whatever cluster a shell points to.</summary>
    private static string? ContextOf(PlannedResource provider) =>
        provider.Inputs.GetValueOrDefault("context") is PlanValue.String { Value: var context } ? context : null;
}
