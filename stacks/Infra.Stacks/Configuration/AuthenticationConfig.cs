using System.Collections.Immutable;
using Infra.Components.Serving.Traffic;
using Infra.Core.Configuration;
using Infra.Core.Serving.Traffic;

namespace Infra.Stacks.Configuration;

/// <summary>What callers have to bring; secrets stand in Secrets that an external store, or somebody, keeps in the models' namespace.</summary>
public sealed record AuthenticationConfig
{
    internal const string UrlPattern = "https://[^ ]+";
    internal const string UrlAllowed = "an address such as https://login.example.com/";
    internal const string NamePattern = "[a-z0-9]([a-z0-9.-]*[a-z0-9])?";
    internal const string NameAllowed = "a lower-case name of letters, digits, '-' and '.'";

    /// <summary>JSON web tokens, for programs. Default: none.</summary>
    public JwtConfig? Jwt { get; init; }

    /// <summary>A sign-in with OpenID Connect, for people with a browser. Default: none.</summary>
    public OidcConfig? Oidc { get; init; }

    /// <summary>API keys. Default: none.</summary>
    public ApiKeysConfig? ApiKeys { get; init; }

    /// <summary>Name of a Secret whose key <c>.htpasswd</c> has names with passwords, hashed with SHA. Default: none.</summary>
    [SecretByMistake]
    [Matches(NamePattern, NameAllowed)]
    public string? BasicSecret { get; init; }

    /// <summary>What is asked for.</summary>
    internal IEnumerable<ExposeFeature> Features() => new (object? Value, ExposeFeature Feature)[]
    {
        (Jwt, ExposeFeature.Jwt), (Oidc, ExposeFeature.Oidc), (ApiKeys, ExposeFeature.ApiKeys), (BasicSecret, ExposeFeature.Basic),
    }.Where(way => way.Value is not null).Select(way => way.Feature);

    /// <summary>The same in the form of the component.</summary>
    internal AuthenticationArgs ToArgs() => new()
    {
        Jwt = Jwt is null ? null : new JwtArgs { Issuer = Jwt.Issuer, JwksUri = Jwt.JwksUri, Audiences = [.. Jwt.Audiences] },
        Oidc = Oidc is null ? null : new OidcArgs
        {
            Issuer = Oidc.Issuer,
            ClientId = Oidc.ClientId,
            Secret = Oidc.Secret,
            AuthorizationEndpoint = Oidc.AuthorizationEndpoint,
            TokenEndpoint = Oidc.TokenEndpoint,
            UserInfoEndpoint = Oidc.UserInfoEndpoint,
        },
        ApiKeys = ApiKeys is null ? null : new ApiKeysArgs { Secret = ApiKeys.Secret, Header = ApiKeys.Header },
        BasicSecret = BasicSecret,
    };
}

/// <summary>JSON web tokens.</summary>
public sealed record JwtConfig
{
    /// <summary>Who makes them, as the claim <c>iss</c> says.</summary>
    [NonEmpty]
    public required string Issuer { get; init; }

    /// <summary>Where the issuer's public keys are.</summary>
    [Matches(AuthenticationConfig.UrlPattern, AuthenticationConfig.UrlAllowed)]
    public required string JwksUri { get; init; }

    /// <summary>For whom they have to be, as the claim <c>aud</c> says: one of these; an Application Load Balancer takes the claim as a single text. Default: anybody.</summary>
    public ImmutableArray<string> Audiences { get; init; } = [];
}

/// <summary>A sign-in with OpenID Connect.</summary>
public sealed record OidcConfig
{
    /// <summary>The provider.</summary>
    [Matches(AuthenticationConfig.UrlPattern, AuthenticationConfig.UrlAllowed)]
    public required string Issuer { get; init; }

    /// <summary>Id of the client at the provider.</summary>
    [NonEmpty]
    public required string ClientId { get; init; }

    /// <summary>Name of a Secret with the client's secret: its key <c>client-secret</c> for the gateway; <c>clientID</c> and <c>clientSecret</c> for an Application Load Balancer.</summary>
    [SecretByMistake]
    [Matches(AuthenticationConfig.NamePattern, AuthenticationConfig.NameAllowed)]
    public required string Secret { get; init; }

    /// <summary>Where people sign in. Default: what the provider's discovery document says, which an Application Load Balancer doesn't read.</summary>
    [Matches(AuthenticationConfig.UrlPattern, AuthenticationConfig.UrlAllowed)]
    public string? AuthorizationEndpoint { get; init; }

    /// <summary>Where tokens are had. Default: what the provider's discovery document says, which an Application Load Balancer doesn't read.</summary>
    [Matches(AuthenticationConfig.UrlPattern, AuthenticationConfig.UrlAllowed)]
    public string? TokenEndpoint { get; init; }

    /// <summary>Where an Application Load Balancer learns who signed in; the gateway has it from the token. Default: none.</summary>
    [Matches(AuthenticationConfig.UrlPattern, AuthenticationConfig.UrlAllowed)]
    public string? UserInfoEndpoint { get; init; }
}

/// <summary>API keys.</summary>
public sealed record ApiKeysConfig
{
    /// <summary>Name of a Secret: a key per caller, named after the caller.</summary>
    [SecretByMistake]
    [Matches(AuthenticationConfig.NamePattern, AuthenticationConfig.NameAllowed)]
    public required string Secret { get; init; }

    /// <summary>Header that a caller sends it in. Default: x-api-key. The model doesn't get to see it.</summary>
    [Matches("[A-Za-z0-9-]+", "the name of a header")]
    public string Header { get; init; } = "x-api-key";
}
