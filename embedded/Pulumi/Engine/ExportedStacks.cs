using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.Embedded;

/// <summary>Answers a stack reference from what was exported of the stack.</summary>
public static class ExportedStacks
{
    private const string StackReferenceType = "pulumi:pulumi:StackReference";

    /// <summary>The whole name of a stack: <c>stack</c> and <c>organization/stack</c> are of the same project, as Pulumi's backends have it.</summary>
    public static string FullName(string name, string project, string organization = EngineOptions.DefaultOrganization)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Split('/') switch
        {
            [var stack] => $"{organization}/{project}/{stack}",
            [var owner, var stack] => $"{owner}/{project}/{stack}",
            _ => name,
        };
    }

    /// <summary>Null where the resource is no stack reference, or nothing was exported of its stack.</summary>
    internal static ResourceResponse? Answer(EngineOptions options, RegisteredResource resource, string name)
    {
        if (resource.Type != StackReferenceType
            || !options.StackReferences.TryGetValue(FullName(name, options.Project, options.Organization), out var exported))
        {
            return null;
        }

        var outputs = options.Mode == EngineMode.Rendered ? exported.ToImmutableDictionary(pair => pair.Key, pair => Redacted(pair.Value)) : exported;
        var secret = outputs.Where(pair => ValueReader.HasSecret(pair.Value)).Select(pair => (object?)pair.Key).Order().ToImmutableArray();
        return new ResourceResponse(
            resource.Urn,
            name,
            ImmutableDictionary<string, object?>.Empty.Add("name", name).Add("outputs", outputs).Add("secretOutputNames", secret),
            MissingIsKnown: false)
        { StackOutputs = outputs };
    }

    /// <summary>A rendered plan has no holes: what an export holds only encrypted stands there as a secret text.</summary>
    private static object? Redacted(object? tree) => tree switch
    {
        SecretValue { Value: UnknownValue } => new SecretValue("redacted"),
        ImmutableDictionary<string, object?> map => map.ToImmutableDictionary(pair => pair.Key, pair => Redacted(pair.Value)),
        ImmutableArray<object?> list => list.Select(Redacted).ToImmutableArray(),
        _ => tree,
    };
}
