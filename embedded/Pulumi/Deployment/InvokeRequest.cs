using System.Collections.Immutable;

namespace Pulumi;

/// <param name="Provider">Reference of an explicit provider, or empty.</param>
internal sealed record InvokeRequest(string Token, ImmutableDictionary<string, object?> Args, string Provider);
