namespace Pulumi.Conformance.Tests;

/// <summary>A public type: what a list says of it, or what reflection finds.</summary>
/// <param name="FullName">Namespace and name, in C# form.</param>
/// <param name="Header">Its declaration.</param>
/// <param name="Members">One declaration per member.</param>
/// <param name="Token">The type token of a resource, where known.</param>
/// <param name="Wire">How members appear outside of C#, by member name.</param>
internal sealed record ApiType(
    string FullName,
    string Header,
    IReadOnlySet<string> Members,
    string? Token,
    IReadOnlyDictionary<string, WireFact> Wire);
