using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.Embedded;

/// <summary>Answers for the providers in rendered mode.</summary>
internal static class InventedResponses
{
    private const string StackReferenceType = "pulumi:pulumi:StackReference";
    private const string KubernetesPackage = "kubernetes:";

    /// <summary>Releases are Helm's, not objects of a cluster.</summary>
    private const string Helm = "kubernetes:helm.sh/";

    /// <summary>What a resource is after its creation.</summary>
    /// <param name="type">The resource's class.</param>
    public static ResourceResponse Of(Type type, RegisteredResource resource, string? region)
    {
        var owner = new InventedIdentity(resource.Urn, resource.Type, resource.Name, resource.ReadId, region);
        return IsObject(resource.Type) ? OfObject(type, owner, resource) : OfOther(type, owner, resource);
    }

    /// <summary>What a function returns; of its arguments, those that the result repeats.</summary>
    public static object? Of(InvokeRequest request, string? region)
    {
        var owner = InventedIdentity.OfCall(request.Token, request.Args, region);
        var invention = new Invention(owner, Text(request.Args, "id") ?? Text(request.Args, "name") ?? InventedText.Name(owner));
        var shapes = OutputShape.OfType(request.ResultType);
        if (shapes.IsEmpty)
            return Single(request.ResultType, type => invention.Of(new OutputShape("result", type, MayBeMissing: false), null, "result"));
        var known = request.Args.Where(arg => shapes.Any(shape => shape.Name == arg.Key)).ToImmutableDictionary();
        return invention.Of(new OutputShape("", request.ResultType, MayBeMissing: false), known, "") is ImmutableDictionary<string, object?> result ? result : known;
    }

    /// <summary>A function of a single value answers with a map that has one entry.</summary>
    private static object? Single(Type type, Func<Type, object?> invent)
        => type.IsConstructedGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableDictionary<,>)
            ? ImmutableDictionary<string, object?>.Empty.Add("result", invent(type.GenericTypeArguments[1]))
            : invent(type);

    /// <summary>The inputs with the name that the provider gives to what has none.</summary>
    public static RegisteredResource Named(RegisteredResource resource)
    {
        if (resource.ReadId is not null || !resource.Type.StartsWith(KubernetesPackage, StringComparison.Ordinal))
            return resource;
        if (!IsObject(resource.Type))
            return resource.Inputs.ContainsKey("name") ? resource : resource with { Inputs = resource.Inputs.SetItem("name", NameOf(resource)) };
        var metadata = resource.Inputs.GetValueOrDefault("metadata") ?? ImmutableDictionary<string, object?>.Empty;
        return metadata is ImmutableDictionary<string, object?> map && !map.ContainsKey("name") && !map.ContainsKey("generateName")
            ? resource with { Inputs = resource.Inputs.SetItem("metadata", map.SetItem("name", NameOf(resource))) }
            : resource;
    }

    /// <summary>An output of a stack that nobody has told anything about.</summary>
    public static string StackOutput(string stack, string output)
        => InventedText.Name(new InventedIdentity($"stack:{stack}", StackReferenceType, stack[(stack.LastIndexOf('/') + 1)..], KnownId: null, Region: null), output);

    /// <summary>An object of a cluster is what was asked for; its status is all that the cluster adds.</summary>
    private static ResourceResponse OfObject(Type type, InventedIdentity owner, RegisteredResource resource)
    {
        var outputs = owner.KnownId is { } known ? Read(resource.Type, known, resource.Inputs) : resource.Inputs;
        var metadata = outputs.GetValueOrDefault("metadata") as ImmutableDictionary<string, object?>;
        var name = Text(metadata, "name") ?? NameOf(resource);
        var id = owner.KnownId ?? (Text(metadata, "namespace") is { } ns ? $"{ns}/{name}" : name);
        foreach (var shape in OutputShape.OfResource(type).Where(shape => shape.Name == "status" && !outputs.ContainsKey(shape.Name)))
            outputs = outputs.SetItem(shape.Name, new Invention(owner, id).Of(shape with { MayBeMissing = false }, null, shape.Name));
        return new ResourceResponse(resource.Urn, id, outputs, MissingIsKnown: true);
    }

    private static ResourceResponse OfOther(Type type, InventedIdentity owner, RegisteredResource resource)
    {
        var echo = resource.Inputs;
        var id = resource.Type.StartsWith(Helm, StringComparison.Ordinal) && owner.KnownId is null
            ? $"{Text(echo, "namespace") ?? "default"}/{Text(echo, "name")}"
            : InventedText.Id(owner, Text(echo, "name") ?? Text(echo, "bucket"));
        var invention = new Invention(owner, id);
        var outputs = echo;
        foreach (var shape in OutputShape.OfResource(type))
        {
            if (invention.Of(shape, echo.GetValueOrDefault(shape.Name), shape.Name) is { } value)
                outputs = outputs.SetItem(shape.Name, value);
        }

        return new ResourceResponse(resource.Urn, id, outputs, MissingIsKnown: true);
    }

    /// <summary>The id of an object is <c>namespace/name</c>, or the name alone.</summary>
    private static ImmutableDictionary<string, object?> Read(string type, string id, ImmutableDictionary<string, object?> state)
    {
        var parts = type.Split(':');
        var slash = id.IndexOf('/', StringComparison.Ordinal);
        var metadata = state.GetValueOrDefault("metadata") as ImmutableDictionary<string, object?> ?? ImmutableDictionary<string, object?>.Empty;
        metadata = metadata.SetItem("name", id[(slash + 1)..]);
        if (slash > 0)
            metadata = metadata.SetItem("namespace", id[..slash]);
        return state
            .SetItem("apiVersion", parts[1].StartsWith("core/", StringComparison.Ordinal) ? parts[1]["core/".Length..] : parts[1])
            .SetItem("kind", parts[2])
            .SetItem("metadata", metadata);
    }

    private static string NameOf(RegisteredResource resource)
        => InventedText.Name(new InventedIdentity(resource.Urn, resource.Type, resource.Name, KnownId: null, Region: null)).ToLowerInvariant();

    private static bool IsObject(string type)
        => type.StartsWith(KubernetesPackage, StringComparison.Ordinal) && !type.StartsWith(Helm, StringComparison.Ordinal);

    private static string? Text(ImmutableDictionary<string, object?>? map, string key)
        => map is not null && map.TryGetValue(key, out var value) ? ValueReader.Read(value).Plain as string : null;
}
