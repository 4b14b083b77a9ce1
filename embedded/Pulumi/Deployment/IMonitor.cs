using System.Collections.Immutable;
using Pulumi.Embedded;

namespace Pulumi;

/// <summary>What stands behind the SDK: mocks, or the embedded engine.</summary>
internal interface IMonitor
{
    /// <summary>The config value of a full key (`project:key`); null when there is none.</summary>
    string? GetConfig(string key);

    /// <summary>Whether the key has a value that can't be known here.</summary>
    bool IsConfigEncrypted(string key);

    void Log(EngineSeverity severity, string message, Resource? resource);

    /// <summary>An error.</summary>
    void LogException(Exception exception, Resource? resource);

    /// <summary>Refuses dependencies that could never be satisfied, before anybody waits for them.</summary>
    void CheckDependencies(Resource resource, IReadOnlySet<Resource> dependencies);

    ValueTask<ResourceResponse> RegisterAsync(ResourceRequest request);

    ValueTask<ResourceResponse> ReadAsync(ResourceRequest request, string id);

    ValueTask<ResourceResponse> GetAsync(string urn);

    ValueTask RegisterOutputsAsync(Resource resource, string urn, ImmutableDictionary<string, object?> outputs);

    ValueTask<object?> InvokeAsync(InvokeRequest request);
}
