using System.Collections.Immutable;

namespace Pulumi;

/// <param name="Provider">Reference of an explicit provider, or empty.</param>
/// <param name="ResultType">What the program reads the result as.</param>
internal sealed record InvokeRequest(string Token, ImmutableDictionary<string, object?> Args, string Provider, Type ResultType);
