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
        var undefined = CustomDefinition.Undefined(items.OfType<RenderedObject>().ToList()).Select(static o => o.Resource.Urn).ToHashSet();
        var digits = Math.Max(2, groups.Count.ToString(CultureInfo.InvariantCulture).Length);
        return [.. groups.Select((group, i) =>
        {
            var number = (i + 1).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
            var cluster = severalClusters && group.Key.Provider is { } urn ? $"-{ManifestFileName.Of([urn.Name], "")}" : "";
            var folder = $"{number}-{(group.Key.IsRelease ? "charts" : "objects")}{cluster}";
            var access = ClusterAccess.Of(group.Key.Provider is { } provider ? providers.GetValueOrDefault(provider) : null);
            ValueList<RenderedItem> sorted = [.. group.OrderBy(static item => item.FileName, StringComparer.Ordinal)];
            return new ManifestStep(folder, sorted, access, [.. sorted.OfType<RenderedObject>().Where(o => undefined.Contains(o.Resource.Urn))], needed);
        })];
    }
}
