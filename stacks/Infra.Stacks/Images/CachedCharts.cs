using System.Collections.Immutable;
using Infra.Core.Security;
using Infra.Core.Versions;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Helm.V3;

namespace Infra.Stacks.Images;

/// <summary>Tells charts to pull their images through the account's own registry, by the values that they have for it.</summary>
/// <param name="cache">The registry.</param>
internal sealed class CachedCharts(ImageCache cache)
{
    /// <summary>Sets the values of a release; everything else stays as it is.</summary>
    public ResourceTransformationResult? Transform(ResourceTransformationArgs args)
    {
        if (args.Args is not ReleaseArgs release)
        {
            return null;
        }

        release.Values = Output.Tuple(release.Name!, release.Values).Apply(named => With(named.Item1, named.Item2));
        return new ResourceTransformationResult(release, args.Options);
    }

    private ImmutableDictionary<string, object> With(string chart, ImmutableDictionary<string, object> values)
    {
        foreach (var image in ChartImages.All.GetValueOrDefault(chart, []).Where(image => cache.Of(image.Default) != image.Default))
        {
            values = With(values, image.Key.Split('.'), image).ToImmutableDictionary();
        }

        return values;
    }

    private Dictionary<string, object> With(IReadOnlyDictionary<string, object> values, ReadOnlySpan<string> path, ChartImage image)
    {
        var found = values.GetValueOrDefault(path[0]);
        object changed = (path.Length, found) switch
        {
            (1, null) => cache.Of(image.Default),
            (1, string said) => cache.Of(said),
            ( > 1, null) => With(ImmutableDictionary<string, object>.Empty, path[1..], image),
            ( > 1, IReadOnlyDictionary<string, object> below) => With(below, path[1..], image),
            // Whatever it is, it would be lost.
            _ => throw new InvalidOperationException($"{image.Key} of a chart's values: {path[0]} is a {found!.GetType().Name}, which can't be looked into; say it as text or as a dictionary"),
        };
        return new Dictionary<string, object>(values) { [path[0]] = changed };
    }
}
