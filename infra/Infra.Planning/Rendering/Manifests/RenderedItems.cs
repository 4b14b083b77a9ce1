using Infra.Planning.Model;

namespace Infra.Planning.Rendering.Manifests;

/// <summary>Makes items of the resources that can be applied, and says what stands in the way.</summary>
internal sealed class RenderedItems(InventedPaths invented)
{
    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Null where the resource is none that can be applied, or where it has a problem.</summary>
    public RenderedItem? Of(PlannedResource resource)
    {
        var kind = ManifestKinds.Of(resource);
        if (kind is not (ManifestKind.Object or ManifestKind.Release))
        {
            return null;
        }

        var before = _problems.Count;
        foreach (var path in Unknowns.PathsIn(resource.Inputs))
        {
            Refused(resource, $"{path}: unknown even to an update; give it a value that does not depend on being a preview");
        }

        foreach (var path in Secrets.WhereNoneCanBe(kind, resource.Inputs))
        {
            Refused(resource, $"{path}: secret, and there is no manifest without it; mark only those values as secret that are");
        }

        // What else there is to say about such a value would be about the hole that it leaves.
        RenderedItem? item = _problems.Count > before ? null : kind == ManifestKind.Object ? OfObject(resource) : OfRelease(resource);
        return _problems.Count == before ? item : null;
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
            Invented = [.. invented.Of(resource, Nulls.Without).Except(redacted)],
            Redacted = redacted,
            IsHidden = invented.IsHidden(resource),
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
            Invented = [.. invented.Of(resource, AsWritten).Except(redacted).Select(RenderedRelease.PathInFile)],
            Redacted = [.. redacted.Select(RenderedRelease.PathInFile)],
            IsHidden = invented.IsHidden(resource),
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
