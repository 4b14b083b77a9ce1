using Infra.Planning.Model;

namespace Infra.Planning.Rendering.Manifests;

/// <summary>
/// Says which values of a rendered plan are invented: those that the preview of the same program doesn't have. Comparing the
/// two is exact, also where a program has built a text around a value.
/// </summary>
internal sealed class InventedPaths
{
    private readonly Dictionary<Urn, ValueMap> _previewed;

    public InventedPaths(Plan preview) => _previewed = preview.Resources.ToDictionary(static r => r.Urn, static r => r.Inputs);

    /// <summary>Whether a preview doesn't see the resource at all, because the program makes it out of an invented value.</summary>
    public bool IsHidden(PlannedResource rendered) => !_previewed.ContainsKey(rendered.Urn);

    /// <summary>The paths of invented values, in the order of the values, and of those that an update would have and the invention hasn't; none for a hidden resource.</summary>
    /// <param name="asWritten">What is left of inputs in a file: the paths have to lead through that.</param>
    public ValueList<string> Of(PlannedResource rendered, Func<ValueMap, ValueMap> asWritten) =>
        _previewed.TryGetValue(rendered.Urn, out var preview) && !preview.Equals(rendered.Inputs) ? [.. Differences(asWritten(preview), asWritten(rendered.Inputs), "")] : [];

    private static IEnumerable<string> Differences(ValueMap preview, ValueMap rendered, string path) => preview.Keys
        .Union(rendered.Keys)
        .Order(StringComparer.Ordinal)
        .SelectMany(key => Differences(preview.GetValueOrDefault(key), rendered.GetValueOrDefault(key), ValuePath.Of(path, key)));

    private static IEnumerable<string> Differences(PlanValue? preview, PlanValue? rendered, string path) => (preview, rendered) switch
    {
        (_, PlanValue.Secret) => [],
        (PlanValue.Object before, PlanValue.Object after) => Differences(before.Properties, after.Properties, path),
        (PlanValue.List before, PlanValue.List after) when before.Items.Count == after.Items.Count =>
            after.Items.SelectMany((item, i) => Differences(before.Items[i], item, ValuePath.Of(path, i))),
        _ => Equals(preview, rendered) ? [] : [path],
    };
}
