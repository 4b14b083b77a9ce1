namespace Infra.Core.Configuration;

/// <summary>One step of a path: a key of an object, or where that is null an index into a list.</summary>
/// <param name="Key">The key, without quotes.</param>
/// <param name="Index">Position, from 0.</param>
public readonly record struct ConfigPathSegment(string? Key, int Index);
