using System.Text.RegularExpressions;

namespace Infra.Core.Registries;

/// <summary>What a registry answers to who has no token: where to get one, also for nobody in particular (distribution.github.io, "Token Authentication Specification").</summary>
/// <param name="Realm">Where tokens are given.</param>
/// <param name="Service">For whom the token shall be; null if the challenge doesn't say.</param>
/// <param name="Scope">For what; null if the challenge doesn't say.</param>
public sealed partial record BearerChallenge(Uri Realm, string? Service, string? Scope)
{
    /// <summary>Reads the parameters of <c>WWW-Authenticate: Bearer</c>; null where they name no place that is reached by https.</summary>
    /// <param name="parameters">The text behind <c>Bearer</c>.</param>
    public static BearerChallenge? Parse(string? parameters)
    {
        var values = Parameter().Matches(parameters ?? "")
            .GroupBy(match => match.Groups["name"].Value.ToLowerInvariant())
            .ToDictionary(group => group.Key, group => group.First().Groups["value"].Value, StringComparer.Ordinal);
        return Uri.TryCreate(values.GetValueOrDefault("realm"), UriKind.Absolute, out var realm) && realm.Scheme == Uri.UriSchemeHttps
            ? new BearerChallenge(realm, values.GetValueOrDefault("service"), values.GetValueOrDefault("scope"))
            : null;
    }

    /// <summary>Where a token to pull from a repository is given.</summary>
    /// <param name="repository">The repository at that registry.</param>
    public Uri TokenFor(string repository)
    {
        var query = new List<string>();
        if (Service is not null)
        {
            query.Add($"service={Uri.EscapeDataString(Service)}");
        }

        query.Add($"scope={Uri.EscapeDataString(Scope ?? $"repository:{repository}:pull")}");
        return new Uri($"{Realm.AbsoluteUri}{(Realm.Query.Length == 0 ? "?" : "&")}{string.Join('&', query)}");
    }

    [GeneratedRegex("(?<name>[A-Za-z]+)=\"(?<value>[^\"]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();
}
