using Pulumi;

namespace Infra.Components.Serving.Traffic;

/// <summary>What callers have to bring.</summary>
public sealed class AuthenticationArgs : ResourceArgs
{
    /// <summary>JSON web tokens, for programs.</summary>
    [Input("jwt")]
    public JwtArgs? Jwt { get; init; }

    /// <summary>A sign-in with OpenID Connect, for people with a browser.</summary>
    [Input("oidc")]
    public OidcArgs? Oidc { get; init; }

    /// <summary>API keys.</summary>
    [Input("apiKeys")]
    public ApiKeysArgs? ApiKeys { get; init; }

    /// <summary>Name of a Secret in the model's namespace whose key <c>.htpasswd</c> has names with passwords, hashed with SHA.</summary>
    [Input("basicSecret")]
    public string? BasicSecret { get; init; }
}

/// <summary>JSON web tokens.</summary>
public sealed class JwtArgs : ResourceArgs
{
    /// <summary>Who makes them, as the claim <c>iss</c> says.</summary>
    [Input("issuer", required: true)]
    public required string Issuer { get; init; }

    /// <summary>Where the issuer's public keys are.</summary>
    [Input("jwksUri", required: true)]
    public required string JwksUri { get; init; }

    /// <summary>For whom they have to be, as the claim <c>aud</c> says: one of these. Default: anybody.</summary>
    [Input("audiences")]
    public List<string> Audiences { get; init; } = [];
}

/// <summary>A sign-in with OpenID Connect.</summary>
public sealed class OidcArgs : ResourceArgs
{
    /// <summary>The provider.</summary>
    [Input("issuer", required: true)]
    public required string Issuer { get; init; }

    /// <summary>Id of the client at the provider; an Application Load Balancer reads it in the Secret instead.</summary>
    [Input("clientId", required: true)]
    public required string ClientId { get; init; }

    /// <summary>
    /// Name of a Secret in the model's namespace. The gateway reads its key <c>client-secret</c>; an Application Load Balancer <c>clientID</c> and
    /// <c>clientSecret</c>.
    /// </summary>
    [Input("secret", required: true)]
    public required string Secret { get; init; }

    /// <summary>Where people sign in; an Application Load Balancer asks nobody for it. Default: what the provider's discovery document says.</summary>
    [Input("authorizationEndpoint")]
    public string? AuthorizationEndpoint { get; init; }

    /// <summary>Where tokens are had; an Application Load Balancer asks nobody for it. Default: what the provider's discovery document says.</summary>
    [Input("tokenEndpoint")]
    public string? TokenEndpoint { get; init; }

    /// <summary>Where an Application Load Balancer learns who signed in; for it only.</summary>
    [Input("userInfoEndpoint")]
    public string? UserInfoEndpoint { get; init; }
}

/// <summary>API keys.</summary>
public sealed class ApiKeysArgs : ResourceArgs
{
    /// <summary>Name of a Secret in the model's namespace: a key per caller, named after the caller.</summary>
    [Input("secret", required: true)]
    public required string Secret { get; init; }

    /// <summary>Header that a caller sends it in.</summary>
    [Input("header", required: true)]
    public required string Header { get; init; }
}
