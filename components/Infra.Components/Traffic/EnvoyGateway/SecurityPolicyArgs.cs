using Infra.Components.Traffic.GatewayApi;
using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace Infra.Components.Traffic.EnvoyGateway;

/// <summary>Inputs of <see cref="SecurityPolicy"/>.</summary>
public sealed class SecurityPolicyArgs() : CustomResourceArgs("gateway.envoyproxy.io/v1alpha1", "SecurityPolicy")
{
    /// <summary>The policy.</summary>
    [Input("spec", required: true)]
    public required Input<SecurityPolicySpecArgs> Spec { get; init; }
}

/// <summary>Specification of a <see cref="SecurityPolicy"/>: what is set has to be fulfilled all together.</summary>
public sealed class SecurityPolicySpecArgs : ResourceArgs
{
    /// <summary>Routes that it is for.</summary>
    [Input("targetRefs", required: true)]
    public InputList<ObjectReferenceArgs> TargetRefs { get; init; } = new();

    /// <summary>API keys.</summary>
    [Input("apiKeyAuth")]
    public Input<ApiKeyAuthArgs>? ApiKeyAuth { get; init; }

    /// <summary>Names and passwords.</summary>
    [Input("basicAuth")]
    public Input<BasicAuthArgs>? BasicAuth { get; init; }

    /// <summary>JSON web tokens.</summary>
    [Input("jwt")]
    public Input<JwtAuthArgs>? Jwt { get; init; }

    /// <summary>A sign-in with OpenID Connect.</summary>
    [Input("oidc")]
    public Input<OidcAuthArgs>? Oidc { get; init; }

    /// <summary>Callers by their network.</summary>
    [Input("authorization")]
    public Input<AuthorizationArgs>? Authorization { get; init; }
}

/// <summary>API keys.</summary>
public sealed class ApiKeyAuthArgs : ResourceArgs
{
    /// <summary>Secrets with a key per caller.</summary>
    [Input("credentialRefs", required: true)]
    public InputList<SecretReferenceArgs> CredentialRefs { get; init; } = new();

    /// <summary>Where callers put them.</summary>
    [Input("extractFrom", required: true)]
    public InputList<ApiKeySourceArgs> ExtractFrom { get; init; } = new();

    /// <summary>Whether the model doesn't get to see them.</summary>
    [Input("sanitize", required: true)]
    public required Input<bool> Sanitize { get; init; }
}

/// <summary>Where callers put their API key.</summary>
public sealed class ApiKeySourceArgs : ResourceArgs
{
    /// <summary>Headers.</summary>
    [Input("headers", required: true)]
    public InputList<string> Headers { get; init; } = new();
}

/// <summary>Names and passwords.</summary>
public sealed class BasicAuthArgs : ResourceArgs
{
    /// <summary>Secret with a key <c>.htpasswd</c>.</summary>
    [Input("users", required: true)]
    public required Input<SecretReferenceArgs> Users { get; init; }
}

/// <summary>JSON web tokens.</summary>
public sealed class JwtAuthArgs : ResourceArgs
{
    /// <summary>Who may have made them.</summary>
    [Input("providers", required: true)]
    public InputList<JwtProviderArgs> Providers { get; init; } = new();
}

/// <summary>Who makes JSON web tokens.</summary>
public sealed class JwtProviderArgs : ResourceArgs
{
    /// <summary>Name within the policy.</summary>
    [Input("name", required: true)]
    public required Input<string> Name { get; init; }

    /// <summary>The claim <c>iss</c>.</summary>
    [Input("issuer", required: true)]
    public required Input<string> Issuer { get; init; }

    /// <summary>One of them has to be in the claim <c>aud</c>. Default: anything.</summary>
    [Input("audiences")]
    public InputList<string> Audiences { get; init; } = new();

    /// <summary>Its public keys.</summary>
    [Input("remoteJWKS", required: true)]
    public required Input<RemoteKeysArgs> RemoteJwks { get; init; }
}

/// <summary>Public keys at an address.</summary>
public sealed class RemoteKeysArgs : ResourceArgs
{
    /// <summary>The address.</summary>
    [Input("uri", required: true)]
    public required Input<string> Uri { get; init; }
}

/// <summary>A sign-in with OpenID Connect.</summary>
public sealed class OidcAuthArgs : ResourceArgs
{
    /// <summary>The provider.</summary>
    [Input("provider", required: true)]
    public required Input<OidcProviderArgs> Provider { get; init; }

    /// <summary>Id of the client.</summary>
    [Input("clientID", required: true)]
    public required Input<string> ClientId { get; init; }

    /// <summary>Secret with a key <c>client-secret</c>.</summary>
    [Input("clientSecret", required: true)]
    public required Input<SecretReferenceArgs> ClientSecret { get; init; }

    /// <summary>Where the provider sends people back to: a path of the route.</summary>
    [Input("redirectURL", required: true)]
    public required Input<string> RedirectUrl { get; init; }

    /// <summary>Where people sign out: a path of the route.</summary>
    [Input("logoutPath", required: true)]
    public required Input<string> LogoutPath { get; init; }
}

/// <summary>A provider of OpenID Connect.</summary>
public sealed class OidcProviderArgs : ResourceArgs
{
    /// <summary>The issuer, whose discovery document says the rest.</summary>
    [Input("issuer", required: true)]
    public required Input<string> Issuer { get; init; }

    /// <summary>Where people sign in. Default: what the discovery document says.</summary>
    [Input("authorizationEndpoint")]
    public Input<string>? AuthorizationEndpoint { get; init; }

    /// <summary>Where tokens are had. Default: what the discovery document says.</summary>
    [Input("tokenEndpoint")]
    public Input<string>? TokenEndpoint { get; init; }
}

/// <summary>Who may call and who not.</summary>
public sealed class AuthorizationArgs : ResourceArgs
{
    /// <summary>For whom no rule is: <c>Allow</c> or <c>Deny</c>.</summary>
    [Input("defaultAction", required: true)]
    public required Input<string> DefaultAction { get; init; }

    /// <summary>Rules, of which the first that fits counts.</summary>
    [Input("rules", required: true)]
    public InputList<AuthorizationRuleArgs> Rules { get; init; } = new();
}

/// <summary>A rule about callers.</summary>
public sealed class AuthorizationRuleArgs : ResourceArgs
{
    /// <summary><c>Allow</c> or <c>Deny</c>.</summary>
    [Input("action", required: true)]
    public required Input<string> Action { get; init; }

    /// <summary>For whom.</summary>
    [Input("principal", required: true)]
    public required Input<AuthorizationPrincipalArgs> Principal { get; init; }
}

/// <summary>Callers.</summary>
public sealed class AuthorizationPrincipalArgs : ResourceArgs
{
    /// <summary>Their networks, in CIDR notation.</summary>
    [Input("clientCIDRs", required: true)]
    public InputList<string> ClientCidrs { get; init; } = new();
}
