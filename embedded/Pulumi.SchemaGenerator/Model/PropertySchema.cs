using System.Collections.Generic;

namespace Pulumi.SchemaGenerator.Model;

/// <param name="WireName">The name the engine and the provider see.</param>
/// <param name="Name">The C# name.</param>
/// <param name="Required">Whether an input must be given.</param>
/// <param name="RequiredOutput">Whether an output always has a value.</param>
/// <param name="Constant">The only value allowed; the resource sets it itself.</param>
/// <param name="Default">A C# literal that the args constructor presets.</param>
/// <param name="Environment">Environment variables that the args constructor reads, the first one set wins.</param>
internal sealed record PropertySchema(
    string WireName,
    string Name,
    TypeReference Type,
    bool Required,
    bool RequiredOutput,
    bool Secret,
    string? Constant,
    string? Default,
    IReadOnlyList<string> Environment);
