using Infra.Planning.Model;

namespace Infra.Planning.Rendering.Manifests;

/// <summary>Makes an item of a resource that can be applied, or says what stands in the way.</summary>
internal sealed class RenderedItems
{
    private readonly InventedPaths _invented;
    private readonly List<string> _problems = [];

    private RenderedItems(InventedPaths invented) => _invented = invented;

    /// <summary>The resources' items in their order, and one line for each problem. Each resource is looked at by itself, so the processors share them.</summary>
    public static (List<RenderedItem> Items, List<string> Problems) Of(IReadOnlyList<PlannedResource> resources, InventedPaths invented)
    {
        var made = resources.AsParallel().AsOrdered().Select(resource => Of(resource, invented)).ToList();
        return ([.. made.Select(static one => one.Item).OfType<RenderedItem>()], [.. made.SelectMany(static one => one.Problems)]);
    }

    private static (RenderedItem? Item, IReadOnlyList<string> Problems) Of(PlannedResource resource, InventedPaths invented)
    {
        var maker = new RenderedItems(invented);
        return (maker.Of(resource), maker._problems);
    }

    // Null where the resource is none that can be applied, or where it has a problem.
    private RenderedItem? Of(PlannedResource resource)
    {
        var kind = ManifestKinds.Of(resource);
        if (kind is not (ManifestKind.Object or ManifestKind.Release))
        {
            return null;
        }

        foreach (var path in Unknowns.PathsIn(resource.Inputs))
        {
            Refused(resource, $"{path}: unknown even to an update; give it a value that does not depend on being a preview");
        }

        foreach (var path in Secrets.WhereNoneCanBe(kind, resource.Inputs))
        {
            Refused(resource, $"{path}: secret, and there is no manifest without it; mark only those values as secret that are");
        }

        // What else there is to say about such a value would be about the hole that it leaves.
        RenderedItem? item = _problems.Count > 0 ? null : kind == ManifestKind.Object ? OfObject(resource) : OfRelease(resource);
        return _problems.Count == 0 ? item : null;
    }

    private RenderedObject OfObject(PlannedResource resource)
    {
        var (values, redacted) = Redaction.OfObject(Nulls.Without(resource.Inputs));
        var metadata = values.GetValueOrDefault("metadata") is PlanValue.Object { Properties: var properties } ? properties : ValueMap.Empty;
        return new RenderedObject
        {
            Resource = resource,
            ApiVersion = Required(resource, values, "apiVersion"),
            Kind = Required(resource, values, "kind"),
            Namespace = Text(metadata, "namespace") ?? "",
            Name = Text(metadata, "name") ?? Refused(
                resource, metadata.ContainsKey("generateName") ? "metadata.generateName: kubectl apply needs metadata.name" : "metadata.name: missing"),
            Values = values,
            Invented = [.. _invented.Of(resource, Nulls.Without).Except(redacted)],
            Redacted = redacted,
            IsHidden = _invented.IsHidden(resource),
        };
    }

    private RenderedRelease OfRelease(PlannedResource resource)
    {
        // Helm takes a null for "without the chart's default"; Pulumi hands it on only where it is asked to.
        var keepsNulls = resource.Inputs.GetValueOrDefault("allowNullValues") is PlanValue.Bool { Value: true };
        ValueMap AsWritten(ValueMap inputs) => keepsNulls ? inputs : Nulls.Without(inputs);
        var (options, redacted) = Redaction.OfHelmValues(AsWritten(resource.Inputs));
        return new RenderedRelease
        {
            Resource = resource,
            Namespace = Text(options, "namespace") ?? "default",
            Name = Required(resource, options, "name"),
            Values = options.GetValueOrDefault("values") is PlanValue.Object { Properties: var values } ? values : ValueMap.Empty,
            Options = Nulls.Without(options),
            Invented = [.. _invented.Of(resource, AsWritten).Except(redacted).Select(RenderedRelease.PathInFile)],
            Redacted = [.. redacted.Select(RenderedRelease.PathInFile)],
            IsHidden = _invented.IsHidden(resource),
        };
    }

    private string Required(PlannedResource resource, ValueMap values, string key) => Text(values, key) ?? Refused(resource, $"{key}: missing");

    private string Refused(PlannedResource resource, string problem)
    {
        _problems.Add($"{resource.Urn}: {problem}");
        return "";
    }

    private static string? Text(ValueMap values, string key) => values.GetValueOrDefault(key) is PlanValue.String { Value: { Length: > 0 } text } ? text : null;
}
