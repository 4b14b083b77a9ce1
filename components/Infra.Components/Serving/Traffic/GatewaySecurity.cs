using Infra.Components.Traffic.EnvoyGateway;
using Infra.Components.Traffic.GatewayApi;
using Pulumi;

namespace Infra.Components.Serving.Traffic;

/// <summary>Who may call a model through the gateway.</summary>
internal static class GatewaySecurity
{
    /// <summary>The policy; null where everybody may.</summary>
    /// <param name="expose">What was asked for.</param>
    /// <param name="targets">The routes.</param>
    public static SecurityPolicySpecArgs? For(ExposeArgs expose, IEnumerable<ObjectReferenceArgs> targets)
    {
        if (expose is { Authentication: null, AllowedCidrs.Count: 0 })
        {
            return null;
        }

        var who = expose.Authentication ?? new AuthenticationArgs();
        return new SecurityPolicySpecArgs
        {
            TargetRefs = targets.Select(target => (Input<ObjectReferenceArgs>)target).ToArray(),
            ApiKeyAuth = who.ApiKeys is { } keys ? (Input<ApiKeyAuthArgs>)ApiKeys(keys) : null,
            BasicAuth = who.BasicSecret is { } users ? (Input<BasicAuthArgs>)new BasicAuthArgs { Users = Secret(users) } : null,
            Jwt = who.Jwt is { } jwt ? (Input<JwtAuthArgs>)Tokens(jwt) : null,
            Oidc = who.Oidc is { } oidc ? (Input<OidcAuthArgs>)SignIn(oidc, expose) : null,
            Authorization = expose.AllowedCidrs.Count > 0 ? (Input<AuthorizationArgs>)Networks(expose.AllowedCidrs) : null,
        };
    }

    private static ApiKeyAuthArgs ApiKeys(ApiKeysArgs keys) => new()
    {
        CredentialRefs = { Secret(keys.Secret) },
        ExtractFrom = { new ApiKeySourceArgs { Headers = { keys.Header } } },
        Sanitize = true,
    };

    private static JwtAuthArgs Tokens(JwtArgs jwt) => new()
    {
        Providers =
        {
            new JwtProviderArgs { Name = "issuer", Issuer = jwt.Issuer, Audiences = jwt.Audiences, RemoteJwks = new RemoteKeysArgs { Uri = jwt.JwksUri } },
        },
    };

    // Below the model's own path: no other path leads back to its route.
    private static OidcAuthArgs SignIn(OidcArgs oidc, ExposeArgs expose) => new()
    {
        Provider = new OidcProviderArgs
        {
            Issuer = oidc.Issuer,
            AuthorizationEndpoint = oidc.AuthorizationEndpoint is { } authorization ? (Input<string>)authorization : null,
            TokenEndpoint = oidc.TokenEndpoint is { } token ? (Input<string>)token : null,
        },
        ClientId = oidc.ClientId,
        ClientSecret = Secret(oidc.Secret),
        RedirectUrl = $"https://{expose.Host}{expose.Path.TrimEnd('/')}/oauth2/callback",
        LogoutPath = $"{expose.Path.TrimEnd('/')}/oauth2/logout",
    };

    private static AuthorizationArgs Networks(IReadOnlyList<string> cidrs) => new()
    {
        DefaultAction = "Deny",
        Rules = { new AuthorizationRuleArgs { Action = "Allow", Principal = new AuthorizationPrincipalArgs { ClientCidrs = cidrs.ToArray() } } },
    };

    private static SecretReferenceArgs Secret(string name) => new() { Name = name };
}
