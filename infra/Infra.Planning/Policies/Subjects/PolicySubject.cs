using Infra.Planning.Model;
using Infra.Planning.Rendering;

namespace Infra.Planning.Policies.Subjects;

/// <summary>A resource as rules read it.</summary>
/// <param name="resource">The resource.</param>
/// <param name="location">File and line of a manifest; null for a resource of a plan.</param>
public sealed class PolicySubject(PlannedResource resource, string? location)
{
    private readonly Field _inputs = new("", new PlanValue.Object(resource.Inputs));

    /// <summary>The resource itself.</summary>
    public PlannedResource Resource { get; } = resource;

    /// <summary>The object's API version; null where it is none of Kubernetes, or only changes fields of somebody else's.</summary>
    public string? ApiVersion { get; } = resource.Type.EndsWith("Patch", StringComparison.Ordinal) ? null : new Field("", new PlanValue.Object(resource.Inputs))["apiVersion"].Text;

    /// <summary>The object's kind; null as <see cref="ApiVersion"/> is.</summary>
    public string? Kind => ApiVersion is null ? null : this["kind"].Text;

    /// <summary>The group of the API version; empty for the core's.</summary>
    public string Group => ApiVersion is { } version && version.IndexOf('/', StringComparison.Ordinal) is var at and > 0 ? version[..at] : "";

    /// <summary>The object's name, or the resource's.</summary>
    public string Name => (ApiVersion is null ? null : this["metadata", "name"].Text) ?? Resource.Name;

    /// <summary>The object's namespace; empty for none.</summary>
    public string Namespace => ApiVersion is null ? "" : this["metadata", "namespace"].Text ?? "";

    /// <summary>For people, e.g. <c>Deployment serving/llama</c> or <c>aws:eks:NodeGroup t4</c>.</summary>
    public string Label => Kind is { } kind ? $"{kind} {(Namespace.Length > 0 ? $"{Namespace}/" : "")}{Name}" : $"{TypeLabel.Of(Resource.Type)} {Resource.Name}";

    /// <summary>As a report has it.</summary>
    public PolicyResource AsResource => new(Label, Resource.Urn, location);

    /// <summary>A place in its inputs.</summary>
    /// <param name="keys">The way there.</param>
    public Field this[params ReadOnlySpan<string> keys] => _inputs[keys];

    /// <summary>All its inputs.</summary>
    public Field Inputs => _inputs;

    /// <summary>A finding about the resource as a whole.</summary>
    /// <param name="problem">What is wrong and what to do.</param>
    public Verdict Finding(string problem) => new(this, null, problem);

    /// <summary>A finding about a place.</summary>
    /// <param name="at">The place.</param>
    /// <param name="problem">What is wrong and what to do.</param>
    public Verdict Finding(Field at, string problem) => new(this, at.Path, problem);

    /// <summary>That nobody knows a value yet on which it depends.</summary>
    /// <param name="at">The place.</param>
    public Verdict NotKnown(Field at) => new(this, at.Path, null);

    /// <summary>Judges one place: nothing is said where it is right, and that it isn't known where it is hidden.</summary>
    /// <param name="at">The place.</param>
    /// <param name="problem">What is wrong with it; null for nothing.</param>
    public IEnumerable<Verdict> Judge(Field at, Func<Field, string?> problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return at.IsHidden ? [NotKnown(at)] : problem(at) is { } found ? [Finding(at, found)] : [];
    }
}
