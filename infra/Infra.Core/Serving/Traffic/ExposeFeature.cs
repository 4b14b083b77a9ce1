namespace Infra.Core.Serving.Traffic;

/// <summary>Something that a model asks of whoever exposes it and that not everybody can do.</summary>
/// <param name="Key">Key of <c>expose</c> that asks for it.</param>
/// <param name="Words">What it is, to follow "can't have".</param>
public sealed record ExposeFeature(string Key, string Words)
{
    /// <summary>Another path at the model than outside.</summary>
    public static ExposeFeature Rewrite { get; } = new("rewrite", "a path that is rewritten");

    /// <summary>A bound of what a request may carry.</summary>
    public static ExposeFeature MaxBody { get; } = new("maxBody", "a limit of the body's size");

    /// <summary>A bound of how long nothing may be sent.</summary>
    public static ExposeFeature IdleTimeout { get; } = new("idleTimeoutSeconds", "a time limit of silence");

    /// <summary>A bound of requests per time.</summary>
    public static ExposeFeature RateLimit { get; } = new("rateLimit", "a rate limit");

    /// <summary>Tokens that callers bring.</summary>
    public static ExposeFeature Jwt { get; } = new("authentication.jwt", "a check of JSON web tokens");

    /// <summary>People who sign in with their browser.</summary>
    public static ExposeFeature Oidc { get; } = new("authentication.oidc", "a sign-in with OpenID Connect");

    /// <summary>Keys that callers bring.</summary>
    public static ExposeFeature ApiKeys { get; } = new("authentication.apiKeys", "a check of API keys");

    /// <summary>Names and passwords that callers bring.</summary>
    public static ExposeFeature Basic { get; } = new("authentication.basic", "a check of names and passwords");

    /// <summary>The model's gRPC port.</summary>
    public static ExposeFeature Grpc { get; } = new("grpcHost", "gRPC");

    /// <summary>A certificate of AWS Certificate Manager, whose key nobody has.</summary>
    public static ExposeFeature AcmCertificate { get; } = new("tls.certificateArn", "a certificate of AWS Certificate Manager");

    /// <summary>A certificate that cert-manager gets and renews.</summary>
    public static ExposeFeature Issuer { get; } = new("tls.issuer", "a certificate of cert-manager");

    /// <summary>A certificate in a Secret.</summary>
    public static ExposeFeature TlsSecret { get; } = new("tls.secret", "a certificate in a Secret");

    /// <summary>Callers that are known by their network.</summary>
    public static ExposeFeature AllowedCidrs { get; } = new("allowedCidrs", "a list of networks that may call");

    /// <summary>Load balancers that the internet reaches and such that it doesn't.</summary>
    public static ExposeFeature InternetFacing { get; } = new("scheme", "a load balancer that faces the internet");

    /// <summary>Annotations for a controller that this project knows nothing of.</summary>
    public static ExposeFeature Annotations { get; } = new("annotations", "annotations of one's own");

    /// <summary>Replicas that somebody chooses by what they have to do.</summary>
    public static ExposeFeature InferencePool { get; } = new("inferencePool", "an InferencePool");

    /// <summary>Requests shared between Services.</summary>
    public static ExposeFeature Shares { get; } = new("via", "requests that a rollout shares between two versions");
}
