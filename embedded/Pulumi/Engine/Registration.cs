using System.Collections.Immutable;

namespace Pulumi.Embedded;

/// <summary>A request as the record that the engine's callers see. The SDK sends no options with a resource that is only read, but for the version.</summary>
internal static class Registration
{
    public static RegisteredResource Of(ResourceRequest request, string urn, string? readId) => new()
    {
        Urn = urn,
        Type = request.Type,
        Name = request.Name,
        Custom = request.Resource is CustomResource,
        Parent = request.ParentUrn.Length == 0 ? null : request.ParentUrn,
        Provider = request.Provider.Length == 0 ? null : request.Provider[..request.Provider.LastIndexOf("::", StringComparison.Ordinal)],
        ReadId = readId,
        Inputs = EngineValues.WithUrns(request.Inputs),
        Dependencies = Sorted(request.Dependencies),
        PropertyDependencies = request.PropertyDependencies.Count == 0 || readId is not null
            ? ImmutableDictionary<string, ImmutableArray<string>>.Empty
            : request.PropertyDependencies.ToImmutableDictionary(pair => pair.Key, pair => Sorted(pair.Value)),
        Options = readId is null ? OptionsOf(request) : new RegisteredOptions { Version = request.Options.Version },
    };

    private static RegisteredOptions OptionsOf(ResourceRequest request)
    {
        var options = request.Options;
        var custom = options as CustomResourceOptions;
        return new RegisteredOptions
        {
            Protect = options.Protect,
            RetainOnDelete = options.RetainOnDelete,
            DeleteBeforeReplace = custom?.DeleteBeforeReplace,
            IgnoreChanges = [.. options.IgnoreChangesOrNull ?? []],
            ReplaceOnChanges = [.. custom?.ReplaceOnChangesOrNull ?? []],
            ReplaceWith = request.ReplaceWith,
            HideDiffs = [.. options.HideDiffsOrNull ?? []],
            AdditionalSecretOutputs = [.. custom?.AdditionalSecretOutputsOrNull ?? []],
            Aliases = request.Aliases,
            DeletedWith = request.DeletedWith,
            Version = options.Version,
            PluginDownloadUrl = options.PluginDownloadURL,
            ImportId = custom?.ImportId,
            CreateTimeout = options.CustomTimeouts?.Create,
            UpdateTimeout = options.CustomTimeouts?.Update,
            DeleteTimeout = options.CustomTimeouts?.Delete,
        };
    }

    private static ImmutableArray<string> Sorted(IReadOnlyCollection<string> urns)
        => urns.Count == 0 ? [] : [.. urns.Order(StringComparer.Ordinal)];
}
